import { askKey } from '../model/ask.ts';
import { AppError } from '../model/errors.ts';
import { UNTAKEN, type Untaken } from '../model/sync-words.ts';
import type { PairOpen } from '../store/read-sync.ts';
import { listKey } from '../store/rows.ts';
import { type AnswerParts, clicked, connectionOf } from './answer-parts.ts';
import { deleteOf } from './delete-of.ts';

interface Titled {
  id: string;
  title?: string;
  text?: string;
}

async function labelOf({ reader }: AnswerParts, { entity }: PairOpen, account: string, contactId: string, id: string) {
  const there = await reader.list<Titled>(listKey('highlevel', account, entity, contactId));
  const item = there.find((one) => one.id === id);
  return (item?.title ?? item?.text ?? '').slice(0, 80);
}

/**
 * Takes a pushed task, note or appointment out of HighLevel: the delete and "never push it again" are on the disk together. Answers with what no delete takes back. `pair`: the pair's key.
 */
export async function recallItem(parts: AnswerParts, pair: string): Promise<{ actId: string; left: readonly Untaken[] }> {
  const found = await parts.syncReader.pair(pair);
  const link = found && (await parts.reader.link(found.link));
  if (!found || !link) throw new AppError('not-found', { about: 'pair' });
  // What stood in HighLevel by itself is not ours to take away: there the Clio record is the copy, or came later.
  if (found.made !== 'highlevel') throw new AppError('invalid-request', { system: 'highlevel', about: 'recall' });
  const { entity, clioId, highlevelId } = found;
  const { clioAccount, locationId } = link;
  const label = await labelOf(parts, found, locationId, link.highlevelId, highlevelId);
  const location = await connectionOf(parts, 'highlevel', locationId);
  const { op, input } = deleteOf('highlevel', entity, highlevelId, link.highlevelId);
  const write = await clicked(parts, { link: link.key, label }, 'highlevel', location, op, input, 'item.recall');
  const never = {
    key: askKey.approval(link.key, entity, clioId),
    kind: 'approval' as const,
    link: link.key,
    clioAccount,
    locationId,
    entity,
    body: { label, clioId, offers: ['approve' as const, 'never' as const], answer: { offer: 'never' as const } },
  };
  const at = parts.now();
  const body = { label };
  const about = { link: link.key, system: 'highlevel' as const, account: locationId, entity, id: highlevelId };
  const told = { at, kind: 'decision' as const, by: 'click' as const, cause: 'item.recall', act: write.act, ...about };
  await parts.apply(
    {
      at,
      // The pair stays, so that two-way sync takes the Clio record for one that has been pushed.
      enqueue: [write],
      asks: [{ put: never }],
      activity: [{ ...told, outcome: 'queued', why: 'recalled', body }],
    },
    'person',
  );
  return { actId: write.act, left: UNTAKEN[entity] };
}
