import type { Breach } from './checks.ts';
import { openDisk } from './disk.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';

const STIRRING: ReadonlySet<string> = new Set(['queued', 'sending', 'unknown']);

/**
 * What waits has something that wakes it: an alarm. Asked when the worker is dead, or (at the end) may be any moment, and its timers with it.
 */
export async function asleep({ disk, machine }: Stage, { sync }: Memory): Promise<Breach[]> {
  if (machine.isAlarmSet()) return [];
  const lying = await openDisk(disk);
  const [writes, connections] = await Promise.all([lying.writes(), lying.all<{ id: string; state: string }>('connections')]);
  await lying.close();
  const usable = new Set(connections.filter(({ state }) => state !== 'reconnect').map(({ id }) => id));
  const isOn = sync?.on && usable.size === connections.length;
  return [
    ...(isOn ? [{ kind: 'asleep' as const, what: 'two-way sync is on, and nothing will wake it' }] : []),
    ...writes
      .filter(({ state, connection }) => STIRRING.has(state) && usable.has(connection))
      .map(({ op, state, body }) => ({
        kind: 'asleep' as const,
        what: `${op} "${body.label}" is ${state}, and nothing will wake it`,
      })),
  ];
}
