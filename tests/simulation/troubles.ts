import type { Stage } from './stage.ts';
import { START } from './stage.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

type Trouble = (stage: Stage) => void | Promise<void>;

/** What goes wrong around the product: worker, network, vendors, clock. */
export const TROUBLES: Record<string, Trouble> = {
  /** At one of its next awaits on disk or network, before or after it. */
  'dies at an await': ({ machine, chance }) => machine.doom(chance.below(40), chance.chance(0.5)),
  'dies over a write': ({ machine }) => machine.doomWrite(),
  killed: ({ machine }) => machine.kill(),
  'browser restarted': ({ machine }) => machine.restart(),
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
      'error-before': share(),
      'error-after': share(),
      limited: share() / 4,
      'page-instead': share() / 4,
      'half-answer': share() / 2,
      refused: share(),
    };
  },
  'disk is full': ({ machine }) => machine.diskFull(true),
  'disk has room': ({ machine }) => machine.diskFull(false),
  'good weather': ({ weather }) => {
    weather.mishaps = {};
  },
  'clio token runs out': ({ clio }) => void (clio.control.expireTokens as () => void)(),
  'colleagues use highlevel': ({ highlevel, chance }) =>
    void (highlevel.control.spend as (args: unknown) => void)({ calls: chance.below(95) }),
  'index lags': ({ highlevel, chance }) =>
    void (highlevel.control.setSearchLag as (args: unknown) => void)({ ms: chance.below(10) * SECOND }),
};
