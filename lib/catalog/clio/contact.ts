import * as z from 'zod/mini';
import { contactPatch, fromWireContact } from '../../clio/convert.ts';
import { clioRequests } from '../../clio/requests.ts';
import type { WireContact } from '../../clio/types.ts';
import { CONTACT_FIELDS, valuesOf } from '../../model/contact.ts';
import { AppError } from '../../model/errors.ts';
import { defineAction } from '../define.ts';
import { id, values } from '../inputs.ts';
import { differing, same } from '../same.ts';

const input = z.object({ clioId: id, values });
type Fill = z.infer<typeof input>;
type One = { data: WireContact };

/** Fills in what a Clio contact lacks; never replaces. Sent under the etag just read, so a change in between is refused and read again. */
export const fillContact = defineAction<Fill, One, One>({
  id: 'clio.contact.fill',
  system: 'clio',
  resend: 'check',
  input,
  key: ({ clioId }) => `clio:contact:${clioId}`,
  look: ({ clioId }) => clioRequests.contact(clioId),
  lookFirst: true,
  refuse({ values: sent }, { data }, { account }) {
    const now = valuesOf(fromWireContact(data, account));
    const fields = CONTACT_FIELDS.filter((field) => sent[field] !== undefined);
    if (fields.every((field) => same(field, sent[field], now[field]))) return 'done';
    return contactPatch(data, sent) ? undefined : 'changed';
  },
  find: ({ values: sent }, { data }, _, { account }) => {
    const contact = fromWireContact(data, account);
    const differs = differing(sent, valuesOf(contact) as Record<string, unknown>);
    return differs.length
      ? undefined
      : { id: contact.id, told: [{ entity: 'contact', id: contact.id, value: contact }], differs };
  },
  request({ clioId, values: sent }, _, fresh) {
    const patch = fresh && contactPatch(fresh.data, sent);
    if (!patch || !fresh.data.etag) throw new AppError('changed-meanwhile', { system: 'clio' });
    return clioRequests.updateContact(clioId, patch.body, fresh.data.etag);
  },
  outcome({ values: sent }, { data }, { account }) {
    const contact = fromWireContact(data, account);
    return {
      id: contact.id,
      told: [{ entity: 'contact', id: contact.id, value: contact }],
      differs: differing(sent, valuesOf(contact) as Record<string, unknown>),
    };
  },
});
