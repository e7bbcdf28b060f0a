import { dayOfInstant } from '../../lib/model/days.ts';
import type { Link } from '../../lib/model/link.ts';
import type { ClioContact, HlContact } from '../../sandbox/world/types.ts';
import type { Breach } from './checks.ts';
import type { Lying } from './disk.ts';
import type { Edit, Memory } from './memory.ts';
import { meant } from './replies.ts';
import { LOCATION, type Stage } from './stage.ts';
import { contactsOf, entriesOf, eventsOf, notesOf, tasksOf } from './systems.ts';
import { DND_CLIO } from './two-way.ts';

export const plain = (html: string): string => html.replace(/<[^>]*>/g, '').trim();
const zoneOf = ({ highlevel }: Stage): string =>
  highlevel.state.rows.locations.find(({ id }) => id === LOCATION)?.timezone ?? 'UTC';

/** What a person is asked, or was told to need a look: it explains that two records are not equal. */
function explained({ asks, writes, activity }: Lying, link: string, ids: string[]): boolean {
  const about = (values: unknown): boolean => ids.some((id) => JSON.stringify(values ?? {}).includes(id));
  return (
    asks.some(
      (one) => one.link === link && one.state !== 'gone' && (one.entity === 'contact' ? one.state === 'open' : about(one)),
    ) ||
    writes.some((one) => one.link === link && one.state !== 'done' && about(one.body)) ||
    activity.some((one) => one.link === link && ['skipped', 'kept', 'held'].includes(one.outcome) && about(one))
  );
}

type Row = Record<string, string | undefined>;
export const contactRow = {
  clio: (one: ClioContact): Row => ({
    firstName: meant(one.first_name ?? undefined),
    lastName: one.last_name ?? undefined,
    city: meant(one.addresses[0]?.city ?? undefined),
    website: one.web_sites[0]?.address,
    dateOfBirth: one.date_of_birth ?? undefined,
  }),
  highlevel: (one: HlContact): Row => ({
    firstName: meant(one.firstName),
    lastName: one.lastName,
    city: meant(one.city),
    website: one.website,
    dateOfBirth: one.dateOfBirth?.slice(0, 10),
  }),
};
const isDnd = (one: ClioContact): boolean =>
  [true, 'true'].includes(one.custom_field_values.find(({ custom_field_id }) => custom_field_id === DND_CLIO)?.value as never);

export const inPilot = ({ sync }: Memory, { clioId, by, at }: Link): boolean =>
  sync !== undefined &&
  (!sync.pilot.on ||
    sync.pilot.people.includes(clioId) ||
    (sync.pilot.perDay !== undefined && by === 'create' && at >= sync.since));

/** Values that were changed since two-way sync knows them: those must be equal; what was never compared may wait as a question. */
function contactsEqual(stage: Stage, lying: Lying, link: Link): Breach[] {
  const clio = contactsOf.clio(stage).find(({ id }) => String(id) === link.clioId);
  const highlevel = contactsOf.highlevel(stage).find(({ id }) => id === link.highlevelId);
  if (!clio || !highlevel) return [];
  // Rows that stopped hold the whole person until somebody decides.
  const isHeld =
    lying.asks.some((one) => one.link === link.key && one.state === 'open' && ['contact', 'dnd'].includes(one.entity ?? '')) ||
    lying.writes.some((one) => one.link === link.key && one.state !== 'done' && one.op.includes('.contact.'));
  if (isHeld) return [];
  const [mine, theirs] = [contactRow.clio(clio), contactRow.highlevel(highlevel)];
  // "Keep both" was somebody's answer; any other answer has to be carried out.
  const isKept = (id: string) =>
    lying.asks.some(
      ({ link: of, state, body }) =>
        of === link.key &&
        state === 'answered' &&
        body.answer?.offer === 'keep-both' &&
        body.fields?.some((one) => one.id === id),
    );
  const told = (id: string) =>
    lying.activity.some((one) => one.link === link.key && one.body.kept?.some(({ field }) => field === id));
  const fields = Object.keys(mine)
    .filter((id) => mine[id] && theirs[id] && mine[id]?.trim().toLowerCase() !== theirs[id]?.trim().toLowerCase())
    .filter((id) => !isKept(id) && !told(id) && !sameSite(id, mine[id], theirs[id]));
  const breaches = fields.map((id) => `${id}: "${mine[id]}" in Clio, "${theirs[id]}" in HighLevel`);
  if (isDnd(clio) !== highlevel.dnd && (isDnd(clio) || highlevel.dnd) && hasDnd(clio))
    breaches.push(`dnd: ${isDnd(clio)} and ${highlevel.dnd}`);
  return breaches.map((what) => ({ kind: 'unequal', what: `${link.key} → ${link.highlevelId} ${what}` }));
}
const hasDnd = (one: ClioContact): boolean => one.custom_field_values.some(({ custom_field_id }) => custom_field_id === DND_CLIO);
const bare = (site: string | undefined): string =>
  (site ?? '')
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/$/, '');
export const sameSite = (id: string, a: string | undefined, b: string | undefined): boolean =>
  id === 'website' && bare(a) === bare(b);

/** A pair of records that stand for one. */
function pairEqual(stage: Stage, lying: Lying, { key, link, entity, clioId, highlevelId }: Lying['pairs'][number]): Breach[] {
  const say = (what: string): Breach[] =>
    explained(lying, link, [clioId, highlevelId]) ? [] : [{ kind: 'unequal', what: `${key} → ${highlevelId} ${what}` }];
  const zone = zoneOf(stage);
  if (entity === 'task') {
    const a = tasksOf.clio(stage).find(({ id }) => String(id) === clioId);
    const b = tasksOf.highlevel(stage).find(({ id }) => id === highlevelId);
    if (!a || !b) return a || b ? say(`stands only in ${a ? 'Clio' : 'HighLevel'}`) : [];
    const mine = [a.name, a.status === 'complete', a.due_at];
    const theirs = [b.title, b.completed, a.due_at === null ? null : dayOfInstant(b.dueDate, zone)];
    return String(mine) === String(theirs) ? [] : say(`${mine} / ${theirs}`);
  }
  if (entity === 'note') {
    const a = notesOf.clio(stage).find(({ id }) => String(id) === clioId);
    const b = notesOf.highlevel(stage).find(({ id }) => id === highlevelId);
    if (!a || !b) return a || b ? say(`stands only in ${a ? 'Clio' : 'HighLevel'}`) : [];
    return plain(b.body).includes(plain(a.detail)) ? [] : say(`"${a.detail}" / "${b.body}"`);
  }
  const a = entriesOf.clio(stage).find(({ id }) => String(id) === clioId);
  const b = eventsOf.highlevel(stage).find(({ id }) => id === highlevelId);
  if (!a || !b) return a || b ? say(`stands only in ${a ? 'Clio' : 'HighLevel'}`) : [];
  const off = b.appointmentStatus === 'cancelled' || b.appointmentStatus === 'noshow';
  const mine = [Date.parse(a.start_at), Date.parse(a.end_at)];
  const theirs = [Date.parse(b.startTime), Date.parse(b.endTime)];
  if (String(mine) !== String(theirs)) return say(`${a.start_at} / ${b.startTime}`);
  return off === /^\W*(cancelled|no.?show)/i.test(a.summary) ? [] : say(`"${a.summary}" / ${b.appointmentStatus}`);
}

/** Both sides say the same at rest, unless somebody is asked about it. */
export function bothEqual(stage: Stage, memory: Memory, lying: Lying): Breach[] {
  if (!memory.sync?.on) return [];
  const links = lying.links.filter((link) => inPilot(memory, link));
  const keys = new Set(links.map(({ key }) => key));
  return [
    ...links.flatMap((link) => contactsEqual(stage, lying, link)),
    ...lying.pairs.filter(({ link }) => keys.has(link)).flatMap((pair) => pairEqual(stage, lying, pair)),
  ];
}

/** Whatever was made since two-way sync is on stands on the other side, or somebody is asked. */
export function everythingCame(stage: Stage, memory: Memory, lying: Lying): Breach[] {
  const { sync } = memory;
  if (!sync?.on) return [];
  const breaches: Breach[] = [];
  for (const [text, { entity, from, at, owner }] of memory.texts) {
    if (at === undefined || at < sync.since || entity === 'contact') continue;
    const link = lying.links.find((one) => (from === 'clio' ? one.clioId : one.highlevelId) === owner);
    if (!link || !inPilot(memory, link) || memory.removed.has(link.clioId) || memory.removed.has(link.highlevelId)) continue;
    const other = from === 'clio' ? link.highlevelId : link.clioId;
    const people = contactsOf[from === 'clio' ? 'highlevel' : 'clio'](stage);
    if (!people.some(({ id }) => String(id) === other)) continue;
    const row = standing(stage, entity, from, text);
    if (!row || memory.removed.has(row) || lying.old.has(row)) continue;
    const isPaired = lying.pairs.some((one) => one.entity === entity && (from === 'clio' ? one.clioId : one.highlevelId) === row);
    if (!isPaired && !explained(lying, link.key, [row, text]))
      breaches.push({ kind: 'unequal', what: `${entity} "${text}" (${row}) of ${from} never came to the other side` });
  }
  return breaches;
}

function standing(stage: Stage, entity: string, from: Edit['side'], text: string): string | undefined {
  const found = {
    task: {
      clio: () => tasksOf.clio(stage).find((one) => one.name === text),
      highlevel: () => tasksOf.highlevel(stage).find((one) => one.title === text),
    },
    note: {
      clio: () => notesOf.clio(stage).find((one) => one.detail === text),
      highlevel: () => notesOf.highlevel(stage).find((one) => plain(one.body) === text),
    },
    appointment: {
      clio: () => entriesOf.clio(stage).find((one) => one.summary === text),
      highlevel: () => eventsOf.highlevel(stage).find((one) => one.title === text),
    },
  }[entity]?.[from]();
  return found && String(found.id);
}
