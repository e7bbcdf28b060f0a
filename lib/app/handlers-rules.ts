import type { Payload } from '../messages/protocol.ts';
import type { Handlers } from '../messages/serve.ts';
import { dayOfInstant } from '../model/days.ts';
import { AppError } from '../model/errors.ts';
import type { Rule, RuleProblem } from '../model/rule.ts';
import type { BackfillView, ImportView, RulesView, RuleView } from '../model/rules-view.ts';
import type { StorageProblem } from '../model/storage.ts';
import { compile } from '../rules/compile.ts';
import { readFile, readRule, writeFile } from '../rules/rule.ts';
import type { BackfillRow, RuleOpen } from '../store/rules-rows.ts';
import { type OutlookParts, wholePerson } from './outlook.ts';
import { countFor } from './rules-backfill.ts';
import { dryRun, previewBackfill } from './rules-dry-run.ts';
import { READER } from './rules-log.ts';
import { programOf, type RulesParts } from './rules-parts.ts';
import { removeRule, told } from './rules-told.ts';

export interface RuleHandlerParts extends RulesParts, OutlookParts {
  storage: () => StorageProblem | undefined;
  timeZone: () => string;
  /** Runs the engine; not awaited by the click. */
  drain: () => void;
}

type RuleHandlers = Pick<
  Handlers,
  | 'rules.view'
  | 'rule.save'
  | 'rule.remove'
  | 'rule.switch'
  | 'rule.dry-run'
  | 'rule.versions'
  | 'rule.restore'
  | 'rule.export'
  | 'rule.import'
  | 'backfill.preview'
  | 'backfill.start'
  | 'backfill.pause'
  | 'backfill.cancel'
>;

const DAY = 24 * 60 * 60 * 1000;

function problemsOf(given: unknown): RuleProblem[] {
  const read = readRule(given);
  const compiled = read.ok ? compile(read.value) : read;
  return compiled.ok ? [] : compiled.problems;
}

async function mustHave(parts: RulesParts, id: string): Promise<RuleOpen> {
  const row = await parts.rules.get(id);
  if (!row) throw new AppError('not-found', { about: 'rule' });
  return row;
}

async function ruleView({ rules, now }: RulesParts, { rule, savedAt, since, paused, failures, id }: RuleOpen): Promise<RuleView> {
  const [lastRun, runs, waiting] = await Promise.all([rules.lastRun(id), rules.count(id, now() - DAY), rules.countWaiting(id)]);
  return { rule, state: { since, paused, failures }, savedAt, lastRun, runs, waiting, problems: problemsOf(rule) };
}

const backfillView = ({ version: _, after: __, ...row }: BackfillRow, name: string): BackfillView => ({ ...row, name });

async function rulesView(parts: RuleHandlerParts): Promise<RulesView> {
  const [all, backfills, writing] = await Promise.all([
    parts.rules.all(),
    parts.rules.backfills(),
    parts.settings.get('writing'),
  ]);
  const name = (id: string) => all.find((one) => one.id === id)?.rule.name ?? '';
  return {
    now: parts.now(),
    storage: parts.storage(),
    writing,
    rules: await Promise.all(all.map((row) => ruleView(parts, row))),
    backfills: backfills.sort((a, b) => b.at - a.at).map((row) => backfillView(row, name(row.rule))),
  };
}

/** The log is read from here on; a rule switched on later finds its place kept. */
async function beginReading({ syncReader, apply, now }: RulesParts): Promise<void> {
  if ((await syncReader.reader(READER)) !== undefined) return;
  await apply({ at: now(), readers: [{ name: READER, seq: await syncReader.newestChange() }] }, 'person');
}

async function save(parts: RuleHandlerParts, given: unknown): Promise<Rule> {
  const read = readRule(given);
  if (!read.ok) throw new AppError('invalid-request', { about: read.problems[0]?.at, detail: read.problems[0]?.about });
  const isGood = compile(read.value).ok;
  if (read.value.on && isGood) await beginReading(parts);
  const saved = await parts.rules.save({ ...read.value, on: read.value.on && isGood }, parts.now());
  await told(parts, saved.id, saved.name, 'saved');
  parts.drain();
  return saved;
}

async function turn(parts: RuleHandlerParts, { rule, on }: Payload<'rule.switch'>): Promise<void> {
  const row = await mustHave(parts, rule);
  const [problem] = problemsOf(row.rule);
  if (on && problem) throw new AppError('invalid-request', { about: problem.at });
  if (on) await beginReading(parts);
  await parts.rules.turn(rule, on, parts.now());
  if (on) await parts.outbox.hurry(['rule-off'], parts.now());
  await told(parts, rule, row.rule.name, on ? 'switched_on' : 'switched_off');
  parts.drain();
}

async function exported(parts: RuleHandlerParts, id: string | undefined) {
  const all = (await parts.rules.all()).filter((row) => id === undefined || row.id === id);
  if (!all.length) throw new AppError('not-found', { about: 'rule' });
  const name = `rankr-rules-${dayOfInstant(parts.now(), parts.timeZone())}.json`;
  // Who the small start was made with is nobody else's business.
  const rules = all.map(({ rule }) => ({ ...rule, on: false, pilot: { ...rule.pilot, people: [] } }));
  return { name, type: 'application/json', text: writeFile(rules) };
}

/** Imported rules are new ones, and off: whoever imports reads them first. With one that is wrong nothing is kept. */
async function imported(parts: RuleHandlerParts, file: string): Promise<ImportView> {
  const read = readFile(file);
  if (!read.ok) return read;
  const problems = read.value.flatMap((rule, index) =>
    problemsOf(rule).map((one) => ({ ...one, at: `rules.${index}.${one.at}` })),
  );
  if (problems.length) return { ok: false, problems: problems.slice(0, 50) };
  const rules: Rule[] = [];
  for (const rule of read.value) {
    const saved = await parts.rules.save({ ...rule, id: parts.newId(), on: false }, parts.now());
    await told(parts, saved.id, saved.name, 'saved');
    rules.push(saved);
  }
  return { ok: true, rules };
}

async function startBackfill(parts: RuleHandlerParts, id: string): Promise<BackfillView> {
  const row = await mustHave(parts, id);
  const program = programOf(row.rule);
  if (!program) throw new AppError('invalid-request', { about: 'rule' });
  const busy = (await parts.rules.backfills()).some(
    (one) => one.rule === id && (one.state === 'running' || one.state === 'paused'),
  );
  if (busy) throw new AppError('already-there', { about: 'backfill' });
  const of = await countFor(parts, { program, state: row });
  const fresh: BackfillRow = {
    id: parts.newId(),
    rule: id,
    version: row.version,
    state: 'running',
    at: parts.now(),
    ...{ done: 0, of, ran: 0, skipped: 0 },
  };
  await parts.rules.putBackfill(fresh);
  parts.drain();
  return backfillView(fresh, row.rule.name);
}

async function setBackfill(parts: RuleHandlerParts, id: string, state: 'running' | 'paused' | 'cancelled'): Promise<void> {
  const row = (await parts.rules.backfills()).find((one) => one.id === id);
  if (!row) throw new AppError('not-found', { about: 'backfill' });
  const ended = state === 'cancelled' ? { endedAt: parts.now() } : {};
  await parts.rules.turnBackfill(id, { state, error: undefined, ...ended });
  parts.drain();
}

/** What the pages of rules and backfills ask for. */
export function ruleHandlers(parts: RuleHandlerParts): RuleHandlers {
  const quiet = async (work: Promise<unknown>): Promise<undefined> => {
    await work;
    return undefined;
  };
  return {
    'rules.view': () => rulesView(parts),
    'rule.save': ({ rule }) => save(parts, rule),
    'rule.remove': ({ rule }) => quiet(removeRule(parts, rule)),
    'rule.switch': (payload) => quiet(turn(parts, payload)),
    async 'rule.dry-run'(payload) {
      const { against } = payload;
      // Before two-way sync or a rule is on, the store knows nobody.
      if (typeof against === 'object' && 'link' in against) await wholePerson(parts, against.link);
      return dryRun(parts, payload);
    },
    'rule.versions': ({ rule }) => parts.rules.versions(rule),
    async 'rule.restore'({ rule, version }) {
      const old = await parts.rules.version(rule, version);
      if (!old) throw new AppError('not-found', { about: 'version' });
      return save(parts, { ...old, on: (await mustHave(parts, rule)).on });
    },
    'rule.export': ({ rule }) => exported(parts, rule),
    'rule.import': ({ text }) => imported(parts, text),
    'backfill.preview': ({ rule }) => previewBackfill(parts, rule),
    'backfill.start': ({ rule }) => startBackfill(parts, rule),
    'backfill.pause': ({ id, on }) => quiet(setBackfill(parts, id, on ? 'paused' : 'running')),
    'backfill.cancel': ({ id }) => quiet(setBackfill(parts, id, 'cancelled')),
  };
}
