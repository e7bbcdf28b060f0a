import { actionOf } from '../catalog/index.ts';
import type { Payload } from '../messages/protocol.ts';
import type { Connection } from '../model/connection.ts';
import { AppError } from '../model/errors.ts';
import type { NewWrite, Write } from '../model/outbox.ts';
import type { Apply } from '../store/apply.ts';
import type { SyncReader } from '../store/read-sync.ts';
import { discarded } from '../sync/discarded.ts';
import { finished } from '../sync/finished.ts';
import type { ActsParts } from './act.ts';
import { UNDO_FOR } from './pending.ts';

export interface WriteChoiceParts extends Pick<ActsParts, 'outbox' | 'reader' | 'now' | 'newId' | 'keyOf' | 'drain'> {
  apply: Apply;
  syncReader: SyncReader;
  connectionOf: (id: string) => Promise<Connection | undefined>;
}

/** A click that left the screen just before its time ran out still counts. */
const GRACE = 2_000;

const pairKeyOf = (write: Write): string[] =>
  write.body.pair ? [`${write.link}|${write.body.pair.entity}|${write.body.pair.clioId}`] : [];

/** The row that takes a finished one back, or undefined where the API has no way. */
export function undoOf(write: Write, act: string, keyOf: (op: string, input: unknown) => string): NewWrite | undefined {
  const way = write.body.result && actionOf(write.op)?.undo?.(write.body.input, write.body.result, write.body.before);
  if (!way) return undefined;
  const { connection, link, kind } = write;
  const body = { label: write.body.label, input: way.input, unpair: pairKeyOf(write), unlink: write.body.link?.key };
  return { op: way.op, connection, link, kind, act, key: keyOf(way.op, way.input), undoes: write.act, body };
}

async function backRows(parts: WriteChoiceParts, done: Write[]): Promise<NewWrite[]> {
  const act = parts.newId();
  const back: NewWrite[] = [];
  for (const write of done) {
    const connection = await parts.connectionOf(write.connection);
    const row = connection && undoOf(write, act, (op, input) => parts.keyOf(op, input, connection));
    if (row) back.push(row);
  }
  return back;
}

/** Drops what was not sent yet and queues the opposite of what was done just now. */
export async function undoAct(parts: WriteChoiceParts, { actId }: Payload<'act.undo'>): Promise<undefined> {
  const { outbox, now } = parts;
  const writes = (await outbox.ofAct(actId)).filter((write) => !write.undone);
  const unsent = writes.filter((write) => write.state === 'queued' && write.attempts === 0);
  // One that left in this very moment is not dropped: it can be taken back once it is done.
  const dropped = unsent.length ? await outbox.drop(unsent.map((write) => write.seq)) : [];
  const done = writes.filter((write) => write.state === 'done' && now() - (write.doneAt ?? 0) <= UNDO_FOR + GRACE);
  const back = await backRows(parts, done);
  if (!back.length && !dropped.length) throw new AppError('too-late-to-undo');
  // The way back first: a worker that dies in between leaves an undo offered twice, never one that is claimed and not queued.
  if (back.length) await outbox.enqueue(back, now());
  for (const write of done) await outbox.patch(write.seq, { undone: true });
  parts.drain();
  return undefined;
}

/** One more try of a write that stopped; one that may have been carried out is looked for first. */
export async function retryWrite(parts: WriteChoiceParts, { writeId }: Payload<'write.retry'>): Promise<undefined> {
  const { outbox, now } = parts;
  if (!(await outbox.get(writeId))) throw new AppError('not-found', { about: 'write' });
  await outbox.retry(writeId, now());
  parts.drain();
  return undefined;
}

/**
 * Discards a write that waits or stopped; refused for one that is on its way. One that is gone already is as wanted. What two-way sync
 * planned is not planned anew for the same values.
 */
export async function dropWrite(parts: WriteChoiceParts, { writeId }: Payload<'write.drop'>): Promise<undefined> {
  const { outbox } = parts;
  const write = await outbox.get(writeId);
  if (write?.state === 'sending') throw new AppError('outcome-unknown');
  if (write) {
    const { seq, state: seen } = write;
    const connection = await parts.connectionOf(write.connection);
    const at = parts.now();
    const { system, account } = connection ?? {};
    const row = { ...finished({ write }, 'dropped', at, { why: 'discarded' }), by: 'person' as const, system, account };
    // Said first: dying in between leaves a row to be discarded once more, never one that comes back.
    await parts.apply({ at, asks: await discarded(parts, write), activity: [row], writes: [{ seq, seen, patch: {} }] }, 'person');
    const dropped = await outbox.drop([writeId]);
    if (!dropped.length && (await outbox.get(writeId))) throw new AppError('outcome-unknown');
  }
  // What queued behind it may go now.
  parts.drain();
  return undefined;
}
