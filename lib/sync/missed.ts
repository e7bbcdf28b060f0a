import type { Write } from '../model/outbox.ts';
import type { ChildEntity } from '../model/sync.ts';
import type { Batch } from '../store/batch.ts';
import { recordKey } from '../store/rows.ts';
import { dirtyKey } from './dirty.ts';
import { KINDS } from './plan-kinds.ts';
import type { SettleParts } from './settle-agreed.ts';

/** Deleted while its copy waited to be made: nothing stood for it when it was missed, so it is looked for now that something does. */
export async function missed({ reader }: SettleParts, { link, body }: Write, at: number): Promise<NonNullable<Batch['dirty']>> {
  const { pair, sync } = body;
  const own = pair ? (pair.highlevelId ? undefined : ({ system: 'clio', id: pair.clioId } as const)) : sync?.from;
  const entity = pair?.entity ?? sync?.entity;
  if (!own || !entity || !(entity in KINDS)) return [];
  const { system, id } = own;
  const [clioAccount = '', , locationId = ''] = link.split('|');
  const account = system === 'clio' ? clioAccount : locationId;
  const child = entity as ChildEntity;
  const record = await reader.record(recordKey(system, account, KINDS[child].names[system].stored, id));
  return record ? [] : [{ key: dirtyKey({ kind: 'gone', system, account, entity: child, id }), at }];
}
