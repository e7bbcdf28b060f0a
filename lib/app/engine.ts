import type { Drain } from '../sync/drain.ts';

/** One part of two-way sync: does what is due now, and says when it is needed next (ms since 1970). */
export interface Stage {
  run(): Promise<void>;
  nextAt(): Promise<number | undefined>;
}

export interface EngineParts {
  /** Reading, looking after what is gone, deciding: in this order. The last one decides, and once more after sending. */
  stages: [...Stage[], Stage];
  /** Plans what rules make of the changes. */
  rules: Stage;
  /** Compares all linked people from time to time. */
  reconcile: { finish(): Promise<void>; nextAt(): Promise<number | undefined> };
  drain: Drain;
  /** Two-way sync is on somewhere and signed in, or a rule has something to do. */
  isOn: () => Promise<boolean>;
  /** Runs `work` unless another worker of this browser already does. */
  exclusive: (work: () => Promise<void>) => Promise<void>;
  failed: (error: unknown) => void;
}

export interface Engine {
  /** One turn: read what changed, decide, send. Whoever asks while one is under way gets another one after it. */
  turn(): Promise<void>;
  isOn(): Promise<boolean>;
  /** When a turn is due; undefined while two-way sync is off everywhere. */
  nextAt(): Promise<number | undefined>;
}

/** The order of things in one turn. Each step leaves the store whole: a worker may die between any two, and the next turn goes on. */
async function steps({ stages, rules, reconcile, drain, failed }: EngineParts): Promise<void> {
  const planner = stages.at(-1) as Stage;
  // What the answers led to is sent in the same turn: it must not wait for the next alarm.
  const decide = [planner.run, rules.run];
  const read = stages.slice(0, -1).map(({ run }) => run);
  for (const step of [...read, ...decide, drain.run, ...decide, drain.run, reconcile.finish]) {
    // One step's trouble must not keep the others from theirs.
    await step().catch(failed);
  }
}

export function createEngine(parts: EngineParts): Engine {
  const { stages, rules, reconcile, isOn } = parts;
  let asked = false;
  let running: Promise<void> | undefined;
  const untilQuiet = async (): Promise<void> => {
    while (asked) {
      asked = false;
      if (await isOn()) await parts.exclusive(() => steps(parts));
    }
  };
  return {
    turn() {
      asked = true;
      running ??= untilQuiet().finally(() => {
        running = undefined;
      });
      return running;
    },
    isOn,
    async nextAt() {
      if (!(await isOn())) return undefined;
      const times = await Promise.all([...stages, rules, reconcile].map((stage) => stage.nextAt()));
      const known = times.filter((at) => at !== undefined);
      return known.length ? Math.min(...known) : undefined;
    },
  };
}
