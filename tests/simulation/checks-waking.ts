import type { Write } from '../../lib/model/outbox.ts';
import type { Breach } from './checks.ts';
import { openDisk } from './disk.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';

/** An alarm comes at most this long after what is due: the browser's own least period, twice. */
const PERIOD = 60_000;
const STIRRING: ReadonlySet<string> = new Set(['queued', 'sending', 'unknown']);

/**
 * What waits has something that wakes it: an alarm. Asked when the worker is dead, or (at the end) may be any moment, and its timers with it.
 */
export async function asleep({ disk, machine, time }: Stage, { sync }: Memory): Promise<Breach[]> {
  const alarmAt = machine.alarmAt();
  const lying = await openDisk(disk);
  const [writes, connections] = await Promise.all([lying.writes(), lying.all<{ id: string; state: string }>('connections')]);
  await lying.close();
  const usable = new Set(connections.filter(({ state }) => state !== 'reconnect').map(({ id }) => id));
  const isOn = sync?.on && usable.size === connections.length;
  const late = ({ nextAt }: { nextAt: number }) => alarmAt === undefined || alarmAt > Math.max(nextAt, time.now()) + PERIOD;
  return [
    ...(isOn && alarmAt === undefined ? [{ kind: 'asleep' as const, what: 'two-way sync is on, and nothing will wake it' }] : []),
    ...heads(writes.filter(({ state, connection }) => STIRRING.has(state) && usable.has(connection)))
      .filter(late)
      .map(({ op, state, body }) => ({
        kind: 'asleep' as const,
        what: `${op} "${body.label}" is ${state}, and ${alarmAt === undefined ? 'nothing will wake it' : 'the alarm is late'}`,
      })),
  ];
}

/** The first of each record's rows: the others wait for it. */
const heads = (writes: Write[]): Write[] =>
  [...Map.groupBy(writes, ({ connection, key }) => `${connection} ${key}`).values()].flatMap(
    (rows) => rows.sort((a, b) => a.seq - b.seq)[0] ?? [],
  );
