import type { Kind, Operation } from '../../../lib/catalog/operation.ts';
import type { System } from '../../../lib/model/subject.ts';

export interface Filter {
  text: string;
  system?: System | 'local';
  kind?: Kind;
  entity?: string;
}

export const entityOf = (id: string): string => id.split('.')[1] ?? '';
export const entitiesIn = (operations: readonly Operation[]): string[] => [...new Set(operations.map(({ id }) => entityOf(id)))];

/** Case and accents are nobody's meaning when searching. */
const flat = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Those that fit; every word typed must stand somewhere in what is said of one. `told`: its words. */
export function matching(operations: readonly Operation[], filter: Filter, told: (one: Operation) => string): Operation[] {
  const words = flat(filter.text).split(/\s+/).filter(Boolean);
  return operations.filter((one) => {
    if (filter.system && one.system !== filter.system) return false;
    if (filter.kind && one.kind !== filter.kind) return false;
    if (filter.entity && entityOf(one.id) !== filter.entity) return false;
    const all = words.length ? flat(`${told(one)} ${one.id} ${one.scopes.join(' ')} ${one.event ?? ''}`) : '';
    return words.every((word) => all.includes(word));
  });
}

export interface Group {
  entity: string;
  operations: Operation[];
}

const ORDER: Kind[] = ['trigger', 'action', 'search', 'utility'];

/** By what they are about, in the order of their first; in a group what starts comes before what writes and reads. */
export const grouped = (operations: readonly Operation[]): Group[] =>
  entitiesIn(operations).map((entity) => ({
    entity,
    operations: operations
      .filter(({ id }) => entityOf(id) === entity)
      .toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind)),
  }));
