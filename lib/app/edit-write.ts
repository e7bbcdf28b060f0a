import { edited, mayEdit } from '../catalog/edit.ts';
import { actionOf } from '../catalog/index.ts';
import type { Payload } from '../messages/protocol.ts';
import type { Activity } from '../model/activity.ts';
import { AppError } from '../model/errors.ts';
import type { Write, WriteRow } from '../model/outbox.ts';
import type { SettingsStore } from '../store/settings.ts';
import type { WriteChoiceParts } from './choices-write.ts';
import { looksPrivileged } from './privileged.ts';

export interface EditParts extends WriteChoiceParts {
  settings: SettingsStore;
}

/** As if it had just been planned: nothing came of the tries before, and what was read for them says nothing any more. */
const FRESH: Partial<WriteRow> = {
  state: 'queued',
  attempts: 0,
  checks: 0,
  failures: 0,
  error: undefined,
  refused: undefined,
  sentAt: undefined,
};

/** The input with the new values in it, by the operation's own rules. */
function put({ op, body }: Write, values: Payload<'write.edit'>['values']) {
  const next = edited(op, body.input, values);
  if (next.ok && actionOf(op)?.input.safeParse(next.input).success) return next;
  throw new AppError('invalid-request', { about: next.ok ? 'input' : next.errors[0]?.field });
}

/** What was typed over a text is another text: as by a push, it is held until somebody says so. */
async function mustBeOpen(parts: EditParts, { link }: Write, after: object): Promise<void> {
  const looks = await looksPrivileged(parts, { id: `clio:${link.split('|')[0]}` });
  const typed = Object.values(after).flatMap((one) => (typeof one === 'object' ? Object.values(one) : String(one)));
  if (looks({ text: typed.join('\n') })) throw new AppError('held', { about: 'text' });
}

/**
 * Puts right what was refused, and queues it again in its old place; strict. What sync decided stays with the row: the base of its link
 * or pair moves on as it would have, with what now comes back beside it.
 */
export async function editWrite(parts: EditParts, { writeId, values, held }: Payload<'write.edit'>): Promise<undefined> {
  const write = await parts.outbox.get(writeId);
  const connection = write && (await parts.connectionOf(write.connection));
  if (!connection) throw new AppError('not-found', { about: 'write' });
  if (!mayEdit(write)) throw new AppError('changed-meanwhile');
  const { op, act, link, state, body } = write;
  const { input, before, after } = put(write, values);
  if (!held && connection.system === 'highlevel') await mustBeOpen(parts, write, after);
  const { snapshot: _, before: __, told: ___, ...rest } = body;
  const at = parts.now();
  const row: Omit<Activity, 'seq'> = {
    ...{ at, kind: 'answer', by: 'person', outcome: 'queued', why: 'edited', act, op, write: writeId },
    ...{ system: connection.system, account: connection.account, entity: body.sync?.entity ?? op.split('.')[1] },
    ...(link && { link }),
    body: { label: body.label, before, after },
  };
  const patch = { ...FRESH, key: parts.keyOf(op, input, connection), nextAt: at };
  const now = { ...rest, input, edited: { ...body.edited, ...after } };
  await parts.apply({ at, activity: [row], writes: [{ seq: writeId, seen: state, patch, body: now }] }, 'person');
  parts.drain();
  return undefined;
}
