import type { Change } from '../model/change.ts';
import type { Write } from '../model/outbox.ts';
import { leaves } from '../rules/echo.ts';
import type { SyncReader } from '../store/read-sync.ts';
import type { Outbox } from '../sync/outbox.ts';
import { pairsOf } from '../sync/pairs-of.ts';
import { childOf } from './rules-scene.ts';

/** The second word of the operation that makes a record of this kind. */
const KINDS: Partial<Record<Change['entity'], string>> = { 'calendar-entry': 'entry' };
/** What a record is told by: the first of these that it has. */
const TOLD_BY = [['title'], ['body'], ['email'], ['firstName', 'lastName']];

function toldBy(record: Record<string, unknown>): string[] {
  const texts = TOLD_BY.map((names) => names.flatMap((name) => leaves(record[name] ?? []))).find((found) => found.some(Boolean));
  return texts ?? [];
}

/** Creates that had left, and whose end was not known when these changes were read: what they made may well be read before. */
export async function leftCreates(outbox: Pick<Outbox, 'open' | 'doneSince'>, changes: readonly Change[]): Promise<Write[]> {
  const first = changes.find(({ before, origin }) => before === undefined && origin !== 'write');
  if (!first) return [];
  const creates = await Promise.all([outbox.open(), outbox.doneSince(first.at)]);
  return creates.flat().filter(({ op, sentAt }) => op.endsWith('.create') && sentAt !== undefined);
}

/**
 * Was this record, seen for the first time, made by one of these writes? By its id where the write has heard of it by now, else by their
 * texts, as neither system says who made something: then it came about by us, whenever the write itself hears of it.
 */
export function isMade({ system, account, entity, id, before, after }: Change, creates: readonly Write[]): boolean {
  if (before !== undefined || !after) return false;
  const op = `${system}.${KINDS[entity] ?? entity}.create`;
  const texts = toldBy(after as Record<string, unknown>);
  return creates.some((one) => {
    if (one.op !== op || one.connection !== `${system}:${account}`) return false;
    if (one.state === 'done') return one.body.result?.id === id;
    if (!texts.length) return false;
    const sent = leaves(one.body.input);
    return texts.every((text) => sent.includes(text));
  });
}

/** Known as a copy that we made: read anew, as after a full disk had cost what was kept of it, it has not come about again. */
export async function isCopy(
  { system, account, entity, id, before, after, origin }: Change,
  syncReader: Pick<SyncReader, 'pair' | 'pairsWith'>,
): Promise<boolean> {
  const child = childOf(entity);
  if (!child || before !== undefined || !after || origin === 'write') return false;
  return (await pairsOf(syncReader, { system, account, entity: child, id })).some(({ made }) => made === system);
}
