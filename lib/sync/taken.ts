import type { Write } from '../model/outbox.ts';
import type { System } from '../model/subject.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { Reader } from '../store/read.ts';
import type { SyncReader } from '../store/read-sync.ts';
import type { Outbox } from './outbox.ts';
import { touches } from './plan-rows.ts';

export interface TakenParts {
  outbox: Pick<Outbox, 'ofLink'>;
  reader: Pick<Reader, 'pairs'>;
  syncReader: Pick<SyncReader, 'pairsWith'>;
}

/** The second word of an operation's name, in our words. */
const ENTITIES: Record<string, ChildEntity> = { task: 'task', note: 'note', entry: 'appointment', appointment: 'appointment' };

/** What other rows of the same person made, and what was pushed for other Clio records. */
export async function takenIds(
  { outbox, reader, syncReader }: TakenParts,
  { seq, op, link, body, sentAt = 0 }: Write,
  seen: readonly string[] = [],
): Promise<string[]> {
  const others = (await outbox.ofLink(link)).filter((row) => row.seq !== seq);
  // What sync has copied since from a record that this very row may have made speaks for nobody else.
  const pairs = (await reader.pairs(link)).filter(({ clioId, at }) => (body.pair ? clioId !== body.pair.clioId : at <= sentAt));
  // A task of Clio without a matter stands under nobody: the list it is looked for in holds everybody's.
  const [system, kind = ''] = op.split('.') as [System, string];
  const entity = ENTITIES[kind];
  const elsewhere = entity ? await syncReader.pairsWith(system, entity, seen) : [];
  const theirs = elsewhere
    .filter((pair) => pair.link !== link)
    .map((pair) => (system === 'clio' ? pair.clioId : pair.highlevelId));
  return [
    ...theirs,
    // A row that names it (completed, say, as soon as it was on the screen) did not make it.
    ...others.flatMap((row) => ((made) => (made && !touches(row, [made]) ? made : []))(row.body.result?.id)),
    ...pairs.flatMap((pair) => [pair.clioId, pair.highlevelId]),
  ];
}
