import type { Write } from '../../lib/model/outbox.ts';
import { accessKept } from './checks-access.ts';
import { asksKept } from './checks-asks.ts';
import { askedInTime, inOrder, limitsHeard, noUpsert, pausesKept } from './checks-calls.ts';
import { knownAsOne } from './checks-people.ts';
import { newestWon } from './checks-policy.ts';
import { rulesKept } from './checks-rules.ts';
import { nothingGivenAway } from './checks-secret.ts';
import { bothEqual, everythingCame } from './checks-sync.ts';
import { nothingTwice, pushedOnce } from './checks-twice.ts';
import { nothingOverwritten, quietHour } from './checks-values.ts';
import { writesKept } from './checks-writes.ts';
import type { Lying } from './disk.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';

export type Breach = {
  kind:
    | 'lost'
    | 'duplicate'
    | 'order'
    | 'unequal'
    | 'overwritten'
    | 'limits'
    | 'unsettled'
    | 'tokens'
    | 'echo'
    | 'unhandled'
    | 'given-away'
    | 'asleep';
  what: string;
};

const AT_REST: ReadonlySet<Write['state']> = new Set(['done', 'needs-you', 'failed']);

/** Planned before two-way sync, or the rule, was switched off: it waits until that is on again, and says so. */
export const isHeldBack = ({ by, state, error }: Write): boolean =>
  state === 'queued' && error?.code === (by === 'sync' ? 'sync-off' : 'rule-off');

/** Every act ends done, or visibly waits for somebody. */
function settled({ sync }: Memory, writes: Write[]): Breach[] {
  return writes
    .filter((one) => !AT_REST.has(one.state) && ((one.by === 'sync' && sync?.on) || !isHeldBack(one)))
    .map((one) => ({
      kind: 'unsettled',
      what: `${one.op} "${one.body.label}" is ${one.state} (${one.error?.code ?? 'no error'})`,
    }));
}

/** What the screen called queued is on the disk: done, waiting for somebody, or taken back. */
function nothingLost(memory: Memory, writes: Write[]): Breach[] {
  const known = new Set(writes.map((one) => one.act));
  // Taken back before it was sent: the row goes, and that is what was asked for. A new push takes the place of a refused one.
  const excused = ({ label, type }: Memory['clicks'][number]) =>
    memory.clicks.some((one) => one.type === 'act.undo') ||
    memory.clicks.filter((one) => one.label === label && one.type === type).length > 1;
  return memory.clicks
    .filter((one) => one.act && !known.has(one.act) && !excused(one))
    .map((one) => ({ kind: 'lost', what: `${one.type} "${one.label}" was promised and is nowhere` }));
}

/** The disk is there all the time, if now and then without room: closed under a click, it is opened anew. */
const diskWasThere = ({ clicks }: Memory): Breach[] =>
  clicks
    .filter(({ refused }) => refused === 'storage-unavailable')
    .map(({ type, label }) => ({ kind: 'lost', what: `${type} "${label}" was refused for want of a disk` }));

/** Everything that must hold at the end of a history. */
export function checkEnd(stage: Stage, memory: Memory, lying: Lying): Breach[] {
  return [
    ...settled(memory, lying.writes),
    ...nothingLost(memory, lying.writes),
    ...diskWasThere(memory),
    ...nothingTwice(stage, memory, lying),
    ...pushedOnce(stage, memory, lying),
    ...pausesKept(stage),
    ...limitsHeard(stage),
    ...askedInTime(stage),
    ...noUpsert(stage),
    ...accessKept(stage, lying),
    ...inOrder(stage, lying, memory),
    ...bothEqual(stage, memory, lying),
    ...everythingCame(stage, memory, lying),
    ...knownAsOne(stage, memory, lying),
    ...nothingOverwritten(stage, memory, lying),
    ...newestWon(stage, memory, lying),
    ...quietHour(stage, memory, lying),
    ...writesKept(stage, memory, lying),
    ...asksKept(stage, memory, lying),
    ...rulesKept(stage, memory, lying),
    ...nothingGivenAway(stage, memory),
    ...memory.seen,
  ];
}
