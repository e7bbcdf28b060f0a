import { expect, test } from 'vitest';
import { askKey } from '../../lib/model/ask.ts';
import type { Link } from '../../lib/model/link.ts';
import { clio, createStorage, location } from './store-parts.ts';

const link: Link = {
  ...{ key: 'us:1|7|LOC', clioAccount: 'us:1', clioId: '7', locationId: 'LOC', highlevelId: 'h7', by: 'match', at: 1 },
  ...{ reasons: [], base: {} },
};
const keys = [askKey.match('clio', 'us:1', '7'), askKey.match('highlevel', 'LOC', 'h7'), askKey.match('clio', 'us:1', '8')];
const who = (key = '') => ({
  ...{ key, kind: 'match' as const, clioAccount: 'us:1', locationId: 'LOC', entity: 'contact' as const },
  body: { label: 'Ana', candidates: [], offers: ['link' as const] },
});

test('who somebody is, is asked no more once they are linked, by whatever way and from either side', async () => {
  const { apply, syncReader, keep } = createStorage();
  await keep(clio('us:1'), { accessToken: 'a' }, 0);
  await keep(clio('ca:2'), { accessToken: 'a' }, 0);
  await keep(location('LOC'), { accessToken: 'b' }, 0);
  const states = async () => (await syncReader.asksAt(keys)).map((one) => one?.state);
  await apply({ at: 1, asks: keys.map((key) => ({ put: who(key) })) }, 'pull');
  await apply({ at: 2, links: [{ put: { ...link, clioAccount: 'ca:2', key: 'ca:2|7|LOC' } }] }, 'pull');
  expect(await states(), 'another account of Clio has its own people').toEqual(['open', 'open', 'open']);
  await apply({ at: 3, links: [{ put: link, ifAbsent: true }] }, 'pull');
  expect(await states()).toEqual(['gone', 'gone', 'open']);
  const { body, ...asked } = who(keys[0]);
  const put = { ...asked, body: { ...body, answer: { offer: 'link' as const, id: 'h7' } } };
  await apply({ at: 4, links: [{ put: link }], asks: [{ put }] }, 'person');
  expect(await states(), 'the answer itself stays').toEqual(['answered', 'gone', 'open']);
});
