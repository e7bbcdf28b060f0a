import { type Country, normalizeEmail, normalizePhone } from '../match/normalize.ts';
import type { Payload } from '../messages/protocol.ts';
import { type Ask, askKey } from '../model/ask.ts';
import type { PeopleCursor, PeopleView, PersonRowView } from '../model/console-sync.ts';
import { fold } from '../model/fold.ts';
import type { PersonOpen } from '../store/read-sync.ts';
import { recordKey } from '../store/rows.ts';
import { countryOfPair } from '../sync/pull-person.ts';
import { urlOf } from './asks-view.ts';
import { chosenPairs, type SyncViewParts } from './console-parts.ts';

const PAGE = 50;
/** So many are looked through for one page of linked or unlinked people; the page then says where it stopped. */
const LOOKED_AT = 2000;
const STEP = 250;

/** How phones without a country are read on that side: as when they were indexed. */
async function countryOf(parts: SyncViewParts, { system, account }: Asked): Promise<Country> {
  const side = system === 'clio' ? 'clio' : 'location';
  const pair = (await chosenPairs(parts)).find((one) => one[side].account === account);
  return pair ? countryOfPair(pair) : 'US';
}

/** An e-mail or phone is found whole, a name by the beginnings of its words. */
async function found(parts: SyncViewParts, asked: Asked, query: string): Promise<PersonOpen[]> {
  const { syncReader } = parts;
  const { system, account } = asked;
  const email = normalizeEmail(query);
  const phone = normalizePhone(query, await countryOf(parts, asked));
  if (email || phone) {
    const people = await syncReader.peopleLike(system, account, email ? { emails: [email] } : { phones: phone ? [phone] : [] });
    return people.filter((one) => isShown(asked, one)).slice(0, PAGE);
  }
  const words = fold(query).split(' ').filter(Boolean);
  const fits = (name: string): boolean => {
    const own = fold(name).split(' ');
    return words.every((word) => own.some((one) => one.startsWith(word)));
  };
  // The index knows three letters of each word; a shorter word is looked up only where nothing longer was typed.
  const long = words.filter((word) => word.length >= 3);
  const people = await syncReader.peopleNamed(system, account, long.length ? long : words, fits, 4 * PAGE);
  return people.filter((one) => isShown(asked, one)).slice(0, PAGE);
}

type Asked = Payload<'people.view'>;
type Page = { people: PersonOpen[]; after?: PeopleCursor };

const isShown = ({ show }: Asked, one: PersonOpen): boolean =>
  show === undefined || show === 'asks' || show === (one.links.length ? 'linked' : 'unlinked');

/** People a question stands open about; few, so they are one page. */
async function asked({ syncReader }: SyncViewParts, { system, account }: Asked): Promise<Page> {
  const key = askKey.match(system, account, '');
  const asks = await syncReader.asks('open', 4 * PAGE, key);
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

function rowOf({ system, account, id, brief, changedAt, links }: PersonOpen, ask: Ask | undefined): PersonRowView {
  const row: PersonRowView = { ...brief, id, changedAt, links, url: urlOf(system, account, account, id) };
  if (links.length || ask?.state !== 'open') return row;
  const candidates = ask.body.candidates?.map(({ id: other, name, reasons }) => ({ id: other, name, reasons }));
  return { ...row, ask: ask.key, candidates };
}

/** One page of the contact index of one side. */
export async function peopleView(parts: SyncViewParts, payload: Asked): Promise<PeopleView> {
  const { syncReader } = parts;
  const { system, account, show } = payload;
  const query = payload.query?.trim();
  const pick = async (): Promise<Page> => {
    if (query) return { people: await found(parts, payload, query) };
    return show === 'asks' ? asked(parts, payload) : paged(parts, payload);
  };
  const [count, { people, after }] = await Promise.all([syncReader.countPeople(system, account), pick()]);
  const asks = await syncReader.asksAt(people.map(({ id }) => askKey.match(system, account, id)));
  const rows = people.map((one, at) => rowOf(one, asks[at]));
  const shown = show === 'asks' ? rows.filter(({ ask }) => ask) : rows;
  return { now: parts.now(), rows: shown, count, after };
}
