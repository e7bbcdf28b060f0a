import type { Payload } from '../messages/protocol.ts';
import type { ActivityPage, ActivityView } from '../model/console-sync.ts';
import { dayOfInstant } from '../model/days.ts';
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

/** Rows a message carries. */
const EXPORTED = 1000;

/** One page of the log as a file will hold it, newest first. */
export async function activityPage(parts: SyncViewParts, { filter, before }: Payload<'activity.export'>): Promise<ActivityPage> {
  const rows = await parts.syncReader.activity(filter, before, EXPORTED);
  return { day: dayOfInstant(parts.now(), parts.timeZone()) ?? '', rows, before: rows[EXPORTED - 1]?.seq };
}
