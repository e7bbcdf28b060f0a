import { toClioContact, toHighLevelContact } from '../merge/contact.ts';
import { DND_TABLE } from '../merge/dnd.ts';
import { toHighLevelExtras } from '../merge/extras.ts';
import { otherSide } from '../merge/field.ts';
import { noValues } from '../merge/mapping.ts';
import { decide } from '../merge/three-way.ts';
import type { Ask } from '../model/ask.ts';
import { askKey } from '../model/ask.ts';
import type { Contact } from '../model/contact.ts';
import { type Candidate, type Link, linkKey } from '../model/link.ts';
import type { WriteBody } from '../model/outbox.ts';
import type { System } from '../model/subject.ts';
import { sinceOf } from '../model/sync.ts';
import { recordKey } from '../store/rows.ts';
import { contactValues } from './contact-values.ts';
import { dirtyKey } from './dirty.ts';
import { type KnownPerson, knownKeys } from './known.ts';
import { dialled } from './plan-contact.ts';
import { whoIs } from './plan-match.ts';
import { accountOf, type Ground, linksOf, type Plan, type PlanParts } from './plan-parts.ts';
import { inTheWay, keptDecisions, LOOK_AGAIN, markOf, noted, notedOnce, rowOf } from './plan-rows.ts';
import { contactRules, contactSpecs, dndRules, opens } from './plan-rules.ts';
import { asValues } from './plan-verdict.ts';
import type { Place } from './windows.ts';

const DAY = 24 * 60 * 60 * 1000;
/** A system's clock may be so far from ours; who was marked was unknown until now, and twins are looked for before anybody is made. */
const CLOCK_OFF = 15 * 60 * 1000;

/** The link a new contact will have; of a HighLevel contact Clio's id is not known yet. */
const linkOf = ({ clio, location }: Ground, contact: Contact): string =>
  linkKey(clio.account, contact.system === 'clio' ? contact.id : `new:${contact.id}`, location.account);

/** New people of the last 24 hours that sync made; when the oldest of them falls out. */
async function madeLately(parts: PlanParts, ground: Ground): Promise<{ count: number; until: number }> {
  const from = parts.now() - DAY;
  const rows = (await parts.syncReader.activity({ by: 'sync', outcome: 'queued', from }, undefined, 5000)).filter(
    ({ why, account }) => why === 'new_person' && account === ground.clio.account,
  );
  return { count: rows.length, until: Math.min(parts.now() + DAY, ...rows.map(({ at }) => at + DAY)) };
}

/** May this person be made now? A pilot takes those named, or so many a day; the rest wait their turn. */
async function turn(parts: PlanParts, ground: Ground, contact: Contact): Promise<Plan | undefined> {
  const { pilot } = ground.choice;
  if (!pilot.on || (contact.system === 'clio' && pilot.people.includes(contact.id))) return undefined;
  // Their turn comes when the pilot grows or ends: nobody marks them then, so they stay marked.
  if (pilot.perDay === undefined) return { again: parts.now() + DAY / 24 };
  const { count, until } = await madeLately(parts, ground);
  return count < pilot.perDay ? undefined : { again: until };
}

const briefly = ({ id, name, email, phone, reasons }: Candidate) => ({ id, name, email, phone, reasons });

/** Who is this? Asked once, whoever wants to know. */
export function matchAsk(
  parts: Pick<PlanParts, 'now'>,
  ground: Pick<Ground, 'clio' | 'location'>,
  contact: Contact,
  candidates: Candidate[],
): Plan {
  const { system, account, id, name } = contact;
  const body: Ask['body'] = {
    label: name,
    side: otherSide(system),
    ...(system === 'clio' ? { clioId: id } : { highlevelId: id }),
    candidates: candidates.slice(0, 10).map(briefly),
    offers: ['link', 'create', 'not-same'],
  };
  const put = {
    key: askKey.match(system, account, id),
    kind: 'match' as const,
    clioAccount: ground.clio.account,
    locationId: ground.location.account,
    entity: 'contact' as const,
    body,
  };
  const row = {
    kind: 'ask',
    outcome: 'asked',
    why: 'match',
    entity: 'contact',
    id,
    system,
    account,
    body: { label: name },
  } as const;
  return { asks: [{ put }], activity: [noted(parts, row)] };
}

/** Who was found without a doubt is linked. */
export function linkTo(
  parts: Pick<PlanParts, 'now'>,
  ground: Pick<Ground, 'clio' | 'location'>,
  contact: Contact,
  { id, reasons }: Candidate,
): Plan {
  const [clioId, highlevelId] = contact.system === 'clio' ? [contact.id, id] : [id, contact.id];
  const [clioAccount, locationId, at] = [ground.clio.account, ground.location.account, parts.now()];
  const key = linkKey(clioAccount, clioId, locationId);
  const put: Link = { key, clioAccount, clioId, locationId, highlevelId, by: 'match', reasons, at, base: {} };
  const row = {
    outcome: 'done',
    why: 'linked',
    entity: 'contact',
    id: clioId,
    link: key,
    body: { label: contact.name },
  } as const;
  return {
    links: [{ put, ifAbsent: true }],
    dirty: [{ key: dirtyKey({ kind: 'read', link: key }), at }],
    activity: [noted(parts, row)],
  };
}

/** Somebody without a name, an e-mail and a phone is nobody yet; Clio demands a name of a person [official spec]. */
const isNobody = ({ firstName, lastName, emails, phones }: Contact, to: System): boolean =>
  !firstName && !lastName && (to === 'clio' || (!emails.length && !phones.length));

/** The link that the answer completes with the new id. */
function bond(ground: Ground, contact: Contact, key: string): Pick<WriteBody, 'link' | 'linkTo'> {
  const { clio, location } = ground;
  const reasons = [{ code: 'pushed' as const, tone: 'good' as const }];
  const common = { clioAccount: clio.account, locationId: location.account, by: 'create' as const, reasons, base: {} };
  return contact.system === 'clio'
    ? { link: { ...common, key, clioId: contact.id } }
    : { linkTo: { ...common, highlevelId: contact.id } };
}

async function create(parts: PlanParts, ground: Ground, contact: Contact, to: System, tries: number): Promise<Plan> {
  const { system, id, name } = contact;
  const specs = [...contactSpecs(ground), ...DND_TABLE];
  const rules = [...contactRules(ground, to), ...dndRules(ground)];
  const input = { clio: noValues(specs), highlevel: noValues(specs), [system]: contactValues(ground, contact) };
  const writes = keptDecisions(rules, decide(rules, input));
  const sent = asValues(writes);
  const values = dialled(ground, to === 'clio' ? toClioContact(sent).value : toHighLevelContact(sent, { create: true }).value);
  const link = linkOf(ground, contact);
  const row = { entity: 'contact', id, link, body: { label: name } } as const;
  if (isNobody(contact, to) || !Object.keys(values).length)
    return { activity: await notedOnce(parts, { ...row, outcome: 'skipped', why: 'lacks_value' }) };
  const { addTags: tags } = toHighLevelExtras(ground.extras, sent).value;
  const isTag = (field: string) => to === 'highlevel' && field.startsWith('x.') && sent[field] === 'yes' && tags.length > 0;
  // Custom fields follow in the next round, when there is a record to change. Do-not-disturb goes along, as a workflow may greet whoever is
  // new at once, and is agreed on in that round too: whether a new contact takes it is a belief.
  const own = writes.filter(({ id: field }) => field in values || isTag(field));
  const dnd = to === 'highlevel' && sent.dnd === 'yes' && { dnd: true };
  const body: WriteBody = {
    label: name,
    input: to === 'clio' ? { values, type: 'Person' } : { values, ...(tags.length ? { tags } : {}), ...dnd },
    sync: markOf('contact', own, input, undefined, { from: { system, id }, tries }),
    ...bond(ground, contact, link),
  };
  const act = parts.newId();
  const write = rowOf(parts, ground, to, { op: `${to}.contact.create`, act, link, entity: 'contact', body });
  const said = { ...row, outcome: 'queued', why: 'new_person', system: to, account: ground.clio.account, act } as const;
  return { enqueue: [write], activity: [noted(parts, said)] };
}

/** The new contact, where it is for us to find out who it is. */
async function newcomer(parts: PlanParts, ground: Ground, system: System, id: string): Promise<Contact | undefined> {
  const { choice } = ground;
  if (!opens(choice.entities.contact, otherSide(system))) return undefined;
  const contact = await parts.reader.record<Contact>(recordKey(system, accountOf(ground, system), 'contact', id));
  if (!contact || contact.kind === 'company' || !(Date.parse(contact.createdAt ?? '') >= choice.since - CLOCK_OFF))
    return undefined;
  return (await linksOf(parts, ground, system, id)).length ? undefined : contact;
}

/** A contact of one side that is linked to nobody: who is it on the other side? */
export async function planNew(
  parts: PlanParts,
  ground: Ground,
  { system, id }: { system: System; id: string },
  tries: number,
): Promise<Plan> {
  const { reader, syncReader } = parts;
  const to = otherSide(system);
  const contact = await newcomer(parts, ground, system, id);
  if (!contact) return {};
  const way = inTheWay(await parts.outbox.ofLink(linkOf(ground, contact)), parts.now()) ?? (await turn(parts, ground, contact));
  if (way) return way;
  const ask = await syncReader.ask(askKey.match(system, accountOf(ground, system), id));
  const answer = ask?.state === 'answered' ? ask.body.answer?.offer : undefined;
  if (answer === 'create') return create(parts, ground, contact, to, tries);
  if (answer || ask?.state === 'open') return {};
  // Who is on the other side is known once its list was read to the end; until then anybody would seem new.
  const list = await syncReader.cursor(`${to}.contacts|${accountOf(ground, to)}`);
  if (list?.problem || (list?.value as Place | undefined)?.walk) return { again: parts.now() + LOOK_AGAIN };
  const known = system === 'clio' ? await reader.known<KnownPerson>(knownKeys.person(linkOf(ground, contact))) : undefined;
  const { decision, linked } = await whoIs(parts, ground, contact, known?.refused ?? []);
  const since = sinceOf(ground.choice, 'contact', to) - CLOCK_OFF;
  if (decision.kind === 'none')
    return Date.parse(contact.createdAt ?? '') >= since ? create(parts, ground, contact, to, tries) : {};
  if (decision.kind === 'choose') return matchAsk(parts, ground, contact, decision.candidates);
  const { candidate } = decision;
  return linked.has(candidate.id) ? matchAsk(parts, ground, contact, [candidate]) : linkTo(parts, ground, contact, candidate);
}
