import { fromWireContact } from '../clio/convert-contact.ts';
import { fromWireEntry } from '../clio/convert-entry.ts';
import { fromWireMatter } from '../clio/convert-matter.ts';
import { fromWireNote } from '../clio/convert-note.ts';
import { fromWireTask } from '../clio/convert-task.ts';
import { clioRequests } from '../clio/requests.ts';
import type { Request } from '../http/endpoint.ts';
import { AppError } from '../model/errors.ts';
import type { Matter } from '../model/matter.ts';
import { listKey, recordKey } from '../store/rows.ts';
import { withRelated } from './clio-reads.ts';
import { type Keeping, keepClioContact, keepOwned } from './pull-keep.ts';
import type { Change, Of } from './pull-parts.ts';
import { DAY, EVERYTHING, MINUTE, minutes, near, type Source } from './source.ts';
import { HIGHLEVEL_SOURCES } from './sources-highlevel.ts';
import { LINK_SOURCES } from './sources-links.ts';

/** Only the token is taken of `meta.paging.next`, which is a whole URL (lib/http/pages.ts). */
function nextToken(next: string | null | undefined, token: unknown): string | undefined {
  if (!next) return undefined;
  const found = URL.canParse(next) ? new URL(next).searchParams.get('page_token') : null;
  // A page that leads nowhere or to itself would lose the rest without a word.
  if (!found || found === token) throw new AppError('bad-answer', { system: 'clio', about: 'meta.paging.next' });
  return found;
}

interface ClioWire {
  id: number | string;
  etag?: string | null;
  updated_at?: string | null;
}
interface ClioRow<W extends ClioWire> {
  id: string;
  every: Source['every'];
  wanted?: Source['wanted'];
  recent?: boolean;
  ask: (from: string, token: string | undefined, keeping: Keeping) => Request<{ data: W[]; meta?: Paging }>;
  keep: (wire: W, keeping: Keeping, account: string) => Promise<Change>;
}
type Paging = { paging?: { next?: string | null } | null } | null;

const changedAt = (at: string | null | undefined): string | undefined =>
  at && !Number.isNaN(Date.parse(at)) ? new Date(at).toISOString() : undefined;

/** Clio's lists by `updated_since`, in the order of ids: a page never shifts, but shows nothing of what changed behind it. */
const clio = <W extends ClioWire>({ ask, keep, ...rest }: ClioRow<W>): Source => ({
  ...rest,
  system: 'clio',
  overlap: 5 * MINUTE,
  async page(keeping, from, token) {
    const { parts, of } = keeping;
    const request = ask(from ?? EVERYTHING, token as string | undefined, keeping);
    const { data } = await parts.client.call(of.connection, request, { priority: 'background' });
    const rows = data.data.map((wire) => ({
      id: String(wire.id),
      etag: wire.etag ?? undefined,
      changedAt: changedAt(wire.updated_at),
      keep: () => keep(wire, keeping, of.connection.account),
    }));
    return { rows, next: nextToken(data.meta?.paging?.next, token) };
  },
});

const { changed } = clioRequests;

/** The client of a matter that is stored. */
const clientOf = async ({ parts }: Keeping, account: string, id: number | undefined): Promise<string | undefined> =>
  id === undefined
    ? undefined
    : (await parts.reader.record<Matter>(recordKey('clio', account, 'matter', String(id))))?.client?.id;

const allowedNotes = ({ pairs }: Of): string[] =>
  pairs.flatMap(({ choice }) => Object.entries(choice.privilege.matters).flatMap(([id, { notes }]) => (notes ? id : [])));

const CLIO_SOURCES: Source[] = [
  clio({
    id: 'clio.contacts',
    every: minutes(1, 15),
    ask: changed.contacts,
    keep: (wire, keeping, account) => keepClioContact(keeping, fromWireContact(wire, account)),
  }),
  clio({
    id: 'clio.matters',
    every: minutes(5, 60),
    recent: true,
    ask: changed.matters,
    async keep(wire, keeping, account) {
      const value = await withRelated(keeping.parts.reader, fromWireMatter(wire, account));
      return keepOwned(keeping, { entity: 'matter', id: value.id, value, owners: [value.client?.id] });
    },
  }),
  clio({
    id: 'clio.tasks',
    every: minutes(1, 15),
    recent: true,
    ask: changed.tasks,
    keep(wire, keeping, account) {
      const value = fromWireTask(wire, { account });
      return keepOwned(keeping, { entity: 'task', id: value.id, value, owners: [value.contactId] });
    },
  }),
  clio({
    id: 'clio.notes.contact',
    every: minutes(1, 15),
    recent: true,
    ask: (from, token) => changed.notes('Contact', from, token),
    keep(wire, keeping, account) {
      const value = fromWireNote(wire, { account });
      return keepOwned(keeping, { entity: 'note', id: value.id, value, owners: [value.contactId] });
    },
  }),
  clio({
    id: 'clio.notes.matter',
    every: minutes(1, 15),
    wanted: (of) => allowedNotes(of).length > 0,
    recent: true,
    ask: (from, token) => changed.notes('Matter', from, token),
    async keep(wire, keeping, account) {
      const value = fromWireNote(wire, { account });
      const matter = value.matter?.id;
      if (!matter || !allowedNotes(keeping.of).includes(matter)) return {};
      const owners = [await clientOf(keeping, account, Number(matter))];
      const list = listKey('clio', account, 'note', `matter:${matter}`);
      return keepOwned(keeping, { entity: 'note', id: value.id, value, owners, list });
    },
  }),
  clio({
    id: 'clio.entries',
    every: minutes(2, 30),
    // The first time what is near; from then on what changes.
    recent: true,
    ask(from, token, { first }) {
      if (!first) return changed.entries(from, token);
      const { from: past, to } = near(Date.parse(from) + DAY);
      const window = clioRequests.calendarEntries(new Date(past).toISOString(), new Date(to).toISOString());
      return { ...window, query: { ...window.query, page_token: token } };
    },
    async keep(wire, keeping, account) {
      const value = fromWireEntry(wire, account);
      if (!value) return {};
      const invited = value.attendees.flatMap(({ type, id }) => (type === 'Contact' ? id : []));
      const owners = [...invited, await clientOf(keeping, account, wire.matter?.id)];
      return keepOwned(keeping, { entity: 'calendar-entry', id: value.id, value, owners });
    },
  }),
];

/** Every list that is asked for changes. A new one is a row above, or in one of the two files beside this. */
export const SOURCES: readonly Source[] = [...CLIO_SOURCES, ...HIGHLEVEL_SOURCES, ...LINK_SOURCES];
