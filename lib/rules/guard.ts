import { fires, type Happening } from '../catalog/operations/fires.ts';
import type { PauseWhy, Rule, RuleState, SkipWhy } from '../model/rule.ts';
import type { Program } from './compile.ts';
import { holds } from './conditions.ts';
import { groupsOf, type Scene } from './scene.ts';

/** A change made by a rule may set off another one, and that one a third; then it ends. */
export const DEEPEST = 3;
/** So often a rule may run for one record in an hour before it is taken for a loop. */
export const ROUNDS = 6;
/** So many failures one after the other stop a rule. */
export const FAILURES = 5;
const HOUR = 60 * 60 * 1000;

/** What happened before, counted by the runner. */
export interface Past {
  /** Rules whose writes led to this change, the first one first. */
  chain: readonly string[];
  /** It ran for this very happening already. */
  isOnce: boolean;
  /** Runs for this record in the last hour; runs of the rule in the last hour and day. */
  onRecord: number;
  lastHour: number;
  lastDay: number;
}

export type Verdict = { is: 'run' } | { is: 'skip'; why: SkipWhy } | { is: 'later'; at: number } | { is: 'pause'; why: PauseWhy };

const skip = (why: SkipWhy): Verdict => ({ is: 'skip', why });
const lower = (list: unknown): string[] => (Array.isArray(list) ? list.map((one) => String(one).toLowerCase()) : []);

/** Does the trigger fire on it? A backfill takes what is there as if it had just come about. */
export function isFired({ trigger, params }: Program, happening: Happening, backfill = false): boolean {
  if (!backfill) return fires(trigger, happening, params);
  const by = trigger.source === 'visit' || trigger.source === 'clock' ? trigger.source : undefined;
  const isNew = trigger.when?.is === 'created' || trigger.when?.is === 'became';
  const before = isNew || by ? undefined : {};
  return trigger.when?.is !== 'always' && fires(trigger, { ...happening, before, origin: undefined, by }, params);
}

/** Is it in the part of the office that the rule is for? */
export function inScope(
  { scope: { locations, practiceAreas, tags } }: Rule,
  { accounts, highlevel, matters = [] }: Scene,
): boolean {
  if (locations?.length && !locations.includes(accounts.highlevel ?? '')) return false;
  const had = lower((highlevel as { tags?: unknown } | undefined)?.tags);
  if (tags?.length && !lower(tags).some((tag) => had.includes(tag))) return false;
  const areas = lower(matters.map((one) => (one as { practiceArea?: string } | undefined)?.practiceArea ?? ''));
  return !practiceAreas?.length || lower(practiceAreas).some((area) => areas.includes(area));
}

function inPilot({ pilot }: Rule, { link, happening }: Scene, { lastDay }: Past): boolean {
  if (!pilot.on) return true;
  const ids = [link?.clioId, link?.highlevelId, ...(happening.entity === 'contact' ? [happening.id] : [])];
  if (ids.some((id) => id !== undefined && pilot.people.includes(id))) return true;
  return pilot.perDay !== undefined && lastDay < pilot.perDay;
}

/** Does the rule mean this? Trigger, scope and conditions: what a dry run asks, too. */
export function means(program: Program, scene: Scene, backfill = false): SkipWhy | undefined {
  const { rule } = program;
  if (!isFired(program, scene.happening, backfill)) return 'not-fired';
  if (!inScope(rule, scene)) return 'scope';
  return holds(rule.conditions, groupsOf(scene), scene.now) ? undefined : 'conditions';
}

/** May it run for it now? Loops, depth, once-only, pilot and budget. Pure. */
export function mayRun({ rule }: Program, state: RuleState, scene: Scene, past: Past, backfill = false): Verdict {
  const { now, happening } = scene;
  if (!backfill && (!rule.on || state.paused || happening.at < (state.since ?? 0))) return skip('off');
  if (past.chain.includes(rule.id)) return skip('own-write');
  if (past.chain.length >= DEEPEST) return skip('depth');
  if (past.isOnce) return skip('once');
  if (!inPilot(rule, scene, past)) return skip('pilot');
  if (past.onRecord >= ROUNDS && !backfill) return { is: 'pause', why: 'loop' };
  if (past.lastDay >= rule.budget.perDay || past.lastHour >= rule.budget.perHour) return { is: 'later', at: now + HOUR };
  return { is: 'run' };
}
