import type { Change } from '../model/change.ts';
import type { Write } from '../model/outbox.ts';
import { leaves } from '../rules/echo.ts';
import type { Outbox } from '../sync/outbox.ts';

/** The second word of the operation that makes a record of this kind. */
const KINDS: Partial<Record<Change['entity'], string>> = { 'calendar-entry': 'entry' };
/** What a record is told by: the first of these that it has. */
const TOLD_BY = [['title'], ['body'], ['email'], ['firstName', 'lastName']];

function toldBy(record: Record<string, unknown>): string[] {
  const texts = TOLD_BY.map((names) => names.flatMap((name) => leaves(record[name] ?? []))).find((found) => found.some(Boolean));
  return texts ?? [];
}

/** Creates that left and whose end is not known yet: what they made may well be read before. */
export const leftCreates = async (outbox: Pick<Outbox, 'open'>): Promise<Write[]> =>
  (await outbox.open()).filter(({ op, sentAt }) => op.endsWith('.create') && sentAt !== undefined);

/**
 * Was this record, seen for the first time, made by one of these writes? By their texts, as neither system says who made something: then it
 * came about by us, whenever the write itself hears of it.
 */
export function isMade({ system, account, entity, before, after }: Change, creates: readonly Write[]): boolean {
  if (before !== undefined || !after) return false;
  const op = `${system}.${KINDS[entity] ?? entity}.create`;
  const texts = toldBy(after as Record<string, unknown>);
  return creates.some((one) => {
    if (one.op !== op || one.connection !== `${system}:${account}` || !texts.length) return false;
    const sent = leaves(one.body.input);
    return texts.every((text) => sent.includes(text));
  });
}
