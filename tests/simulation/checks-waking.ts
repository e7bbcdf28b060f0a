import type { Breach } from './checks.ts';
import { openDisk } from './disk.ts';
import type { Stage } from './stage.ts';

const MINUTE = 60_000;
const STIRRING: ReadonlySet<string> = new Set(['queued', 'sending', 'unknown']);

/** What waits has something that wakes it: an alarm. A worker that is alive for now may die any moment, and its timers with it. */
export async function asleep({ time, disk, machine }: Stage): Promise<Breach[]> {
  await time.run(time.now() + MINUTE);
  if (machine.isAlarmSet()) return [];
  const lying = await openDisk(disk);
  const [writes, connections] = await Promise.all([lying.writes(), lying.all<{ id: string; state: string }>('connections')]);
  await lying.close();
  const usable = new Set(connections.filter(({ state }) => state !== 'reconnect').map(({ id }) => id));
  return writes
    .filter(({ state, connection }) => STIRRING.has(state) && usable.has(connection))
    .map(({ op, state, body }) => ({ kind: 'asleep', what: `${op} "${body.label}" is ${state}, and nothing will wake it` }));
}
