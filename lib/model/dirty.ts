import type { System } from './subject.ts';
import type { ChildEntity } from './sync.ts';

/** What two-way sync has to look at; each is one row of the store `dirty`, so that marking it twice is marking it once. */
export type Dirty =
  /** Both sides of a linked person have to be read whole (a new link, a switch turned on, the reconciliation). Pull's. */
  | { kind: 'read'; link: string /** Only this side. */; side?: System }
  /** A linked person's own values, and their do-not-disturb. Planner's, like the rest. */
  | { kind: 'contact'; link: string }
  | { kind: 'child'; system: System; account: string; entity: ChildEntity; id: string }
  /** A contact of one side that is linked to nobody. */
  | { kind: 'new'; system: System; account: string; id: string }
  /** A record that answered 404 or left its list. */
  | { kind: 'gone'; system: System; account: string; entity: 'contact' | ChildEntity; id: string };

/** Parts of a link's key and ids hold no `;`. */
export const dirtyKey = (one: Dirty): string =>
  one.kind === 'read' || one.kind === 'contact'
    ? `${one.kind};${one.link}${'side' in one && one.side ? `;${one.side}` : ''}`
    : one.kind === 'new'
      ? `new;${one.system};${one.account};${one.id}`
      : `${one.kind};${one.system};${one.account};${one.entity};${one.id}`;

export function dirtyOf(key: string): Dirty {
  const [kind, a = '', account = '', b = '', id = ''] = key.split(';');
  if (kind === 'read' && account) return { kind, link: a, side: account as System };
  if (kind === 'read' || kind === 'contact') return { kind, link: a };
  if (kind === 'new') return { kind, system: a as System, account, id: b };
  return { kind: kind as 'child', system: a as System, account, entity: b as ChildEntity, id };
}
