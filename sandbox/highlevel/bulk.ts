import { assertLocation, putContact } from './contact-store.ts';
import { refuse } from './errors.ts';
import { normalizeTags } from './normalize.ts';
import type { HlCall, HlRoute } from './route.ts';

interface BulkTags {
  contacts: string[];
  tags: string[];
  locationId: string;
  removeAllTags?: boolean;
}

function updateTags(call: HlCall) {
  const { state, params } = call;
  const input = call.body as BulkTags;
  const adding = params.type === 'add';
  if (!adding && params.type !== 'remove') refuse(422, ['type must be one of the following values: add, remove']);
  if (adding && input.removeAllTags) refuse(422, ['removeAllTags can only be used with remove type']);
  const tags = normalizeTags(input.tags);
  let errorCount = 0;
  const responses = input.contacts.map((id) => {
    const contact = state.rows.contacts.find((row) => row.id === id && row.locationId === input.locationId);
    if (!contact) errorCount += 1;
    if (!contact) return `${id}: Contact not found`;
    const kept = input.removeAllTags ? [] : contact.tags.filter((tag) => !tags.includes(tag));
    putContact(state, { ...contact, tags: adding ? normalizeTags([...contact.tags, ...tags]) : kept });
    return `${id}: updated`;
  });
  return { succeded: errorCount === 0, errorCount, responses };
}

function updateBusiness(call: HlCall) {
  const { state } = call;
  const input = call.body as { locationId: string; ids: string[]; businessId: string | null };
  const known = state.rows.businesses.some((row) => row.id === input.businessId && row.locationId === input.locationId);
  if (input.businessId !== null && !known) refuse(422, ['businessId must be a business of this location']);
  const ids = input.ids.filter((id) => {
    const contact = state.rows.contacts.find((row) => row.id === id);
    if (!contact) return false;
    assertLocation(call, contact.locationId);
    putContact(state, { ...contact, businessId: input.businessId ?? undefined });
    return true;
  });
  return { success: true, ids };
}

// The spec names no scope for the bulk calls; the one of every other contact write is asked for.
const shared = { spec: 'contacts', version: '2021-07-28', scope: 'contacts.write', method: 'POST' } as const;
const locationId = { kind: 'string', required: true } as const;

export const bulkRoutes: HlRoute[] = [
  {
    ...shared,
    id: 'highlevel.bulk-tags',
    path: '/contacts/bulk/tags/update/:type',
    status: 201,
    body: {
      contacts: { kind: 'strings', required: true },
      tags: { kind: 'strings', required: true },
      locationId,
      removeAllTags: { kind: 'boolean' },
    },
    handle: updateTags,
  },
  {
    ...shared,
    id: 'highlevel.bulk-business',
    path: '/contacts/bulk/business',
    body: {
      locationId,
      ids: { kind: 'strings', required: true, max: 50 },
      businessId: { kind: 'string', required: true, nullable: true },
    },
    handle: updateBusiness,
  },
];
