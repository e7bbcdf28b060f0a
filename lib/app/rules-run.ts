import type { System } from '../model/subject.ts';
import { recordKey } from '../store/rows.ts';
import { backfillAt, runBackfills } from './rules-backfill.ts';
import { clockAt, runClock } from './rules-clock.ts';
import { lookAfter } from './rules-health.ts';
import { readChanges } from './rules-log.ts';
import { offer } from './rules-offer.ts';
import { activeRules, merged, type RulesParts } from './rules-parts.ts';
import { resumeRuns } from './rules-resume.ts';

export interface Rules {
  /** Does what is due now: changes, waiting runs, the clock, backfills. Plans only; the outbox sends. */
  run(): Promise<void>;
  /** When it is needed next (ms since 1970) if nothing changes until then; undefined for never. */
  nextAt(): Promise<number | undefined>;
  /** Somebody opened a Clio contact or matter; its record is in the store by now. */
  visited(entity: 'contact' | 'matter', account: string, id: string): Promise<void>;
  /** Is there anything for it to do: a rule that is on, a run that waits, a backfill? */
  isOn(): Promise<boolean>;
}

export interface RulesRunParts extends RulesParts {
  failed: (error: unknown) => void;
}

const HOUR = 60 * 60 * 1000;

/** A page left open or opened again within the hour is one visit. */
async function visit(parts: RulesParts, entity: 'contact' | 'matter', account: string, id: string): Promise<void> {
  const rules = (await activeRules(parts)).filter(({ program }) => program.trigger.source === 'visit');
  if (!rules.length) return;
  const system: System = 'clio';
  const at = parts.now();
  const after = await parts.reader.record(recordKey(system, account, entity, id));
  const event = { system, account, entity, id, after, at, by: 'visit' as const };
  const batches = await offer(parts, rules, { event, occasion: `v${Math.floor(at / HOUR)}`, chain: async () => [] });
  if (batches.length) await parts.apply(merged(at, batches), 'person');
}

/** The rules engine: reads the change log, fires triggers, plans, and leaves the sending to the outbox. */
export function createRules(parts: RulesRunParts): Rules {
  let last: Promise<unknown> = Promise.resolve();
  // One thing at a time: two looks at once would count the same past.
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const steps = [lookAfter, readChanges, (own: RulesParts) => resumeRuns(own, parts.failed), runClock, runBackfills];
  return {
    run: () =>
      inTurn(async () => {
        // One step's trouble must not keep the others from theirs.
        for (const step of steps) await step(parts).catch(parts.failed);
      }),
    async nextAt() {
      const times = (await Promise.all([parts.rules.waitingAt(), clockAt(parts), backfillAt(parts)])).filter(
        (at) => at !== undefined,
      );
      return times.length ? Math.min(...times) : undefined;
    },
    visited: (entity, account, id) => inTurn(() => visit(parts, entity, account, id)),
    async isOn() {
      if ((await activeRules(parts)).length) return true;
      return (await parts.rules.backfills()).some(({ state }) => state === 'running') || (await parts.rules.countWaiting()) > 0;
    },
  };
}
