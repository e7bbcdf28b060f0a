// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { A, B, JOHN, MARY, setUp } from './sandbox-highlevel-rows.ts';

type Asked = Record<string, unknown>;

function searcher(options = {}) {
  const parts = setUp(options);
  const search = (body: Asked) => parts.ask('POST', '/contacts/search', { body: { locationId: A, pageLimit: 20, ...body } });
  const ids = (body: Asked): string[] => search(body).body.contacts.map((contact: { id: string }) => contact.id);
  return { ...parts, search, ids };
}
const where = (field: string, operator: string, value?: unknown) => ({
  field,
  operator,
  ...(value === undefined ? {} : { value }),
});

describe('filters of the contact search', () => {
  test('a list of filters must hold together, an OR group needs one, and groups nest', () => {
    const { ids } = searcher();
    expect(ids({ filters: [where('email', 'eq', 'MARY@example.com')] })).toEqual([MARY]);
    expect(ids({ filters: [where('email', 'eq', 'mary@example.com'), where('phone', 'eq', '+12125550124')] })).toEqual([]);
    const either = { group: 'OR', filters: [where('email', 'eq', 'mary@example.com'), where('phone', 'eq', '+12125550124')] };
    expect(ids({ filters: [either] }).toSorted()).toEqual([JOHN, MARY].toSorted());
    const named = {
      group: 'AND',
      filters: [where('firstNameLowerCase', 'eq', 'mary'), where('lastNameLowerCase', 'contains', 'kaf')],
    };
    expect(ids({ filters: [{ group: 'OR', filters: [named, where('email', 'eq', 'nobody@example.com')] }] })).toEqual([MARY]);
  });

  test('a phone is found only as it is stored, and a secondary e-mail or phone not at all', () => {
    const { ids } = searcher();
    expect(ids({ filters: [where('phone', 'eq', '+12125550123')] })).toEqual([MARY]);
    expect(ids({ filters: [where('phone', 'eq', '(212) 555-0123')] })).toEqual([]);
    expect(ids({ filters: [where('phone', 'contains', '5550123')] })).toEqual([MARY]);
    expect(ids({ filters: [where('phone', 'contains', '+1212555')] })).toEqual([]);
    expect(ids({ filters: [where('email', 'eq', 'mary.old@example.com')] })).toEqual([]);
    expect(ids({ filters: [where('phone', 'eq', '+12125550199')] })).toEqual([]);
  });

  test('exists, not_exists, not_eq, range, tags and custom fields select as their names say', () => {
    const { ids } = searcher();
    expect(ids({ filters: [where('city', 'exists')] })).toEqual([MARY]);
    expect(ids({ filters: [where('city', 'not_exists')] })).toEqual([JOHN]);
    expect(ids({ filters: [where('tags', 'eq', 'client')] })).toEqual([MARY]);
    expect(ids({ filters: [where('tags', 'not_eq', 'client')] })).toEqual([JOHN]);
    expect(ids({ filters: [where('dateAdded', 'range', { gte: '2026-02-03T00:00:00Z' })] })).toEqual([JOHN]);
    expect(ids({ filters: [where('dateAdded', 'range', { lt: '2026-02-03T00:00:00Z' })] })).toEqual([MARY]);
    expect(ids({ filters: [where('customFields.fldONE00000000000001', 'eq', 'blue')] })).toEqual([MARY]);
    expect(ids({ filters: [where('businessName', 'contains', 'bakery')] })).toEqual([MARY]);
  });

  test.each([
    [
      'contains on e-mail',
      [where('email', 'contains', 'mary')],
      'filters.0.operator contains is not supported for the field email',
    ],
    ['an unknown group', [{ group: 'XOR', filters: [] }], 'filters.0.group must be one of the following values: AND, OR'],
    ['an invented operator', [where('email', 'like', 'm')], /operator must be one of/],
    ['a value over 75 characters', [where('city', 'eq', 'x'.repeat(76))], /shorter than or equal to 75/],
    ['a value with exists', [where('city', 'exists', true)], 'filters.0.value should not exist'],
  ])('%s is refused with 422', (_, filters, message) => {
    const { status, body } = searcher().search({ filters });
    expect(status).toBe(422);
    expect(body.message[0]).toMatch(message);
    expect(body.error).toBe('Unprocessable Entity');
  });

  test.each([
    [{ pageLimit: 501 }, /pageLimit must not be greater than 500/],
    [{ query: 'x'.repeat(76) }, /query must be shorter than or equal to 75/],
    [{ page: 21, pageLimit: 500 }, /10000 records at most/],
    [{ page: 1, searchAfter: [1, 'x'] }, /page should not be used with searchAfter/],
    [{ sort: [{ field: 'phone', direction: 'asc' }] }, /sort.field phone is not supported/],
    [{ limit: 5 }, /property limit should not exist/],
    [{ pageLimit: undefined }, /pageLimit should not be empty/],
  ])('the body %j is refused with 422', (extra, message) => {
    const { status, body } = searcher().search(extra);
    expect(status).toBe(422);
    expect(body.message.join('; ')).toMatch(message);
  });
});

test('a field the search does not know is 400, also inside a group, as issue 289 quotes it', () => {
  const { search } = searcher();
  const unknown = { group: 'OR', filters: [where('city', 'exists'), where('additional_phones', 'eq', '+12125550199')] };
  const reply = search({ filters: [unknown] });
  expect(reply).toMatchObject({ status: 400, body: { message: 'Invalid field additional_phones', error: 'Bad Request' } });
});

describe('paging of the contact search', () => {
  test('searchAfter walks through every contact once, in any sort', () => {
    const { search, control, state } = searcher();
    const mary = state.rows.contacts[0];
    state.rows.contacts.length = 0;
    for (let n = 0; n < 23; n += 1) {
      state.rows.contacts.push({ ...mary!, id: `c${n}`, firstName: n % 2 ? 'Ann' : 'Bob' });
      control.touchContact!({ id: `c${n}` });
    }
    control.setSearchLag!({ ms: 0 });
    for (const sort of [undefined, [{ field: 'firstNameLowerCase', direction: 'desc' }]]) {
      const seen: string[] = [];
      let searchAfter: unknown;
      for (let turn = 0; turn < 10; turn += 1) {
        const { contacts, total } = search({ pageLimit: 5, sort, searchAfter, filters: [where('tags', 'eq', 'client')] }).body;
        expect(total).toBeGreaterThanOrEqual(23);
        if (!contacts.length) break;
        seen.push(...contacts.map((row: { id: string }) => row.id));
        searchAfter = contacts.at(-1).searchAfter;
      }
      const mine = seen.filter((id) => /^c\d/.test(id));
      expect(mine).toHaveLength(23);
      expect(new Set(mine).size).toBe(23);
    }
  });

  test('a query looks at name, e-mail, phone, company and tags', () => {
    const { ids } = searcher();
    expect(ids({ query: 'mary ok' })).toEqual([MARY]);
    expect(ids({ query: '555-0124' })).toEqual([JOHN]);
    expect(ids({ query: 'client' })).toEqual([MARY]);
  });
});

describe('the lag of the search index', () => {
  test('a write shows up in search only after the lag, while a read sees it at once', () => {
    const { ask, ids, wait } = searcher();
    const made = ask('POST', '/contacts/', { body: { locationId: A, firstName: 'Nia', email: 'nia@example.com' } });
    const filters = [where('email', 'eq', 'nia@example.com')];
    expect(ask('GET', `/contacts/${made.body.contact.id}`).body.contact.email).toBe('nia@example.com');
    expect(ids({ filters })).toEqual([]);
    wait(2999);
    expect(ids({ filters })).toEqual([]);
    wait(1);
    expect(ids({ filters })).toEqual([made.body.contact.id]);
  });

  test('an edit and a delete lag as well: the index shows the old state', () => {
    const { ask, ids, wait } = searcher();
    ask('PUT', `/contacts/${JOHN}`, { body: { email: 'new@example.com' } });
    ask('DELETE', `/contacts/${MARY}`);
    expect(ids({ filters: [where('email', 'eq', 'john@example.com')] })).toEqual([JOHN]);
    expect(ids({ filters: [where('email', 'eq', 'mary@example.com')] })).toEqual([MARY]);
    wait(3000);
    expect(ids({ filters: [where('email', 'eq', 'new@example.com')] })).toEqual([JOHN]);
    expect(ids({ filters: [where('email', 'eq', 'mary@example.com')] })).toEqual([]);
  });

  test('setSearchLag holds for writes already made', () => {
    const { ask, ids, control } = searcher({ searchLagMs: 60_000 });
    ask('PUT', `/contacts/${JOHN}`, { body: { city: 'Boston' } });
    expect(ids({ filters: [where('city', 'eq', 'boston')] })).toEqual([]);
    control.setSearchLag!({ ms: 0 });
    expect(ids({ filters: [where('city', 'eq', 'boston')] })).toEqual([JOHN]);
  });

  test('a search never shows another location', () => {
    const { search, ids } = searcher();
    expect(ids({})).not.toContain('conOTHER000000000003');
    expect(search({ locationId: B }).status).toBe(403);
  });
});
