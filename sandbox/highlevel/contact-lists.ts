import type { HlContact } from '../world/types.ts';
import { refuse } from './errors.ts';
import { type HlCall, type HlRoute, page, whole } from './route.ts';
import { listedContact } from './views.ts';

const text = { kind: 'string' } as const;

/**
 * The deprecated list, newest first. Its cursor is `startAfter` (the last row's dateAdded in ms) with `startAfterId`;
 * one without the other is no cursor and gives the first page again (a belief, and the trap worth playing).
 */
function list(call: HlCall) {
  const { query, state } = call;
  const limit = whole(query, 'limit', 20);
  if (limit < 1 || limit > 100) refuse(422, ['limit must not be greater than 100']);
  const wanted = query.get('query')?.trim().toLowerCase() ?? '';
  const rows = state.rows.contacts
    .filter((row) => row.locationId === query.get('locationId') && (!wanted || contains(row, wanted)))
    .sort((a, b) => Date.parse(b.dateAdded) - Date.parse(a.dateAdded) || (a.id < b.id ? -1 : 1));
  const afterId = query.get('startAfterId');
  const start = afterId && query.get('startAfter') ? rows.findIndex((row) => row.id === afterId) + 1 : 0;
  const contacts = page(rows, start, limit);
  const last = contacts.at(-1);
  const more = start + contacts.length < rows.length;
  const current = Math.floor(start / limit) + 1;
  const meta = {
    total: rows.length,
    nextPageUrl: more && last ? nextUrl(query, last) : undefined,
    startAfterId: last?.id,
    startAfter: last && Date.parse(last.dateAdded),
    currentPage: current,
    nextPage: more ? current + 1 : undefined,
    prevPage: current > 1 ? current - 1 : null,
  };
  return { contacts: contacts.map(listedContact), count: rows.length, meta };
}

function nextUrl(query: URLSearchParams, last: HlContact): string {
  const next = new URLSearchParams(query);
  next.set('startAfterId', last.id);
  next.set('startAfter', String(Date.parse(last.dateAdded)));
  return `https://services.leadconnectorhq.com/contacts/?${next}`;
}

function contains(row: HlContact, wanted: string): boolean {
  const texts = [`${row.firstName ?? ''} ${row.lastName ?? ''}`, row.email, row.phone, row.companyName, ...row.tags];
  return texts.some((each) => each?.toLowerCase().includes(wanted));
}

function byBusiness(call: HlCall) {
  const { params, query, state } = call;
  const wanted = query.get('query')?.trim().toLowerCase() ?? '';
  const rows = state.rows.contacts.filter(
    (row) =>
      row.locationId === query.get('locationId') && row.businessId === params.businessId && (!wanted || contains(row, wanted)),
  );
  const contacts = page(rows, whole(query, 'skip', 0), whole(query, 'limit', 25));
  return { contacts: contacts.map(listedContact), count: rows.length };
}

const shared = { spec: 'contacts', version: '2021-07-28', scope: 'contacts.readonly', method: 'GET' } as const;

export const contactListRoutes: HlRoute[] = [
  {
    ...shared,
    id: 'highlevel.list-contacts',
    path: '/contacts/',
    query: {
      locationId: { kind: 'string', required: true },
      startAfterId: text,
      startAfter: { kind: 'number' },
      query: text,
      limit: { kind: 'number' },
    },
    handle: list,
  },
  {
    ...shared,
    id: 'highlevel.list-business-contacts',
    path: '/contacts/business/:businessId',
    query: { locationId: { kind: 'string', required: true }, limit: text, skip: text, query: text },
    handle: byBusiness,
  },
];
