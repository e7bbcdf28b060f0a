import { fromWireContact as fromClio } from '../clio/convert-contact.ts';
import { clioRequests } from '../clio/requests.ts';
import { fromWireContact as fromHighLevel } from '../highlevel/convert.ts';
import { HIGHLEVEL } from '../highlevel/endpoints.ts';
import { type VanishDecision, vanished } from '../merge/vanish.ts';
import { type Ask, askKey } from '../model/ask.ts';
import type { Contact } from '../model/contact.ts';
import type { Link } from '../model/link.ts';
import type { System } from '../model/subject.ts';
import type { Batch } from '../store/batch.ts';
import { recordKey } from '../store/rows.ts';
import { dirtyKey } from './dirty.ts';
import { type Ground, linksOf } from './plan-parts.ts';
import { factsOf, type GoneRow, ifThere, type Sweep, type VanishParts, type Verdict } from './vanish-parts.ts';
import { type Found, findSurvivors } from './vanish-survivors.ts';

const background = { priority: 'background' } as const;

/** One contact by its id, asked now; undefined when it is not there. */
export const readContact = ({ client }: VanishParts, { clio, location }: Ground, system: System, id: string) =>
  ifThere(async () =>
    system === 'clio'
      ? fromClio((await client.call(clio, clioRequests.contact(id), background)).data.data, clio.account)
      : fromHighLevel(
          (await client.call(location, { endpoint: HIGHLEVEL.contact.get, params: { contactId: id } }, background)).data.contact,
          location.account,
        ),
  );

/** What is left of it: as last read on its own side, else as the other side has it. */
async function remembered({ reader }: VanishParts, link: Link, side: System): Promise<Contact | undefined> {
  const { clioAccount, clioId, locationId, highlevelId } = link;
  const [clio, highlevel] = await Promise.all([
    reader.record<Contact>(recordKey('clio', clioAccount, 'contact', clioId)),
    reader.record<Contact>(recordKey('highlevel', locationId, 'contact', highlevelId)),
  ]);
  const [own, other] = side === 'clio' ? [clio, highlevel] : [highlevel, clio];
  if (!own || !other) return own ?? other;
  // An e-mail that only the other side had may be the one the survivor carries.
  return { ...own, emails: [...own.emails, ...other.emails], phones: [...own.phones, ...other.phones] };
}

/** A contact that answered 404, or that a person went to merge with another. Linked to nobody, it merely leaves the index. */
export async function lookAtContact(parts: VanishParts, pair: Ground, row: GoneRow, sweep: Sweep): Promise<Verdict> {
  const { system, account, id } = row.of;
  const key = recordKey(system, account, 'contact', id);
  const links = await linksOf(parts, pair, system, id);
  const open = await Promise.all(links.map((link) => parts.syncReader.ask(askKey.vanished(link.key, system, 'contact', id))));
  // Asked already: the person decides, not another call.
  if (links.length && open.every((ask) => ask?.state === 'open')) return { batch: {} };
  const facts = factsOf(row, sweep);
  if (row.noticedAt === undefined) return { again: row.at };
  const since = parts.now();
  const found = await readContact(parts, pair, system, id);
  const secondRead = { at: parts.now(), answer: found ? ('found' as const) : ('not-found' as const) };
  const first = vanished({ ...facts, secondRead });
  if (first.kind === 'wait-second-read') return { again: first.notBefore };
  if (found) return { batch: stillThere(found, links, since) };
  const asks = [];
  // Told once: whoever left the index was told of before.
  const lost = (await parts.syncReader.person(key)) ? [key] : [];
  for (const link of pair.choice.on ? links : []) {
    const person = await remembered(parts, link, system);
    const survivors = person ? await findSurvivors(parts, pair, system, id, person) : [];
    const decision = vanished({ ...facts, secondRead, survivors: survivors.map(({ survivor }) => survivor) });
    asks.push(question(link, row.of, person, survivors, decision));
  }
  const at = parts.now();
  const activity = asks.map(({ link, body }) => ({
    at,
    kind: 'ask' as const,
    by: 'sync' as const,
    system,
    account,
    entity: 'contact',
    id,
    link,
    outcome: 'asked' as const,
    why: 'vanished',
    body: { label: body.label },
  }));
  return { batch: { asks: asks.map((put) => ({ put })), activity, lost, people: { gone: [key] } } };
}

function stillThere(contact: Contact, links: Link[], since: number): Partial<Batch> {
  if (!links.length) return {};
  const { system, account, id } = contact;
  return {
    since,
    records: [{ system, account, entity: 'contact', id, value: contact }],
    seen: [recordKey(system, account, 'contact', id)],
    asks: links.map((link) => ({ close: askKey.vanished(link.key, system, 'contact', id) })),
    dirty: links.map((link) => ({ key: dirtyKey({ kind: 'contact', link: link.key }), at: since })),
  };
}

function question(
  link: Link,
  { system, id }: GoneRow['of'],
  person: Contact | undefined,
  survivors: Found[],
  decision: VanishDecision,
) {
  const { key, clioAccount, locationId, clioId, highlevelId } = link;
  const offers = 'offers' in decision ? [...new Set(decision.offers.map(({ kind }) => kind))] : ['unlink' as const];
  const order = decision.kind === 'merged-into' ? [decision.id, ...decision.others] : [];
  const candidates = order.flatMap((one) =>
    survivors.filter(({ survivor }) => survivor.id === one).map(({ candidate }) => candidate),
  );
  const body: Ask['body'] = { label: person?.name ?? id, clioId, highlevelId, side: system, candidates, offers };
  return {
    key: askKey.vanished(key, system, 'contact', id),
    kind: 'vanished' as const,
    link: key,
    clioAccount,
    locationId,
    entity: 'contact' as const,
    body,
  };
}
