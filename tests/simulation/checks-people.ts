import type { Breach } from './checks.ts';
import type { Lying } from './disk.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';
import { contactsOf, type System, tasksOf } from './systems.ts';

/** Asked about, held back with a word, stopped, or waiting for its turn (a small start takes so many a day). */
function isKnownOf({ asks, activity, writes, dirty }: Lying, system: System, id: string): boolean {
  return (
    asks.some(({ key, body }) =>
      key.startsWith(`match|${system}|`) ? key.endsWith(`|${id}`) : [body.clioId, body.highlevelId].includes(id),
    ) ||
    activity.some((one) => one.id === id && ['skipped', 'kept', 'held'].includes(one.outcome)) ||
    writes.some(({ state, body }) => state !== 'done' && body.sync?.from?.id === id) ||
    dirty.some(({ key }) => key.startsWith(`new;${system};`) && key.endsWith(`;${id}`))
  );
}

/** They had a twin, until somebody said of another person that this is who the twin is. */
const isRelinked = ({ chosen }: Memory, { writes }: Lying, id: string): boolean =>
  writes.some(({ state, body: { sync, result } }) => {
    if (state !== 'done' || sync?.from?.id !== id || !result) return false;
    return chosen.has(result.id) || [...chosen.values()].includes(result.id);
  });

const lastNames = {
  clio: (stage: Stage) => contactsOf.clio(stage).map((one) => [one.last_name, String(one.id)] as const),
  highlevel: (stage: Stage) => contactsOf.highlevel(stage).map((one) => [one.lastName, one.id] as const),
};

/** Whoever was written down since two-way sync is on has a twin on the other side, or somebody is asked who they are. */
function everyoneCame(stage: Stage, memory: Memory, lying: Lying): Breach[] {
  const { sync, texts, removed, merged } = memory;
  if (!sync?.on || lying.signedOut) return [];
  return [...texts].flatMap(([name, { entity, at, from, hand }]): Breach[] => {
    if (entity !== 'contact' || at === undefined || at < sync.since) return [];
    const sides = hand ? (['clio', 'highlevel'] as const).filter((side) => hand[side]) : [from];
    return sides.flatMap((side): Breach[] => {
      const id = lastNames[side](stage).find(([last]) => last === name)?.[1];
      if (id === undefined || removed.has(id) || merged.has(id)) return [];
      const isLinked = lying.links.some((one) => (side === 'clio' ? one.clioId : one.highlevelId) === id);
      if (isLinked || isKnownOf(lying, side, id) || isRelinked(memory, lying, id)) return [];
      return [{ kind: 'lost', what: `${name} (${id}) of ${side} was written down, and nothing came of it` }];
    });
  });
}

/** Whom somebody said a new person is, that is who they are. */
function choiceKept({ chosen, removed, clicks }: Memory, { links }: Lying): Breach[] {
  return [...chosen].flatMap(([clioId, highlevelId]): Breach[] => {
    if (removed.has(clioId) || removed.has(highlevelId) || clicks.some(({ type }) => type === 'link.set')) return [];
    const isLinked = links.some((one) => one.clioId === clioId && one.highlevelId === highlevelId);
    return isLinked ? [] : [{ kind: 'lost', what: `${clioId} was said to be ${highlevelId}, and they are not linked` }];
  });
}

/** What was kept in both systems by hand, and says the same, is one. */
function oldTwinsKnown(stage: Stage, { sync, texts, removed, merged, edits }: Memory, { links, pairs, asks }: Lying): Breach[] {
  if (!sync?.on || sync.pilot.on) return [];
  return [...texts].flatMap(([text, { entity, hand, owner, at }]): Breach[] => {
    if (entity !== 'task' || hand?.clio !== 1 || hand.highlevel !== 1 || at !== undefined) return [];
    const clio = tasksOf.clio(stage).find(({ name }) => name === text);
    const highlevel = tasksOf.highlevel(stage).find(({ title }) => title === text);
    const link = links.find(({ clioId }) => clioId === owner);
    if (!clio || !highlevel || link?.highlevelId !== highlevel.contactId) return [];
    const ids = [String(clio.id), highlevel.id, link.clioId, link.highlevelId];
    const isTouched =
      ids.some((id) => removed.has(id) || merged.has(id)) ||
      edits.some(({ id, entity: of }) => of === 'task' && ids.includes(id));
    if (isTouched || asks.some((one) => one.link === link.key && one.kind === 'vanished')) return [];
    const isPaired = pairs.some((one) => one.clioId === ids[0] && one.highlevelId === ids[1]);
    return isPaired ? [] : [{ kind: 'lost', what: `"${text}" stands on both sides, and the two are not known as one` }];
  });
}

/** People, and records that are one: found, and kept. */
export const knownAsOne = (stage: Stage, memory: Memory, lying: Lying): Breach[] => [
  ...everyoneCame(stage, memory, lying),
  ...choiceKept(memory, lying),
  ...oldTwinsKnown(stage, memory, lying),
];
