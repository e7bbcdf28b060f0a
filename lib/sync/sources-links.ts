import { dirtyKey } from './dirty.ts';
import { isWithin } from './fresh.ts';
import { readSetup } from './setup-reads.ts';
import { MINUTE, minutes, type Source } from './source.ts';
import { readWholeAt } from './whole.ts';

/** People a turn of the round. */
const AT_ONCE = 2;
/** In a small firm the round is soon through: nobody is read again before this long. */
const REST = 30 * MINUTE;

/** What no list of changes tells. */
export const LINK_SOURCES: Source[] = [
  {
    /** Users, calendars, tags and custom fields of both: what choices are made from, and where events are looked for. */
    id: 'clio.office',
    system: 'clio',
    every: minutes(15, 240),
    async page({ parts, of }) {
      for (const { clio, location } of of.pairs) await readSetup({ ...parts, priority: 'background' }, clio, location);
      return { rows: [] };
    },
  },
  {
    /** All linked people in turn: deletes show in no list of changes, and it is not known what moves a contact's time of change. */
    id: 'clio.links',
    system: 'clio',
    every: minutes(2, 60),
    most: 1,
    async page({ parts, of, now }, _, token) {
      const links = await parts.syncReader.links(token as string | undefined, AT_ONCE);
      const mine = links.filter((one) => one.clioAccount === of.connection.account);
      const due = [];
      for (const link of mine) {
        if (!isWithin(await readWholeAt(parts.reader, link), now, REST))
          due.push({ key: dirtyKey({ kind: 'read', link: link.key }), at: now });
      }
      return { rows: [], change: { dirty: due }, next: links.length < AT_ONCE ? undefined : links.at(-1)?.key };
    },
  },
];
