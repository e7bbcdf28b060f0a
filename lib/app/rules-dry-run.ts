import type { Payload } from '../messages/protocol.ts';
import { AppError } from '../model/errors.ts';
import type { BackfillPreview, DryCase, DryRunView } from '../model/rules-view.ts';
import type { System } from '../model/subject.ts';
import { compile, type Program } from '../rules/compile.ts';
import { readRule } from '../rules/rule.ts';
import { listKey, recordKey } from '../store/rows.ts';
import { countFor, OCCASION, recordsFor } from './rules-backfill.ts';
import { callsOf, dryCase, writesOf } from './rules-dry.ts';
import { programOf, type RulesParts } from './rules-parts.ts';
import { sampleOf } from './rules-sample.ts';
import type { Event } from './rules-scene.ts';

type Against = Payload<'rule.dry-run'>['against'];

/** Changes looked at for "the last 50". */
const LAST = 50;

async function changeEvents({ syncReader }: RulesParts, from: number, most: number) {
  const { changes } = await syncReader.changes(from, most);
  return changes.map((event) => ({ event: event as Event, change: event.seq }));
}

/** The records of the trigger's kind that a person has, as if each had just come about. Without a link they are known in Clio only. */
async function linkEvents(parts: RulesParts, { trigger }: Program, key: string): Promise<{ event: Event; backfill: true }[]> {
  const [clioAccount = '', clioId, locationId = ''] = key.split('|');
  const system = (trigger.system === 'local' ? 'clio' : trigger.system) as System;
  const account = system === 'clio' ? clioAccount : locationId;
  const owner = system === 'clio' ? clioId : (await parts.reader.link(key))?.highlevelId;
  if (!owner) throw new AppError('not-found', { about: 'link' });
  const entity = trigger.when?.entity ?? 'contact';
  const at = parts.now();
  const records =
    entity === 'contact'
      ? [await parts.reader.record(recordKey(system, account, entity, owner))]
      : await parts.reader.list(listKey(system, account, entity, owner));
  return records
    .filter((after) => after !== undefined)
    .slice(0, LAST)
    .map((after) => ({
      event: { system, account, entity, id: (after as { id: string }).id, after, at },
      backfill: true as const,
    }));
}

async function eventsOf(
  parts: RulesParts,
  program: Program,
  against: Against,
): Promise<{ event: Event; change?: number; backfill?: boolean; parts?: RulesParts }[]> {
  if (against === 'last-50') return changeEvents(parts, Math.max(0, (await parts.syncReader.newestChange()) - LAST), LAST);
  if ('sample' in against) return [await sampleOf(parts, program, against.sample)];
  return 'change' in against ? changeEvents(parts, against.change - 1, 1) : linkEvents(parts, program, against.link);
}

const totals = (cases: readonly DryCase[]) => {
  const writes = writesOf(cases);
  return { writes: writes.length, calls: callsOf(writes), fired: cases.filter(({ skipped }) => !skipped).length };
};

/** What a rule would do, switched on or not, saved or not. Reads the store, sends nothing, keeps nothing. */
export async function dryRun(parts: RulesParts, { rule: given, against }: Payload<'rule.dry-run'>): Promise<DryRunView> {
  const read = readRule(given);
  const compiled = read.ok ? compile(read.value) : read;
  if (!compiled.ok) return { now: parts.now(), problems: compiled.problems, cases: [], fired: 0, writes: 0, calls: 0 };
  const { program } = compiled as Extract<typeof compiled, { program: Program }>;
  const cases: DryCase[] = [];
  for (const { event, parts: own = parts, ...more } of await eventsOf(parts, program, against))
    cases.push(await dryCase(own, program, event, more));
  return { now: parts.now(), problems: [], cases: cases.reverse(), ...totals(cases) };
}

/** More records than this are not looked at beforehand; the rest is told by proportion. */
const PREVIEWED = 500;
const SHOWN = 5;
/** Calls a minute that a backfill comes to, besides everything else that is sent. */
const PER_MINUTE = 60;
const INTO_WORKFLOWS = /\.(add-to-workflow|add-to-campaign)$/;
/** HighLevel's own workflows may start from these; nothing of ours can keep them from it. */
const MAY_START = /^highlevel\.(contact\.(create|add-tags|bulk-tags)|opportunity\.|appointment\.create)/;

/** Same name, e-mail or phone: likely one person twice. */
function doubles(events: readonly Event[]): number {
  const seen = new Set<string>();
  return events.filter(({ entity, after }) => {
    const {
      emails = [],
      name = '',
      title = '',
    } = (after ?? {}) as { emails?: { value: string }[]; name?: string; title?: string };
    const key = entity === 'contact' ? (emails[0]?.value ?? name).toLowerCase() : title.toLowerCase();
    return key !== '' && seen.size === seen.add(key).size;
  }).length;
}

/** What a backfill would do: counted on the first records, each as a dry run. */
export async function previewBackfill(parts: RulesParts, id: string): Promise<BackfillPreview> {
  const row = await parts.rules.get(id);
  const program = row && programOf(row.rule);
  if (!row || !program) throw new AppError(row ? 'invalid-request' : 'not-found', { about: 'rule' });
  const active = { program, state: row };
  const [records, looked] = await Promise.all([countFor(parts, active), recordsFor(parts, active, undefined, PREVIEWED)]);
  const fits: { event: Event; one: DryCase }[] = [];
  let before = 0;
  for (const { key, event } of looked) {
    const one = await dryCase(parts, program, event, { backfill: true });
    if (one.skipped) continue;
    if (await parts.rules.ranFor(`${id}|${key}|${OCCASION}`)) before += 1;
    else fits.push({ event, one });
  }
  const cases = fits.map(({ one }) => one);
  const all = writesOf(cases);
  const scale = looked.length ? records / looked.length : 1;
  const whole = (count: number) => Math.round(count * scale);
  const { writes, calls } = totals(cases);
  return {
    records,
    fits: whole(fits.length),
    before,
    duplicates: doubles(fits.map(({ event }) => event)),
    partial: looked.length < records,
    asks: whole(cases.filter(({ steps }) => steps.some(({ who }) => who)).length),
    writes: whole(writes),
    calls: whole(calls),
    minutes: Math.ceil(whole(calls) / PER_MINUTE),
    workflows: whole(all.filter(({ operation = '' }) => INTO_WORKFLOWS.test(operation)).length),
    mayStartWorkflows: whole(all.filter(({ operation = '' }) => MAY_START.test(operation)).length),
    sample: cases.slice(0, SHOWN),
  };
}
