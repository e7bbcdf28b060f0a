import { expect, test } from 'vitest';
import { CLIO } from '../../lib/clio/endpoints.ts';
import { HIGHLEVEL } from '../../lib/highlevel/endpoints.ts';
import { clioPages, searchPages } from '../../lib/http/pages.ts';
import { createClient } from '../../lib/http/send.ts';
import { CLIO_US, HL, json, parts } from './http-parts.ts';

const all = async <T>(pages: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const page of pages) found.push(page);
  return found;
};

test('of Clio: only the page token is taken from the next link, never its host, path or other words', async () => {
  const next = 'https://evil.example/api/v4/users.json?page_token=abc&fields=secret&limit=1';
  const { made, sent } = parts((_, count) => json({ data: [{ id: count }], meta: { paging: count === 1 ? { next } : {} } }));
  const request = { endpoint: CLIO.contact.list, query: { fields: 'id', limit: 200, order: 'id(asc)' } };
  const pages = await all(clioPages(createClient(made), CLIO_US, request));
  expect(pages.flatMap((page) => page.data.map((row) => row.id))).toEqual([1, 2]);
  expect(sent[1]?.url).toBe('https://app.clio.com/api/v4/contacts.json?fields=id&limit=200&order=id%28asc%29&page_token=abc');
});

test('of Clio: a page that leads to itself ends as a bad answer', async () => {
  const next = 'https://app.clio.com/api/v4/contacts.json?page_token=same';
  const { made, sent } = parts(() => json({ data: [{ id: 1 }], meta: { paging: { next } } }));
  await expect(all(clioPages(createClient(made), CLIO_US, { endpoint: CLIO.contact.list }))).rejects.toMatchObject({
    code: 'bad-answer',
  });
  expect(sent).toHaveLength(2);
});

test('of Clio: walking stops when told', async () => {
  const { made } = parts((_, count) => json({ data: [], meta: { paging: { next: `https://x.example/?page_token=${count}` } } }));
  expect(await all(clioPages(createClient(made), CLIO_US, { endpoint: CLIO.contact.list }, { most: 3 }))).toHaveLength(3);
});

test('of the HighLevel search: the last row leads on, without page, until a page is not full', async () => {
  const { made, sent } = parts((_, count) =>
    json({
      contacts: Array.from({ length: count === 3 ? 1 : 2 }, (_, at) => ({
        id: `c${count}${at}`,
        searchAfter: [count, `c${at}`],
      })),
      total: 5,
    }),
  );
  const body = { locationId: 'LOC1', page: 1, pageLimit: 2, filters: [] };
  const pages = await all(searchPages(createClient(made), HL, { endpoint: HIGHLEVEL.contact.search, body }));
  expect(pages.flatMap((page) => page.contacts)).toHaveLength(5);
  expect(sent.map((one) => one.body)).toEqual([
    { locationId: 'LOC1', pageLimit: 2, filters: [] },
    { locationId: 'LOC1', pageLimit: 2, filters: [], searchAfter: [1, 'c1'] },
    { locationId: 'LOC1', pageLimit: 2, filters: [], searchAfter: [2, 'c1'] },
  ]);
});
