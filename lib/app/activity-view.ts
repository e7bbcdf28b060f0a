import type { Payload } from '../messages/protocol.ts';
import type { Activity } from '../model/activity.ts';
import type { ActivityView, ExportedFile } from '../model/console-sync.ts';
import { dayOfInstant } from '../model/days.ts';
import { exportActivity } from '../store/activity-export.ts';
import type { SyncViewParts } from './console-parts.ts';
import { namesOf } from './link-names.ts';

const PAGE = 100;

export async function activityView(parts: SyncViewParts, { filter, before }: Payload<'activity.view'>): Promise<ActivityView> {
  const found = await parts.syncReader.activity(filter, before, PAGE + 1);
  const rows = found.slice(0, PAGE);
  const people = await namesOf(
    parts,
    rows.flatMap(({ link }) => link || []),
  );
  const causes = new Set(rows.flatMap(({ by, cause }) => (by === 'rule' && cause ? cause : [])));
  const known = causes.size ? await parts.rules.all() : [];
  const rules = Object.fromEntries(
    known.flatMap(({ id, rule: { name, trigger } }) => (causes.has(id) ? [[id, { name, trigger: trigger.id }]] : [])),
  );
  return { now: parts.now(), timeZone: parts.timeZone(), rows, people, rules, more: found.length > PAGE };
}

/** A message has to carry it; rows older than that stay readable on screen. */
const EXPORTED = 20_000;
const TYPES = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const;

/** The log as a file, newest first. */
export async function activityFile(parts: SyncViewParts, payload: Payload<'activity.export'>): Promise<ExportedFile> {
  const { format, from, to, filter } = payload;
  const rows: Activity[] = [];
  for (let before: number | undefined; rows.length < EXPORTED; ) {
    const page = await parts.syncReader.activity({ from, to, ...filter }, before, 1000);
    rows.push(...page);
    before = page.at(-1)?.seq;
    if (page.length < 1000 || before === undefined) break;
  }
  const name = `rankr-activity-${dayOfInstant(parts.now(), parts.timeZone())}.${format}`;
  return { name, type: TYPES[format], text: exportActivity(rows, format) };
}
