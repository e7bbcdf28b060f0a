import { phoneCountryOf } from '../clio/regions.ts';
import { type Country, normalizeEmail, normalizePhone } from '../match/normalize.ts';
import type { Payload } from '../messages/protocol.ts';
import { askKey } from '../model/ask.ts';
import type { PeopleCursor, PeopleView, PersonRowView } from '../model/console-sync.ts';
import { fold } from '../model/fold.ts';
import type { System } from '../model/subject.ts';
import type { PersonOpen } from '../store/read-sync.ts';
import { recordKey } from '../store/rows.ts';
import { urlOf } from './asks-view.ts';
import type { SyncViewParts } from './console-parts.ts';

const PAGE = 50;
/** So many are looked through for one page of linked or unlinked people; the page then says where it stopped. */
const LOOKED_AT = 2000;
const STEP = 250;
const ALL_ASKS = 10_000;

/** How phones without a country are read on that side. */
async function countryOf({ connections }: SyncViewParts, system: System, account: string): Promise<Country> {
  const one = (await connections.all()).find((known) => known.system === system && known.account === account);
  return (system === 'clio' ? phoneCountryOf(one?.region ?? 'us') : (one?.country ?? 'US')) as Country;
}

/** An e-mail or phone is found whole, a name by the beginnings of its words. */
async function found(parts: SyncViewParts, system: System, account: string, query: string): Promise<PersonOpen[]> {
  const email = normalizeEmail(query);
  const phone = normalizePhone(query, await countryOf(parts, system, account));
  const words = fold(query)
    .split(' ')
    .filter((word) => word.length >= 3);
  const keys = email ? { emails: [email] } : phone ? { phones: [phone] } : { words };
  if (!email && !phone && !words.length) return [];
  const people = await parts.syncReader.peopleLike(system, account, keys);
  // The index knows three letters of each word; the rest is compared here.
  const hit = (name: string) =>
    words.every((word) =>
      fold(name)
        .split(' ')
        .some((one) => one.startsWith(word)),
    );
  const rest = email || phone ? people : people.filter(({ brief }) => hit(brief.name));
  return rest.sort((a, b) => b.changedAt - a.changedAt).slice(0, PAGE);
}

type Asked = Payload<'people.view'>;
type Page = { people: PersonOpen[]; after?: PeopleCursor };

const isShown = ({ show }: Asked, one: PersonOpen): boolean =>
  show === undefined || show === (one.links.length ? 'linked' : 'unlinked');

/** People a question stands open about; few, so they are one page. */
async function asked({ syncReader }: SyncViewParts, { system, account }: Asked): Promise<Page> {
  const key = askKey.match(system, account, '');
  const asks = (await syncReader.asks('open', ALL_ASKS)).filter((ask) => ask.key.startsWith(key)).slice(0, 4 * PAGE);
  const people = await Promise.all(
    asks.map((ask) => syncReader.person(recordKey(system, account, 'contact', ask.key.slice(key.length)))),
  );
  return { people: people.filter((one) => one !== undefined) };
}

/** One page of all, newest change first. */
async function paged({ syncReader }: SyncViewParts, payload: Asked): Promise<Page> {
  const { system, account, show } = payload;
  const step = show ? STEP : PAGE;
  const people: PersonOpen[] = [];
  let after = payload.after;
  for (let seen = 0; seen < LOOKED_AT && people.length < PAGE; seen += step) {
    const some = await syncReader.people(system, account, after, step);
    const last = some.at(-1);
    people.push(...some.filter((one) => isShown(payload, one)));
    if (!last || some.length < step) return { people };
    after = { changedAt: last.changedAt, id: last.id };
  }
  return { people, after };
}

async function rowOf({ syncReader }: SyncViewParts, { system, account, id, brief, changedAt, links }: PersonOpen) {
  const row: PersonRowView = { ...brief, id, changedAt, links, url: urlOf(system, account, account, id) };
  const ask = links.length ? undefined : await syncReader.ask(askKey.match(system, account, id));
  if (ask?.state !== 'open') return row;
  const candidates = ask.body.candidates?.map(({ id: other, name, reasons }) => ({ id: other, name, reasons }));
  return { ...row, ask: ask.key, candidates };
}

/** One page of the contact index of one side. */
export async function peopleView(parts: SyncViewParts, payload: Asked): Promise<PeopleView> {
  const { system, account, show } = payload;
  const query = payload.query?.trim();
  const count = await parts.syncReader.countPeople(system, account);
  const pick = async (): Promise<Page> => {
    if (query)
      return { people: (await found(parts, system, account, query)).filter((one) => show === 'asks' || isShown(payload, one)) };
    return show === 'asks' ? asked(parts, payload) : paged(parts, payload);
  };
  const { people, after } = await pick();
  const rows = await Promise.all(people.map((one) => rowOf(parts, one)));
  const shown = show === 'asks' ? rows.filter(({ ask }) => ask) : rows;
  return { now: parts.now(), rows: shown, count, after };
}
