// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changesOf, isOn, payloadOf } from '../../components/panel/review.ts';
import { FIELDS, inState, personView, row } from './fixtures.ts';
import { acts, background, resetBackground } from './panel-background.ts';
import { change, show } from './panel-stage.tsx';

vi.mock('../../lib/messages/send.ts', () => import('./panel-background.ts'));

beforeEach(resetBackground);
afterEach(cleanup);

const KEY = 'us:contact:11';
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('what a push would change', () => {
  test('empty values are filled by default, other values are replaced only when asked', () => {
    const changes = changesOf(FIELDS);
    expect(changes.map(({ row: { field }, kind }) => `${field} ${kind}`)).toEqual(['phone fill', 'city overwrite']);
    expect(payloadOf(changes, new Set())).toEqual({ fields: ['phone'], overwrite: [] });
    expect(payloadOf(changes, new Set([changes[1]!.sign]))).toEqual({
      fields: ['phone', 'city'],
      overwrite: ['city'],
      seen: { city: 'Burnaby' },
    });
  });

  test('a choice made for one value does not hold for the next', () => {
    const turned = new Set([changesOf([row('city', 'Vancouver', 'Burnaby')])[0]!.sign]);
    expect(isOn(changesOf([row('city', 'Vancouver', 'Surrey')])[0]!, turned)).toBe(false);
  });

  test('what is on its way is not offered again', () => {
    expect(changesOf([inState(row('phone', '1', undefined), 'queued'), inState(row('city', 'A', 'B'), 'sending')])).toEqual([]);
  });

  test('a blank in Clio never clears a value', () => {
    expect(changesOf([{ ...row('city', undefined, 'B'), pushable: true }])).toEqual([]);
  });
});

describe('pushing the contact', () => {
  test('one click fills what is empty and says how much', async () => {
    const { user } = await show(personView());
    await user.click(button('Push contact · 1 change'));
    expect(acts()).toEqual([{ type: 'contact.push', payload: { key: KEY, fields: ['phone'], overwrite: [] } }]);
  });

  test('the button is busy while its message is on the way, and a second click sends nothing', async () => {
    const { user } = await show(personView());
    let go = () => {};
    background.hold = new Promise((done) => {
      go = done;
    });
    await user.click(button('Push contact · 1 change'));
    expect(button(/Push contact/).getAttribute('aria-busy')).toBe('true');
    await user.click(button(/Push contact/));
    expect(acts()).toHaveLength(1);
    go();
    await waitFor(() => expect(button(/Push contact/).getAttribute('aria-busy')).toBeNull());
  });

  test('the review asks for each replaced value and counts what is chosen', async () => {
    const { user } = await show(personView());
    await user.click(button('Review'));
    const sheet = within(screen.getByRole('dialog'));
    const replace = sheet.getByRole('checkbox', { name: 'Replace City' }) as HTMLInputElement;
    expect((sheet.getByRole('checkbox', { name: 'Fill Phone' }) as HTMLInputElement).checked).toBe(true);
    expect(replace.checked).toBe(false);
    expect(sheet.getByText('Burnaby').tagName).toBe('DEL');
    await user.click(replace);
    await user.click(sheet.getByRole('button', { name: 'Push 2 changes' }));
    expect(acts()).toEqual([
      { type: 'contact.push', payload: { key: KEY, fields: ['phone', 'city'], overwrite: ['city'], seen: { city: 'Burnaby' } } },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('nothing chosen, nothing to push', async () => {
    const { user } = await show(personView());
    await user.click(button('Review'));
    await user.click(screen.getByRole('checkbox', { name: 'Fill Phone' }));
    expect((button('Nothing chosen') as HTMLButtonElement).disabled).toBe(true);
  });

  test('with only differing values the one click opens the review', async () => {
    const { user } = await show(personView({ fields: [row('city', 'Vancouver', 'Burnaby')] }));
    await user.click(button('Review 1 difference'));
    expect(screen.getByRole('dialog', { name: 'What will change in HighLevel' })).toBeTruthy();
    expect(acts()).toEqual([]);
  });

  test('a value changed behind the open review is asked again', async () => {
    const { user } = await show(personView({ fields: [row('city', 'Vancouver', 'Burnaby')] }));
    await user.click(button('Review 1 difference'));
    await user.click(screen.getByRole('checkbox', { name: 'Replace City' }));
    await change(personView({ fields: [row('city', 'Vancouver', 'Surrey')] }));
    expect(screen.getByText('Surrey', { selector: 'del' })).toBeTruthy();
    expect((screen.getByRole('checkbox', { name: 'Replace City' }) as HTMLInputElement).checked).toBe(false);
  });

  test('says so when there is nothing to push', async () => {
    await show(personView({ fields: [row('city', 'Vancouver', 'Vancouver')] }));
    expect(screen.getByText('Contact is up to date in HighLevel')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Push contact/ })).toBeNull();
  });
});

describe('copying back to Clio', () => {
  test('a field that Clio lacks is copied from its row', async () => {
    const { user } = await show(personView());
    await user.click(button('Copy Website from HighLevel to Clio'));
    expect(acts()).toEqual([{ type: 'contact.copy-to-clio', payload: { key: KEY, fields: ['website'] } }]);
  });

  test('several go at once', async () => {
    const { user } = await show(
      personView({ fields: [row('website', undefined, 'https://a.example'), row('city', undefined, 'Surrey')] }),
    );
    await user.click(button('Copy 2 missing fields to Clio'));
    expect(acts()).toEqual([{ type: 'contact.copy-to-clio', payload: { key: KEY, fields: ['website', 'city'] } }]);
  });

  test('it is not offered while writing to Clio is off', async () => {
    await show(personView({}, { can: { writeHighLevel: true, writeClio: false } }));
    expect(screen.queryByRole('button', { name: /to Clio/ })).toBeNull();
  });
});

describe('while writing to HighLevel is off', () => {
  const off = { can: { writeHighLevel: false, writeClio: false } };

  test.each([
    ['Contact', 'Push contact · 1 change'],
    ['Contact', '+ tag'],
    ['Contact', 'Remove tag family-law'],
    ['Tasks', 'Push task Request medical records'],
    ['Tasks', 'Task in HighLevel'],
    ['Notes', 'Note in HighLevel'],
  ])('in %s, “%s” explains and leads to Connections', async (tab, name) => {
    const { user } = await show(personView({}, off));
    await user.click(screen.getByRole('tab', { name: new RegExp(`^${tab}`) }));
    await user.click(button(name));
    expect(screen.getByRole('dialog', { name: 'Writing to HighLevel is off' })).toBeTruthy();
    expect(acts()).toEqual([]);
    await user.click(button('Open Connections'));
    expect(acts()).toEqual([{ type: 'console.open', payload: {} }]);
  });

  test('a task cannot be ticked', async () => {
    const { user } = await show(personView({}, off));
    await user.click(screen.getByRole('tab', { name: /^Tasks/ }));
    const box = screen.getByRole('checkbox', { name: 'Complete Send retainer agreement' }) as HTMLInputElement;
    await user.click(box);
    expect(box.checked).toBe(false);
    expect(acts()).toEqual([]);
  });
});
