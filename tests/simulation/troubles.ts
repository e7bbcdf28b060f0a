import type { Memory } from './memory.ts';
import { tokenOf } from './sign-ins.ts';
import type { Stage } from './stage.ts';
import { START } from './stage.ts';
import { ACCESS_TROUBLES } from './troubles-access.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export type Trouble = (stage: Stage, memory: Memory) => void | Promise<void>;

/**
 * What goes wrong around the product. Where the known faults of worker, network, sign-in and storage are played:
 *
 * | fault | played as |
 * |---|---|
 * | killed after the request left, or after the answer before the commit | `dies over a write`; `dies at an await` (before, after) |
 * | killed between a click and its commit; at every await of a chain | `dies at an await`; a click's promise is a moment to die at (clicks.ts) |
 * | idle with retries due; alarms; a worker put to sleep after 30 s | machine.ts: only an alarm or a message wakes it |
 * | alarms cleared by a restart of the browser | `browser restarted` |
 * | asleep for hours in the middle of sending; clock jumps | `asleep for hours`, `clock put back` |
 * | two windows, one runner | `a second worker`, `two workers at once` (scenes-workers.ts): two of them on one disk, locks by name |
 * | 429 of HighLevel by headers alone; Clio's Retry-After; a storm | mishap `limited`, strict limits of the stand-ins, checks-calls.ts |
 * | colleagues share the budget; the day's budget is gone | `colleagues use highlevel`, `the day is used up` |
 * | 500..504 on a create, before or after it was carried out | mishaps `error-before`, `error-after` |
 * | refused although it may stand there; HTML with 200; half an answer | mishaps `refused`, `page-instead`, `half-answer` |
 * | an answer that comes too late, or a request that arrives late | mishaps `slow`, `too-slow`, `late` |
 * | offline for long with a full queue | `network goes`, `asleep for hours` |
 * | both sides changed: same field, other fields; 412 | edits*.ts by policy of the seed; the stand-ins' etags |
 * | echo of our own writes | checks-sync.ts `quietHour` |
 * | the search shows nobody (index lag), or later ones first | `index lags`; new people shown late (scenes-people.ts) |
 * | an answer that is old when it comes | mishap `told-late` (scenes-apart.ts) |
 * | a value comes back in another spelling | `respells` of some histories' weather |
 * | a colleague's Rankr does the same | `a colleague carries the same` (scenes-apart.ts) |
 * | ten 401s at once; refresh lost; invalid_grant; access taken back | `clio token runs out` under `bad weather`, `clio access taken back` |
 * | no room on the disk, really or not | `disk is full` (no row more, until caches go; or four of five writes), `disk has room` |
 * | connection closed in the middle of a transaction | `connection closed` |
 * | records deleted, merged, recalled | edits-people.ts, clicks-console.ts |
 *
 * Not here, as they need a real browser or page: hostile pages, other extensions, profile copies, updates of the extension, power loss.
 */
export const TROUBLES: Record<string, Trouble> = {
  /** At one of its next awaits on disk or network, before or after it. */
  'dies at an await': ({ machine, chance }) => machine.doom(chance.below(40), chance.chance(0.5)),
  'dies over a write': ({ machine }) => machine.doomWrite(),
  killed: ({ machine }) => machine.kill(),
  /** Each of its own memory, both on one disk: what is the first one's alone is kept by locks. */
  'a second worker': ({ machine, chance }) => machine.second(SECOND * chance.pick([2, 20, 90])),
  'browser restarted': ({ machine }) => machine.restart(),
  'extension updated': ({ machine }) => machine.update(),
  async 'asleep for hours'({ time, chance }) {
    time.jump(HOUR * (1 + chance.below(8)));
  },
  async 'clock put back'({ time }) {
    if (time.now() - START > 3 * HOUR) time.jump(-HOUR);
  },
  'network goes': ({ weather }) => {
    weather.online = false;
  },
  'network comes': ({ weather, machine }) => {
    weather.online = true;
    void machine.awake().wake();
  },
  'bad weather': ({ weather, chance }) => {
    const share = () => (chance.chance(0.5) ? chance.next() * 0.12 : 0);
    weather.mishaps = {
      'lost-before': share(),
      'lost-after': share(),
      slow: share(),
      'too-slow': share() / 4,
      late: share() / 2,
      'error-before': share(),
      'error-after': share(),
      limited: share() / 4,
      'page-instead': share() / 4,
      'half-answer': share() / 2,
      refused: share(),
      doubled: share(),
    };
  },
  'disk is full': ({ machine, chance }) => machine.storage.full(chance.chance(0.5) ? 'refusing' : 'really'),
  /** An upgrade, or a browser that clears data: whoever was in the middle of a transaction begins it anew. */
  'connection closed': ({ machine, chance }) => machine.storage.closeAfter(chance.below(12)),
  'disk has room': ({ machine }) => machine.storage.full(false),
  'good weather': ({ weather }) => {
    weather.mishaps = {};
  },
  async 'the day is used up'({ highlevel, chance, weather, time }) {
    const setLimits = highlevel.control.setLimits as (args: unknown) => void;
    if (!chance.chance(0.6)) return;
    setLimits({ used: 200_000 });
    weather.usedUp = time.real();
  },
  'colleagues use highlevel': (stage) => {
    const token = tokenOf(stage);
    if (token) (stage.highlevel.control.spend as (args: unknown) => void)({ calls: stage.chance.below(95), token });
  },
  ...ACCESS_TROUBLES,
  'index lags': ({ highlevel, chance }) =>
    void (highlevel.control.setSearchLag as (args: unknown) => void)({
      ms: chance.below(10) * SECOND,
      uneven: chance.chance(0.5),
    }),
};
