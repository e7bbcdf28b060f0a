import type { Breach } from './checks.ts';
import type { Lying } from './disk.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';
import { contactsOf } from './systems.ts';

const LATE = 60 * 60_000;

/** An answer ends its question; asked again it is a new one. */
const answersKept = ({ answered }: Memory, { asks }: Lying): Breach[] =>
  asks
    .filter(({ key, state, at }) => state === 'open' && at < (answered.get(key) ?? 0))
    .map(({ key }) => ({ kind: 'lost', what: `the answer to ${key} was taken, and it is still asked` }));

/** Whoever is there, and always was, is never said to be gone. */
function noFalseAlarm(stage: Stage, { removed }: Memory, { activity }: Lying): Breach[] {
  const there = new Set([...contactsOf.clio(stage), ...contactsOf.highlevel(stage)].map(({ id }) => String(id)));
  return activity
    .filter(
      ({ why, outcome, entity, id = '' }) =>
        why === 'vanished' && outcome === 'asked' && entity === 'contact' && there.has(id) && !removed.has(id),
    )
    .map(({ system, id }) => ({ kind: 'unequal', what: `somebody was asked about ${system} ${id}, who was never gone` }));
}

/** A run that waits for a time goes on when it has come. */
const runsGoOn = (stage: Stage, { runs, signedOut }: Lying): Breach[] =>
  signedOut
    ? []
    : runs
        .filter(({ state, nextAt }) => state === 'waiting' && nextAt !== undefined && nextAt < stage.time.now() - LATE)
        .map(({ rule, record }) => ({ kind: 'unsettled', what: `a run of "${rule}" for ${record} waits for ever` }));

/** Who is linked is nobody to be asked about. */
const knownByNow = ({ asks, links }: Lying): Breach[] =>
  asks
    .filter(({ kind, state, clioAccount, body }) => {
      const isOne = ({ clioAccount: of, clioId, highlevelId }: Lying['links'][number]): boolean =>
        of === clioAccount && (body.side === 'clio' ? highlevelId === body.highlevelId : clioId === body.clioId);
      return kind === 'match' && state === 'open' && links.some(isOne);
    })
    .map(({ key }) => ({ kind: 'unsettled', what: `${key} is still asked, and they are linked` }));

/** Questions, answers, and what waits for its time. */
export const asksKept = (stage: Stage, memory: Memory, lying: Lying): Breach[] => [
  ...answersKept(memory, lying),
  ...knownByNow(lying),
  ...noFalseAlarm(stage, memory, lying),
  ...runsGoOn(stage, lying),
];
