import type { AsksView } from '../../lib/model/console-sync.ts';
import { answer } from './clicks-console.ts';
import { EDITS } from './edits.ts';
import type { Scene } from './scenes.ts';
import { LOCATION, pass, type Stage } from './stage.ts';

const NEWCOMERS = ['new clio contact', 'new highlevel contact'] as const;
const lag = ({ highlevel }: Stage, ms: number) =>
  (highlevel.control.setSearchLag as (args: unknown) => void)({ ms, uneven: ms > 0 });

/** People nobody knew yet, who come at a bad moment: no list of linked people will ever show them again. */
export const NEWCOMER_SCENES: Record<string, Scene> = {
  /** One side can't be read while they come; who they are there is found out later. */
  async 'somebody new while one side is out of reach'(stage, memory) {
    const { chance, weather } = stage;
    const at = chance.pick(['clio', 'highlevel'] as const);
    for (let count = 2 + chance.below(5); count > 0; count -= 1) weather.aimed.push({ at, mishap: 'error-before' });
    await pass(stage, chance.below(60));
    EDITS[chance.pick(NEWCOMERS)]?.(stage, memory);
    await pass(stage, 30 + chance.below(60));
    weather.aimed = weather.aimed.filter((one) => one.mishap !== 'error-before');
  },
  /** The index shows a later one before an earlier one. */
  async 'several new people, shown late'(stage, memory) {
    const { chance } = stage;
    lag(stage, 1000 * (5 + chance.below(20)));
    for (let count = 3; count > 0; count -= 1) {
      EDITS['new highlevel contact']?.(stage, memory);
      await pass(stage, chance.below(12));
    }
    await pass(stage, 70);
    lag(stage, 0);
  },
  /** Between the page that shows them and what is kept of it there are a few awaits. */
  async 'the worker dies while somebody new is read'(stage, memory) {
    const { chance, machine, weather } = stage;
    const isClio = chance.chance(0.5);
    EDITS[NEWCOMERS[isClio ? 0 : 1]]?.(stage, memory);
    const meanwhile = () => machine.doom(chance.below(12), chance.chance(0.5));
    weather.aimed.push({
      at: isClio ? 'clio' : 'highlevel',
      path: isClio ? /\/contacts\.json$/ : /\/contacts\/search$/,
      ...{ mishap: 'none', meanwhile },
    });
    await pass(stage, 70);
  },
  /** The same name in both systems and nothing else: whether they are one only a person can say. */
  async 'somebody alike'(stage, memory) {
    const { chance, office, time } = stage;
    const n = stage.fresh();
    const last = `Alike${n}`;
    memory.texts.set(last, { entity: 'contact', from: 'clio', at: time.now(), hand: { clio: 2, highlevel: 2 } });
    office.highlevel('POST', '/contacts/', {
      locationId: LOCATION,
      firstName: 'Ada',
      lastName: last,
      email: `ada${n}@one.example`,
    });
    const email_addresses = [{ name: 'Work', address: `ada${n}@two.example` }];
    office.clio('POST', '/contacts.json', { data: { type: 'Person', first_name: 'Ada', last_name: last, email_addresses } });
    await pass(stage, 70 + chance.below(60));
    const view = await stage.ask<AsksView>('console', 'asks.view', {});
    const asked = view?.asks.find(({ kind, body }) => kind === 'match' && body.label.includes(last));
    if (asked && chance.chance(0.8)) await answer(stage, memory, asked);
    await pass(stage, chance.below(60));
  },
};
