import { type Ask, type AskBody, askKey } from '../model/ask.ts';
import type { AskChange, Batch } from './batch.ts';
import type { Database } from './db.ts';
import type { AskStored, Sealer } from './rows.ts';

export const askContext = (key: string): string => `ask|${key}`;

const keyOf = ({ put, close }: AskChange): string => put?.key ?? close ?? '';

const facts = (body: AskBody): string => JSON.stringify({ ...body, answer: undefined });

/** What a change makes of a question; the same object when nothing. */
function changed(old: Ask | undefined, { put, close, of }: AskChange, at: number): Ask | undefined {
  const isAsked = old && old.state !== 'gone';
  if (put?.body.answer) return { ...put, state: 'answered', at: old?.at ?? at, answeredAt: put.answeredAt ?? at };
  if (put) {
    if (isAsked && facts(old.body) === facts(put.body)) return old;
    return { ...put, state: 'open', at: old?.state === 'open' ? old.at : at, answeredAt: undefined };
  }
  const isMeant = isAsked && (of === undefined || (old.state === 'open' && old.clioAccount === of));
  return isMeant && close !== undefined ? { ...old, state: 'gone' } : old;
}

/** Who is linked by now, in whatever way, is nobody to be asked about any more, on either side. */
export function withoutLinked(batch: Batch): Batch {
  const linked = (batch.links ?? []).flatMap(({ put }): AskChange[] => {
    if (!put) return [];
    const { clioAccount: of, clioId, locationId, highlevelId } = put;
    const keys = [askKey.match('clio', of, clioId), askKey.match('highlevel', locationId, highlevelId)];
    return keys.map((close) => ({ close, of }));
  });
  return linked.length ? { ...batch, asks: [...linked, ...(batch.asks ?? [])] } : batch;
}

/** The rows to be written: one a question that changed. An old question that can't be opened any more is asked anew. */
export async function prepareAsks(db: Database, sealer: Sealer, { asks = [], at }: Batch): Promise<AskStored[]> {
  const keys = [...new Set(asks.map(keyOf))];
  if (!keys.length) return [];
  const rows = await db.read(['asks'], (tx) => Promise.all(keys.map((key) => tx.objectStore('asks').get(key))));
  const results = await Promise.all(
    keys.map(async (key, index): Promise<AskStored | undefined> => {
      const { sealed, ...row } = rows[index] ?? {};
      const body = sealed && (await sealer.open<AskBody>(sealed, askContext(key)).catch(() => undefined));
      const old = body && ({ ...row, body } as Ask);
      const now = asks.filter((one) => keyOf(one) === key).reduce((ask, one) => changed(ask, one, at), old);
      if (!now || now === old) return undefined;
      const { body: open, ...rest } = now;
      return { ...rest, sealed: await sealer.seal(open, askContext(key)) };
    }),
  );
  return results.filter((one) => one !== undefined);
}
