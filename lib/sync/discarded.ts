import { otherSide } from '../merge/field.ts';
import { type Ask, type AskOffer, askKey } from '../model/ask.ts';
import type { Write } from '../model/outbox.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { AskChange } from '../store/batch.ts';
import type { Reader } from '../store/read.ts';
import type { SyncReader } from '../store/read-sync.ts';
import type { KeptDecision, KeptInput } from './plan-rows.ts';

interface DiscardParts {
  reader: Reader;
  syncReader: SyncReader;
}

/**
 * What a person says by discarding a write that two-way sync planned, as an answered question that the planner finds: what was to be made is
 * not made, and the values are left as they are until one of them changes. Without it the same would be planned anew with the next reading.
 */
export async function discarded(parts: DiscardParts, { by, link, body }: Write): Promise<AskChange[]> {
  const { sync, label } = body;
  if (by !== 'sync' || !sync) return [];
  const [clioAccount = '', clioId = '', locationId = ''] = link.split('|');
  const answered = (key: string, kind: Ask['kind'], offer: AskOffer, more: Partial<Ask['body']>): AskChange[] => [
    {
      put: {
        ...{ key, kind, clioAccount, locationId, entity: sync.entity },
        ...(kind !== 'match' && { link }),
        body: { label, ...more, offers: [offer], answer: { offer } },
      },
    },
  ];
  const { from } = sync;
  if (from) {
    const own = from.system === 'clio' ? { clioId: from.id } : { highlevelId: from.id };
    if (sync.entity !== 'contact')
      return answered(askKey.approval(link, sync.entity as ChildEntity, from.id), 'approval', 'never', own);
    const account = from.system === 'clio' ? clioAccount : locationId;
    const key = askKey.match(from.system, account, from.id);
    return answered(key, 'match', 'not-same', { ...own, side: otherSide(from.system), candidates: [] });
  }
  const pair = sync.pair === undefined ? undefined : await parts.syncReader.pair(sync.pair);
  const base = pair ? pair.agreed?.base : (await parts.reader.link(link))?.base;
  const key = askKey.conflict(link, sync.entity, pair?.clioId);
  const { clio, highlevel } = sync.input as KeptInput;
  const decisions = sync.decisions as KeptDecision[];
  const fields = decisions.map(({ id }) => ({ id, clio: clio[id], highlevel: highlevel[id], base: base?.[id] }));
  // Of one record several writes may be discarded one after the other.
  const before = await parts.syncReader.ask(key);
  const kept =
    before?.state === 'answered' ? (before.body.fields ?? []).filter(({ id }) => !fields.some((one) => one.id === id)) : [];
  return answered(key, 'conflict', 'keep-both', {
    ...(before?.state === 'answered' ? before.body : {}),
    ...{ clioId: pair?.clioId ?? clioId, highlevelId: pair?.highlevelId ?? sync.highlevelId, fields: [...kept, ...fields] },
  });
}
