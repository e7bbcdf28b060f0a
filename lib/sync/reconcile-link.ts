import { type DriftRow, driftOf } from '../merge/drift.ts';
import type { Activity } from '../model/activity.ts';
import { type Ask, askKey } from '../model/ask.ts';
import { CONTACT_FIELDS } from '../model/contact.ts';
import type { Link } from '../model/link.ts';
import { CHILD_ENTITIES } from '../model/sync.ts';
import type { AskChange } from '../store/batch.ts';
import { recordKey } from '../store/rows.ts';
import type { Person } from './contact-values.ts';
import { contactInput, personOf } from './plan-contact.ts';
import { KINDS, spotOf } from './plan-kinds.ts';
import { accountOf, type Ground } from './plan-parts.ts';
import { contactRules, rulesFor } from './plan-rules.ts';
import type { ReconcileParts, ReconcileRun } from './reconcile-state.ts';

export interface Found {
  asks: AskChange[];
  activity: Omit<Activity, 'seq'>[];
}

/** Missing ones named in the report; the count of the rest is in `unread`. */
const NAMED = 50;

/** Compares one linked person with what was agreed; adds to the report and asks about what no rule settles. */
export async function compareLink(
  parts: ReconcileParts,
  ground: Ground,
  link: Link,
  found: Found,
  so: ReconcileRun['so'],
  wasRead: boolean,
): Promise<void> {
  const person = await personOf(parts, link);
  const missing = await missingSides(parts, link);
  for (const side of missing)
    if (so.missing.length < NAMED)
      so.missing.push({ link: link.key, side, name: person?.clio.name ?? (await nameOf(parts, link)) });
  if (!person || !wasRead || missing.length) {
    so.unread += 1;
    return;
  }
  const contact = driftOf(contactRules(ground), contactInput(ground, person));
  const children = await childDrift(parts, ground, link);
  if (contact.rows.length || children) so.drift += 1;
  else so.agreed += 1;
  await ask(parts, found, person, contact.rows);
}

async function missingSides({ reader }: ReconcileParts, { clioAccount, clioId, locationId, highlevelId }: Link) {
  const keys = [
    ['clio', recordKey('clio', clioAccount, 'contact', clioId)],
    ['highlevel', recordKey('highlevel', locationId, 'contact', highlevelId)],
  ] as const;
  const reads = await Promise.all(
    keys.map(async ([side, key]) => ((await reader.readAt(key))?.problem?.code === 'not-found' ? [side] : [])),
  );
  return reads.flat();
}

async function nameOf(
  { reader, syncReader }: ReconcileParts,
  { clioAccount, clioId, locationId, highlevelId }: Link,
): Promise<string> {
  for (const key of [
    recordKey('clio', clioAccount, 'contact', clioId),
    recordKey('highlevel', locationId, 'contact', highlevelId),
  ]) {
    const name = (await reader.record<{ name: string }>(key))?.name ?? (await syncReader.person(key))?.brief.name;
    if (name) return name;
  }
  return clioId;
}

/** How many fields of the person's paired records differ. */
async function childDrift({ reader, syncReader, now }: ReconcileParts, ground: Ground, link: Link): Promise<number> {
  const spot = spotOf(ground, link, now());
  let count = 0;
  for (const pair of await syncReader.pairsOfLink(link.key)) {
    if (!CHILD_ENTITIES.includes(pair.entity)) continue;
    const kind = KINDS[pair.entity];
    const record = (side: 'clio' | 'highlevel', id: string) =>
      reader.record<{ id: string }>(recordKey(side, accountOf(ground, side), kind.names[side].stored, id));
    const [clio, highlevel] = await Promise.all([record('clio', pair.clioId), record('highlevel', pair.highlevelId)]);
    if (!clio || !highlevel) continue;
    const base = pair.agreed?.base;
    const input = {
      base,
      written: pair.agreed?.written,
      clio: kind.read(clio, 'clio', spot, { other: highlevel, base }),
      highlevel: kind.read(highlevel, 'highlevel', spot, { other: clio, base }),
    };
    const rules = rulesFor(kind.table, ground.choice.entities[pair.entity]);
    count += driftOf(rules, input).rows.filter(({ field }) =>
      rules.some(({ id, direction }) => id === field && direction !== 'off'),
    ).length;
  }
  return count;
}

/** Left alone by the rules although the two differ: changed on the side that does not count, or not to be held by the other. */
const UNSETTLED: string[] = ['direction', 'cannot-hold'];

async function ask(parts: ReconcileParts, found: Found, { link, clio }: Person, rows: DriftRow[]): Promise<void> {
  const { clioAccount, locationId, clioId, highlevelId } = link;
  const key = askKey.drift(link.key, 'contact');
  const isLeft = ({ plan, field }: DriftRow) =>
    plan.do === 'keep' && UNSETTLED.includes(plan.why) && CONTACT_FIELDS.some((one) => one === field);
  const fields = rows
    .filter(isLeft)
    .map(({ field, clio: one, highlevel, base, plan }) => ({ id: field, clio: one, highlevel, base, why: plan.why }));
  if (!fields.length) {
    found.asks.push({ close: key });
    return;
  }
  const old = await parts.syncReader.ask(key);
  // The same differences were told the night before.
  if (old && old.state !== 'gone' && JSON.stringify(old.body.fields) === JSON.stringify(fields)) return;
  const body: Ask['body'] = { label: clio.name, clioId, highlevelId, fields, offers: ['clio', 'highlevel', 'keep-both'] };
  const about = { link: link.key, entity: 'contact' as const };
  found.asks.push({ put: { key, kind: 'drift', ...about, clioAccount, locationId, body } });
  const kept = fields.map(({ id, why }) => ({ field: id, why: `merge.why.${why.replaceAll('-', '_')}` }));
  const told = { at: parts.now(), kind: 'ask' as const, by: 'reconcile' as const, ...about, id: clioId };
  found.activity.push({ ...told, outcome: 'asked', why: 'drift', body: { label: clio.name, kept } });
}
