import { askKey } from '../model/ask.ts';
import { FAILURES } from '../rules/guard.ts';
import type { Batch } from '../store/batch.ts';
import { merged, type RulesParts } from './rules-parts.ts';

const CURSOR = 'rules.health|';
const DAY = 24 * 60 * 60 * 1000;

/** What stopped only for want of a switch or a sign-in says nothing about the rule. */
const NOT_ITS_FAULT: readonly (string | undefined)[] = [
  'writing-off',
  'not-connected',
  'signed-out',
  'refresh-refused',
  'missing-scope',
  'bad-credentials',
];

/** Counts how the rules' writes ended since the last look; a rule whose writes fail one after the other is stopped, with a notice. */
export async function lookAfter(parts: RulesParts): Promise<void> {
  const { syncReader, rules, apply } = parts;
  const all = await rules.all();
  if (!all.length) return;
  const at = parts.now();
  const cursor = await syncReader.cursor(CURSOR);
  const from = Math.max(cursor?.at ?? 0, at - 7 * DAY) + 1;
  const rows = (await syncReader.activityRows(from, at)).filter(
    ({ kind, by, error }) => kind === 'write' && by === 'rule' && !NOT_ITS_FAULT.includes(error),
  );
  if (!rows.length) return;
  const batches: Partial<Batch>[] = [];
  for (const row of all) {
    const ends = rows
      .filter(({ cause }) => cause === row.id)
      .map(({ outcome }) => outcome === 'failed' || outcome === 'needs-you');
    if (!ends.length) continue;
    const failures = ends.reduce((count, isFailed) => (isFailed ? count + 1 : 0), row.failures);
    const isOver = failures >= FAILURES && row.on && !row.paused;
    batches.push({ rules: [{ id: row.id, patch: { failures, ...(isOver && { paused: { at, why: 'failures' as const } }) } }] });
    if (isOver) batches.push(noticeFor(row.id, row.rule.name, at));
  }
  await apply({ ...merged(at, batches), cursors: [{ key: CURSOR, value: null, at, nextAt: at }] }, 'person');
}

function noticeFor(rule: string, name: string, at: number): Partial<Batch> {
  const body = { label: name, title: name, text: '', offers: ['seen' as const], run: at };
  return {
    asks: [{ put: { key: askKey.rule(at, `paused-failures-${rule}`), kind: 'rule', clioAccount: '', locationId: '', body } }],
    activity: [
      { at, kind: 'run', by: 'rule', cause: rule, outcome: 'failed', why: 'rule_paused_failures', body: { label: name } },
    ],
  };
}
