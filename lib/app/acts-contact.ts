import { compareFields } from '../match/fields.ts';
import type { Payload, Queued } from '../messages/protocol.ts';
import type { From } from '../messages/serve.ts';
import { valuesOf } from '../model/contact.ts';
import { AppError } from '../model/errors.ts';
import { type ActsParts, linkedFor, mustWrite, outgoing, queue, sceneFor } from './act.ts';

/** Clio's person becomes a HighLevel contact, linked once the answer has told its id. */
export async function createContact(parts: ActsParts, { key }: Payload<'contact.create'>, from: From): Promise<Queued> {
  await mustWrite(parts, 'highlevel');
  const scene = await sceneFor(parts, from, key);
  const { clio, location, contact, linkKey } = scene;
  if (!clio || !location || !contact || !linkKey || scene.link) throw new AppError('subject-changed');
  const values = outgoing(valuesOf(contact), scene);
  const link = {
    key: linkKey,
    clioAccount: clio.account,
    clioId: contact.id,
    locationId: location.account,
    by: 'create' as const,
    reasons: [{ code: 'pushed' as const, tone: 'good' as const }],
    base: values,
  };
  const writes = await parts.outbox.ofLink(linkKey);
  if (writes.some((write) => write.op === 'highlevel.contact.create' && write.state !== 'done'))
    throw new AppError('invalid-request', { about: 'already queued' });
  const body = { label: contact.name, link, input: { values } };
  return queue(parts, scene, 'contact.create', location, [{ op: 'highlevel.contact.create', body }]);
}

/** The chosen fields go to HighLevel; one that has a value there only where overwriting it was chosen too. */
export async function pushContact(parts: ActsParts, payload: Payload<'contact.push'>, from: From): Promise<Queued> {
  const { key, fields, overwrite } = payload;
  const scene = await linkedFor(parts, from, key, 'highlevel');
  if (!scene.highlevel) throw new AppError('subject-changed');
  const rows = compareFields(scene.contact, scene.highlevel, { country: scene.country });
  const chosen = rows.filter(
    (row) => fields.includes(row.field) && row.pushable && (row.state === 'only-clio' || overwrite.includes(row.field)),
  );
  if (!chosen.length) throw new AppError('invalid-request', { about: 'nothing to do' });
  // The store may have learnt another value since the choice was made: nobody agreed to lose that one.
  const isNews = (row: (typeof rows)[number]) =>
    payload.seen?.[row.field] !== undefined && payload.seen[row.field] !== row.highlevel;
  if (chosen.some(isNews)) throw new AppError('changed-meanwhile', { system: 'highlevel' });
  const values = outgoing(Object.fromEntries(chosen.map((row) => [row.field, row.clio])), scene);
  const seen = Object.fromEntries(chosen.map((row) => [row.field, row.highlevel]));
  const input = { contactId: scene.link.highlevelId, values, seen };
  return queue(parts, scene, 'contact.push', scene.location, [
    { op: 'highlevel.contact.update', body: { label: scene.contact.name, input } },
  ]);
}

/**
 * Fills what is blank in Clio; never overwrites. There is no undo: it would have to empty a field of the firm's own file, or to remove an
 * e-mail, phone or address row (Clio nests them and removes them by `_destroy`), which somebody may have used or changed since.
 */
export async function copyToClio(parts: ActsParts, payload: Payload<'contact.copy-to-clio'>, from: From): Promise<Queued> {
  const scene = await linkedFor(parts, from, payload.key, 'clio');
  const all = compareFields(scene.contact, scene.highlevel, { country: scene.country });
  const rows = all.filter((row) => row.copyable && payload.fields.includes(row.field));
  if (!rows.length) throw new AppError('invalid-request', { about: 'nothing to do' });
  const values = Object.fromEntries(rows.map((row) => [row.field, row.highlevel]));
  const body = { label: scene.contact.name, input: { clioId: scene.contact.id, values } };
  return queue(parts, scene, 'contact.copy-to-clio', scene.clio, [{ op: 'clio.contact.fill', body }]);
}
