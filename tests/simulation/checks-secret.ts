import type { Breach } from './checks.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';
import { eventsOf, notesOf, tasksOf } from './systems.ts';

/** Nothing that a firm must keep to itself stands in HighLevel, unless somebody said so: to this very text, or to its matter. */
export function nothingGivenAway(stage: Stage, { secret, allowed }: Memory): Breach[] {
  if (!secret.size) return [];
  const there = JSON.stringify([tasksOf.highlevel(stage), notesOf.highlevel(stage), eventsOf.highlevel(stage)]);
  return [...secret].flatMap(([text, { matter }]): Breach[] => {
    if (!there.includes(text) || isAllowed(text, matter, allowed)) return [];
    return [{ kind: 'given-away', what: `"${text}" stands in HighLevel, and nobody allowed it` }];
  });
}

const isAllowed = (text: string, matter: string | undefined, allowed: ReadonlySet<string>): boolean =>
  (matter !== undefined && allowed.has(`matter:${matter}`)) || [...allowed].some((one) => one.includes(text));
