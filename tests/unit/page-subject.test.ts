import { expect, it } from 'vitest';
import { subjectOf } from '../../lib/page/subject.ts';

it.each([
  ['https://app.clio.com/nc/#/contacts/123', 'us contact 123'],
  ['https://eu.app.clio.com/nc/#/contacts/123/', 'eu contact 123'],
  ['https://ca.app.clio.com/nc/#/contacts/123/notes?page=2', 'ca contact 123'],
  ['https://au.app.clio.com/nc/#/matters/45?x=y', 'au matter 45'],
  ['https://app.clio.com/nc#/matters/45', 'us matter 45'],
  ['https://app.clio.com:443/nc/#/matters/45', 'us matter 45'],
  ['https://APP.clio.com/nc/#/matters/45', 'us matter 45'],
  ['https://app.clio.com/nc/?a=1#/matters/45', 'us matter 45'],
  ['https://app.clio.com/nc/#/contacts', 'us none '],
  ['https://app.clio.com/nc/#/contacts/new', 'us none '],
  ['https://app.clio.com/nc/#/contacts/12a', 'us none '],
  ['https://app.clio.com/nc/#/contacts/123456789012345678901', 'us none '],
  ['https://app.clio.com/nc/#/tasks', 'us none '],
  ['https://app.clio.com/nc/#/bills/contacts/12', 'us none '],
  ['https://app.clio.com/settings#/contacts/12', 'us none '],
  ['https://app.clio.com/', 'us none '],
])('reads %s as %s', (url, wanted) => {
  const subject = subjectOf(url);
  expect(`${subject?.region} ${subject?.kind} ${subject?.id}`).toBe(wanted);
});

it.each([
  'http://app.clio.com/nc/#/contacts/1',
  'https://app.clio.com:8443/nc/#/contacts/1',
  'https://user@app.clio.com/nc/#/contacts/1',
  'https://user:pass@app.clio.com/nc/#/contacts/1',
  'https://app.clio.com.evil.tld/nc/#/contacts/1',
  'https://evil.tld/app.clio.com/nc/#/contacts/1',
  'https://app-clio.com/nc/#/contacts/1',
  'https://xapp.clio.com/nc/#/contacts/1',
  'https://uk.app.clio.com/nc/#/contacts/1',
  'https://clio.com/nc/#/contacts/1',
  'https://app.clio.com./nc/#/contacts/1',
  'https://аpp.clio.com/nc/#/contacts/1',
  'https://app.cliо.com/nc/#/contacts/1',
  'blob:https://app.clio.com/nc/#/contacts/1',
  'ftp://app.clio.com/nc/#/contacts/1',
  'https://constructor/nc/#/contacts/1',
  'about:blank',
  '',
  'nonsense',
])('finds no subject at %j', (url) => expect(subjectOf(url)).toBeUndefined());
