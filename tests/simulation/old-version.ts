import { inLane } from '../../lib/model/lane.ts';
import type { RecordRow } from '../../lib/store/rows.ts';
import type { Breach } from './checks.ts';
import { openDisk } from './disk.ts';
import { createMemoryDisk } from './memory-disk.ts';
import type { Stage } from './stage.ts';

/** The rows as version 3 of the disk had them, and what the upgrade from it leaves to be done (lib/store/migrations/4.ts). */
export async function asVersion3(disk: string): Promise<void> {
  const db = createMemoryDisk(disk);
  await db.write(['records', 'settings'], async (tx) => {
    const records = tx.objectStore('records');
    for (const { lane: _, when: __, who: ___, ...row } of await records.getAll()) await records.put(row);
    await tx.objectStore('settings').put('', 'unlaned');
  });
}

/** A new version begins on the old one's disk: whoever was connected is, what waits goes out, and every list over all people is whole. */
export async function upgradeWhole(stage: Stage): Promise<Breach[]> {
  await stage.ask('console', 'home.view', {});
  const disk = await openDisk(stage.disk);
  const rows = await disk.all<RecordRow>('records');
  const lost = await Promise.all(
    rows.map(async ({ key, entity, list, lane }): Promise<Breach[]> => {
      const place = lane ? undefined : inLane(entity, await disk.opened(key), list);
      return place ? [{ kind: 'lost', what: `${key} was there before the upgrade, and stands in no list (${place.lane})` }] : [];
    }),
  );
  await disk.close();
  return lost.flat();
}
