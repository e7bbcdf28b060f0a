import type { Breach } from './checks.ts';
import { fairLosers } from './checks-policy.ts';
import type { Lying } from './disk.ts';
import type { Edit, Memory } from './memory.ts';
import { meant } from './replies.ts';
import type { Stage } from './stage.ts';
import { contactsOf, notesOf, tasksOf } from './systems.ts';
import { isWrite } from './weather.ts';

/** A spelling of its own is told in the answer to the write itself, and there only: where that was heard each time, it is known as ours. */
const isSpellingHeard = ({ calls, machine }: Stage): boolean =>
  !calls.some(
    (one) =>
      isWrite(one) &&
      !one.host.includes('clio') &&
      (!['none', 'slow'].includes(one.mishap) || machine.diedBetween(one.began, one.at + 200)),
  );

/** Every value somebody typed stands somewhere, or was seen by whoever replaced it, or is kept as the loser of a conflict. */
export function nothingOverwritten(stage: Stage, memory: Memory, lying: Lying): Breach[] {
  const world = JSON.stringify([
    contactsOf.clio(stage),
    contactsOf.highlevel(stage),
    tasksOf.clio(stage),
    tasksOf.highlevel(stage),
    notesOf.clio(stage),
    notesOf.highlevel(stage),
  ]);
  const spelled = isSpellingHeard(stage) ? world : world.replaceAll('no. ', '');
  // A subject is the first line of its copy: whoever replaced that saw each of its lines.
  const replaced = new Set(memory.edits.flatMap((one) => [one.replaced, ...(one.replaced?.split(/\n+/) ?? [])].map(meant)));
  const losers = { clio: fairLosers(memory, lying, 'clio'), highlevel: fairLosers(memory, lying, 'highlevel') };
  const asked = JSON.stringify(lying.asks.map(({ body }) => body.fields ?? []));
  // A rule that changes a text does what somebody told it to, and the log says what stood there.
  const ruled = JSON.stringify(lying.activity.filter(({ by }) => by === 'rule').map(({ body }) => body.before ?? {}));
  const isKept = ({ value, side }: Edit) =>
    [...losers[side]].some((one) => one.includes(value)) || asked.includes(value) || ruled.includes(value);
  const went = ({ id, contact }: Edit) => [id, contact].some((one) => memory.removed.has(one) || memory.merged.has(one));
  return memory.edits
    .filter((one) => /\d/.test(one.value) && ['firstName', 'city', 'website', 'title', 'body'].includes(one.field))
    .filter((one) => !spelled.includes(one.value) && !replaced.has(one.value) && !memory.decided.has(one.value))
    .filter((one) => !isKept(one) && !went(one))
    .map(({ side, entity, id, field, value }) => ({
      kind: 'overwritten',
      what: `${side} ${entity} ${id} ${field} "${value}" is nowhere`,
    }));
}

/** With a Clio tab open it looks each minute. */
const MOST_WAKINGS = 45;

/** Nobody did anything any more: nothing is written, and what is read is within bounds. */
export function quietHour(stage: Stage, memory: Memory, lying: Lying): Breach[] {
  const { calls: called, rings } = memory.idle ?? { calls: 0, rings: 0 };
  const calls = stage.calls.slice(called);
  const writes = calls.filter(({ method, path }) => method !== 'GET' && !/search|token|oauth/.test(path));
  const breaches: Breach[] = writes.map(({ method, path }) => ({
    kind: 'echo',
    what: `${method} ${path} though nobody did anything`,
  }));
  const most = memory.sync?.on || memory.rules.size ? 200 : 15;
  if (calls.length > most) breaches.push({ kind: 'limits', what: `${calls.length} calls in half an idle hour` });
  const woken = stage.machine.rings().length - rings;
  if (woken > MOST_WAKINGS) breaches.push({ kind: 'limits', what: `woken ${woken} times in half an idle hour` });
  const due = lying.dirty.filter(({ at }) => at < stage.time.now() - 20 * 60_000);
  if (memory.sync?.on && due.length && !lying.signedOut)
    breaches.push({ kind: 'unsettled', what: `marks never looked at: ${due.map(({ key }) => key)}` });
  return breaches;
}
