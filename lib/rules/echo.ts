import { factsOf } from '../catalog/operations/facts.ts';
import type { Change } from '../model/change.ts';

/** Every plain value in something, as text in small letters. */
export const leaves = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value).trim().toLowerCase()];

/**
 * Is a change that was read only what a rule wrote before (`written`: values of its writes to this record)? Neither system says who changed
 * something, so it is told by value: everything that is new was written by us.
 */
export function isEcho(
  { entity, before, after }: Pick<Change, 'entity' | 'before' | 'after'>,
  written: readonly unknown[],
): boolean {
  if (!written.length) return false;
  // It was not there, and a rule made it.
  if (before === undefined || before === null) return true;
  const known = new Set(written.flatMap(leaves));
  const [old, now] = [factsOf(entity, before), factsOf(entity, after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => name !== 'updatedAt');
  const changed = names.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]));
  return changed.every((name) => {
    const had = leaves(old[name] ?? []);
    const fresh = leaves(now[name] ?? []).filter((one) => !had.includes(one));
    // Something that only went (a tag taken off) was named in the write, too.
    const gone = had.filter((one) => !leaves(now[name] ?? []).includes(one));
    return (fresh.length ? fresh : gone).every((one) => known.has(one));
  });
}
