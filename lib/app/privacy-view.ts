import { PRIVILEGED_WORDS } from '../merge/privilege.ts';
import type { Connection } from '../model/connection.ts';
import type { Matter } from '../model/matter.ts';
import type { KeptOf, PrivacyFirm, PrivacyView } from '../model/settings-view.ts';
import { recordKey } from '../store/rows.ts';
import { chosenPairs, type SyncViewParts } from './console-parts.ts';

/** Keys that begin so. */
export const under = (start: string): IDBKeyRange => IDBKeyRange.bound(start, `${start}\uffff`);

const keptOf = ({ db }: SyncViewParts, { id, name, system, account }: Connection): Promise<KeptOf> =>
  db.read(['records', 'people', 'links'], async (tx) => {
    const links = tx.objectStore('links');
    const [records, people, linked] = await Promise.all([
      tx.objectStore('records').count(under(`${system}|${account}|`)),
      tx.objectStore('people').count(under(`${system}|${account}|`)),
      system === 'clio'
        ? links.count(under(`${account}|`))
        : links.index('highlevel').count(IDBKeyRange.bound([account, ''], [account, '\uffff'])),
    ]);
    return { id, name, system, records, people, links: linked };
  });

async function firmsOf(parts: SyncViewParts): Promise<PrivacyFirm[]> {
  const [pairs, choices] = await Promise.all([chosenPairs(parts), parts.settings.get('sync')]);
  return Promise.all(
    pairs.map(async ({ clio }): Promise<PrivacyFirm> => {
      const { words, matters = {} } = choices[clio.id]?.privilege ?? {};
      const allowed = Object.entries(matters).filter(([, one]) => one.notes || one.privateTasks);
      const named = allowed.map(async ([id, { notes, privateTasks }]) => {
        const matter = await parts.reader.record<Matter>(recordKey('clio', clio.account, 'matter', id));
        const name = matter?.label ?? id;
        return { id, name, notes: notes === true, privateTasks: privateTasks === true };
      });
      return { clio: { id: clio.id, name: clio.name }, words, matters: await Promise.all(named) };
    }),
  );
}

/** Everything the page "Privacy" paints. */
export async function privacyView(parts: SyncViewParts): Promise<PrivacyView> {
  const { db, connections, settings, syncReader, now, storage } = parts;
  const [accounts, firms, keepDays, asks, counts] = await Promise.all([
    connections.all().then((all) => Promise.all(all.map((one) => keptOf(parts, one)))),
    firmsOf(parts),
    settings.get('keepDays'),
    syncReader.countAsks(),
    db.read(['activity', 'changes', 'outbox'], async (tx) => ({
      activity: await tx.objectStore('activity').count(),
      changes: await tx.objectStore('changes').count(),
      waiting: await tx.objectStore('outbox').count(),
    })),
  ]);
  return { now: now(), storage: storage(), keepDays, accounts, ...counts, asks, builtIn: PRIVILEGED_WORDS, firms };
}
