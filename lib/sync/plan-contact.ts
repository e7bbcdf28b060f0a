import { rowsToAdd, toClioContact, toHighLevelContact } from '../merge/contact.ts';
import { toClioDnd } from '../merge/dnd.ts';
import { toClioExtras, toHighLevelExtras } from '../merge/extras.ts';
import type { FieldRule, MergeInput, Values } from '../merge/field.ts';
import type { Contact } from '../model/contact.ts';
import type { Link } from '../model/link.ts';
import type { NewWrite } from '../model/outbox.ts';
import type { System } from '../model/subject.ts';
import type { Agreed } from '../model/sync.ts';
import { recordKey } from '../store/rows.ts';
import { contactValues, current, type Person } from './contact-values.ts';
import { dirtyKey } from './dirty.ts';
import { noteOld } from './plan-born.ts';
import { type Ground, inPilot, type Plan, type PlanParts } from './plan-parts.ts';
import { inTheWay, type KeptDecision, markOf, rowOf, stoppedFields } from './plan-rows.ts';
import { contactRules, dndRules } from './plan-rules.ts';
import { asValues, judge, type Matter, valuesTo } from './plan-verdict.ts';

/** Both sides of a link as the store has them; undefined where one was never read or is gone. */
export async function personOf({ reader }: Pick<PlanParts, 'reader'>, link: Link): Promise<Person | undefined> {
  const { clioAccount, clioId, locationId, highlevelId } = link;
  const [clio, highlevel] = await Promise.all([
    reader.record<Contact>(recordKey('clio', clioAccount, 'contact', clioId)),
    reader.record<Contact>(recordKey('highlevel', locationId, 'contact', highlevelId)),
  ]);
  return clio && highlevel ? { link, clio, highlevel } : undefined;
}

const changedAt = (one: { updatedAt?: string } | undefined): number => Date.parse(one?.updatedAt ?? '');

export function contactInput(ground: Ground, { link, clio, highlevel }: Person): MergeInput {
  const base = current(ground, link.base);
  return {
    base,
    written: link.written,
    clio: contactValues(ground, clio, { other: highlevel, base }),
    highlevel: contactValues(ground, highlevel, { other: clio, base }),
    changedAt: { clio: changedAt(clio), highlevel: changedAt(highlevel) },
    phoneKey: ground.phoneKey,
  };
}

/** Numbers leave as E.164. */
export const dialled = ({ phoneKey }: Ground, values: Record<string, unknown>): Record<string, unknown> =>
  typeof values.phone === 'string' ? { ...values, phone: phoneKey(values.phone) ?? values.phone } : values;

type Made = { op: string; input: Record<string, unknown>; decisions: KeptDecision[] };

const befores = (names: object, writes: readonly KeptDecision[]): Values =>
  Object.fromEntries(writes.filter(({ id }) => id in names).map(({ id, before }) => [id, before]));
const isTag = (ground: Ground, id: string): boolean => ground.extras.some((one) => one.id === id && 'tag' in one.highlevel);

const isKey = ({ id }: KeptDecision): boolean => id === 'email' || id === 'phone';

/** What goes to HighLevel: values and custom fields in one write, tags added and removed, do-not-disturb. Each settles its own fields. */
function toHighLevel(ground: Ground, { link }: Person, writes: KeptDecision[], tries: number): Made[] {
  const contactId = link.highlevelId;
  const tags = writes.filter(({ id }) => isTag(ground, id));
  const plain = writes.filter(({ id }) => !isTag(ground, id) && id !== 'dnd');
  // Refused once, as somebody else has the e-mail or phone: the rest goes by itself.
  const groups = tries ? [plain.filter((one) => !isKey(one)), plain.filter(isKey)] : [plain];
  const made = groups.flatMap((rest): Made[] => {
    const values = dialled(ground, toHighLevelContact(asValues(rest)).value);
    const { fields } = toHighLevelExtras(ground.extras, asValues(rest)).value;
    const input = { contactId, values, seen: befores(values, rest), customFields: fields };
    return rest.length ? [{ op: 'highlevel.contact.update', input, decisions: rest }] : [];
  });
  for (const [verb, word] of [
    ['add', 'yes'],
    ['remove', 'no'],
  ] as const) {
    const chosen = tags.filter(({ value }) => value === word);
    const { addTags, removeTags } = toHighLevelExtras(ground.extras, asValues(chosen)).value;
    if (chosen.length)
      made.push({
        op: `highlevel.contact.${verb}-tags`,
        input: { contactId, tags: [...addTags, ...removeTags] },
        decisions: chosen,
      });
  }
  const dnd = writes.filter(({ id }) => id === 'dnd');
  if (dnd[0]) made.push({ op: 'highlevel.contact.set-dnd', input: { contactId, dnd: dnd[0].value === 'yes' }, decisions: dnd });
  return made;
}

/** What goes to Clio, in one write: rows that are replaced, rows that are added, custom fields. */
function toClio(ground: Ground, { link, clio, highlevel }: Person, writes: KeptDecision[], rules: FieldRule[]): Made[] {
  const sent = asValues(writes);
  const values = toClioContact(sent).value;
  const dnd = ground.choice.dnd;
  const flag = dnd && toClioDnd(dnd, sent).value.value;
  const customFields = { ...toClioExtras(ground.extras, sent).value, ...(dnd && flag !== undefined ? { [dnd.id]: flag } : {}) };
  // Further e-mails and phones are added at the first meeting only: one that somebody takes away later stays away.
  const isFirst = !Object.keys(link.base).length;
  const isOpen = (id: string) =>
    rules.some((rule) => rule.id === id && (rule.direction === 'both' || rule.direction === 'to-clio'));
  const more = isFirst ? rowsToAdd(clio, highlevel, ground) : { emails: [], phones: [] };
  const addEmails = isOpen('email') ? more.emails.filter((one) => one !== values.email) : [];
  const addPhones = isOpen('phone') ? more.phones.filter((one) => one !== values.phone) : [];
  if (!writes.length && !addEmails.length && !addPhones.length) return [];
  const input = { clioId: link.clioId, values, seen: befores(values, writes), addEmails, addPhones, customFields };
  return [{ op: 'clio.contact.update', input, decisions: writes }];
}

function rowsFor(parts: PlanParts, ground: Ground, person: Person, input: MergeInput, made: Made[], tries: number): NewWrite[] {
  const act = parts.newId();
  const { link, clio } = person;
  return made.map(({ op, input: sent, decisions }) => {
    const entity = decisions.length && decisions.every(({ id }) => id === 'dnd') ? 'dnd' : 'contact';
    const body = { label: clio.name, input: sent, sync: markOf(entity, decisions, input, link, { tries }) };
    return rowOf(parts, ground, op.split('.')[0] as System, { op, act, link: link.key, entity, body });
  });
}

/** What the outbox still has of this person: waited for, or, where it stopped for a person, keeping its own fields only. */
async function onTheWay({ outbox, now }: PlanParts, { key }: Link) {
  const writes = (await outbox.ofLink(key)).filter(({ op, body }) =>
    body.sync ? body.sync.entity === 'contact' || body.sync.entity === 'dnd' : op.includes('.contact.'),
  );
  const way = inTheWay(writes, now());
  const stopped = stoppedFields(writes);
  return { way: way?.again || !stopped ? way : undefined, isFree: ({ id }: FieldRule): boolean => !stopped?.has(id) };
}

/** A linked person's own values and their do-not-disturb, which is an entity of its own with its own base in the same link. */
export async function planContact(parts: PlanParts, ground: Ground, link: Link, tries: number): Promise<Plan> {
  const { choice } = ground;
  if (!inPilot(choice, link)) return {};
  const person = await personOf(parts, link);
  if (!person) return readOnce(parts, link);
  const old = await noteOld(parts, ground, person);
  const { way, isFree } = await onTheWay(parts, link);
  if (way) return { ...old, ...way };
  // Read again now that nothing is on its way: a write that was just settled has moved the base.
  const now = (await parts.reader.link(link.key)) ?? link;
  const about = { ...person, link: now };
  const input = contactInput(ground, about);
  const { clioId, highlevelId } = link;
  const matter: Matter = { link: now, entity: 'contact', label: person.clio.name, clioId, highlevelId };
  const rules = contactRules(ground).filter(isFree);
  const own = await judge(parts, matter, rules, input, tries);
  const dnd = dndRules(ground).filter(isFree);
  const flagged = await judge(parts, { ...matter, entity: 'dnd' }, dnd, { ...input, ...own.agreed }, tries);
  const decided = [...own.writes, ...flagged.writes];
  const made = [
    ...toHighLevel(ground, about, valuesTo('highlevel', decided), tries),
    ...toClio(ground, about, valuesTo('clio', decided), rules),
  ];
  const moved = own.moved || flagged.moved;
  return {
    ...old,
    enqueue: rowsFor(parts, ground, about, input, made, tries),
    agreed: moved ? [agreedOf(now, flagged.agreed)] : [],
    asks: [...(own.plan.asks ?? []), ...(flagged.plan.asks ?? [])],
    activity: [...(own.plan.activity ?? []), ...(flagged.plan.activity ?? [])],
  };
}

export const agreedOf = ({ key, highlevelId }: Link, value: Agreed) => ({ link: key, only: highlevelId, value });

/** A side that was never read is read; one that could not be read, or is gone, is somebody else's to find out. */
async function readOnce({ reader, now }: PlanParts, link: Link): Promise<Plan> {
  const keys = [
    recordKey('clio', link.clioAccount, 'contact', link.clioId),
    recordKey('highlevel', link.locationId, 'contact', link.highlevelId),
  ];
  const reads = await Promise.all(keys.map((key) => reader.readAt(key)));
  return reads.every(Boolean) ? {} : { dirty: [{ key: dirtyKey({ kind: 'read', link: link.key }), at: now() }] };
}
