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
 * | fault | played as | seen by |
 * |---|---|---|
 * | killed after the request left, or after the answer before the commit | `dies over a write`; `dies at an await` (before, after) | nothing twice, settled |
 * | killed between a click and its commit; at every await of a chain | `dies at an await`; a click's promise is a moment to die at (clicks.ts) | nothing lost; sweep.ts |
 * | idle with retries due; alarms; a worker put to sleep after 30 s | machine.ts: only an alarm or a message wakes it | `asleep`: an alarm, within its period |
 * | alarms cleared by a restart of the browser | `browser restarted` | `asleep`, settled |
 * | a new version on the old one's disk | `extension updated` (rows of version 3) | `upgradeWhole` |
 * | asleep for hours in the middle of sending; clock jumps | `asleep for hours`, `asleep in the middle of sending`, `clock put back` | calls in the minute after, one refresh |
 * | two windows, one runner | `a second worker`, `two workers at once` (scenes-workers.ts): two of them on one disk, locks by name | nothing twice |
 * | a sign-in whose worker dies | `a sign-in is cut off` | no half sign-in, a code used once |
 * | 429 of HighLevel by headers alone; Clio's Retry-After; a storm | mishap `limited`, strict limits of the stand-ins | `pausesKept`, `limitsHeard` |
 * | a limit of Clio other than 50, of HighLevel other than 100 | `otherLimits` of some histories (stage.ts) | `limitsHeard` |
 * | colleagues share the budget | `colleagues use highlevel` | `limitsHeard`, `pausesKept` |
 * | the day's budget is gone | `the day is used up`, `nothing is left of the day` | `pausesKept`, the panel's notice |
 * | 500..504 on a create, before or after it was carried out | mishaps `error-before`, `error-after` | nothing twice, settled |
 * | refused although it may stand there; HTML with 200; half an answer | mishaps `refused`, `page-instead`, `half-answer` | nothing twice, settled |
 * | an answer that comes too late, or a request that arrives late | mishaps `slow`, `too-slow`, `late` | nothing twice |
 * | an answer told twice | mishap `doubled`: each row of a list once more | nothing twice; `somebody never looked at` |
 * | offline for days with a full queue | `network goes`, `days without a network` (up to 200 notes) | order, refusals, sent in time |
 * | both sides changed: same field, other fields | edits*.ts, scenes-fair.ts by policy of the seed | nothing overwritten, `newestWon`, both equal |
 * | 412, once or each time | `edited in between`, `edited in between, again and again` | `askedInTime` |
 * | echo of our own writes | every history's last half hour | `quietHour` |
 * | the search shows nobody (index lag, no phones), or later ones first | `index lags`; quirk of some histories; scenes-people.ts, scenes-looking.ts | nothing twice, found by the other key |
 * | upsert | every call | `noUpsert` |
 * | an answer that is old when it comes | mishap `told-late` (scenes-apart.ts) | what shows |
 * | a value comes back in another spelling | `respells` of some histories' weather | `quietHour` |
 * | a colleague's Rankr does the same | `a colleague carries the same` (scenes-apart.ts) | not copied back |
 * | ten 401s at once; invalid_grant; access taken back, in Clio and in HighLevel (token or app) | `tokens run out`, `… access taken back` | checks-access.ts: refreshed once, refused once, said once |
 * | a refresh carried out, its answer lost (HighLevel has used it up) | `tokens run out at once`, aimed at the token's call | the same; settled after the next sign-in |
 * | another region's page; a page that asks for more than it may | scenes-doors.ts | nothing shown, taken or sent |
 * | no room on the disk, really or not | `disk is full` (no row more, until caches go; or four of five writes), `disk has room` | `clicks on a full disk` |
 * | connection closed in the middle of a transaction | `connection closed`, under clicks too | `diskWasThere` |
 * | sign-out with all kinds of work on their way | the end of some histories | `erased` |
 * | records deleted, merged, recalled | edits-people.ts, clicks-console.ts | both equal, asked |
 *
 * Not here, as they need a real browser or page: hostile pages, other extensions, profile copies, scripts of an old version, power loss.
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
