import type { Database } from '../../lib/store/db.ts';
import { rememberReads } from '../../lib/store/remember.ts';
import { onceMore } from '../../lib/store/transaction.ts';
import { type createWounds, type Life, never, noRoom } from './life.ts';
import { createMemoryDisk, type DiskFaults, rowsOn } from './memory-disk.ts';
import type { Chance } from './random.ts';

export type Mortal = <A extends unknown[], R>(mine: Life, work: (...args: A) => Promise<R>) => (...args: A) => Promise<R>;

export interface MachineDiskParts {
  /** Name of the database. */
  disk: string;
  chance: Chance;
  wounds: ReturnType<typeof createWounds>;
  mortal: Mortal;
}

/** One machine's disk with what goes wrong with it; each worker has its own way to it, which dies with the worker. */
export function createMachineDisk({ disk, chance, wounds, mortal }: MachineDiskParts) {
  const faults: DiskFaults = { full: () => wounds.add() };
  let refusing = false;
  const of = (mine: Life): ReturnType<typeof rememberReads> => {
    const db = createMemoryDisk(disk, faults);
    // As the product's own connection does it: opened anew, and asked once more.
    const safely = <A extends unknown[], R>(ask: (...args: A) => Promise<R>) =>
      mortal(mine, (...args: A) =>
        onceMore(
          () => ask(...args),
          async () => undefined,
        ),
      );
    const remembering = rememberReads({
      read: safely(db.read as never) as Database['read'],
      write: safely(((stores: never, work: never) =>
        refusing && chance.chance(0.8) ? noRoom(wounds) : db.write(stores, work)) as never) as Database['write'],
      close: db.close,
      destroy: db.destroy,
    });
    // What a dead worker remembers is dead as well.
    return { ...remembering, read: (...asked) => (mine.dead ? never() : remembering.read(...asked)) };
  };
  return {
    of,
    /** Four of five writes are said to find no room, or no row more has room (dropping others makes some), until told otherwise. */
    full(how: 'refusing' | 'really' | false) {
      refusing = how === 'refusing';
      faults.room = how === 'really' ? rowsOn(disk) : undefined;
    },
    /** Another context closes the connection under one of the next transactions. */
    closeAfter(stores: number) {
      faults.closesAfter = stores;
    },
  };
}
