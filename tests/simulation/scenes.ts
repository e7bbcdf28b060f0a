import { CLICKS } from './clicks.ts';
import { CONSOLE } from './clicks-console.ts';
import { EDITS, editClioContact, editHighLevelContact, FIELDS, type Field } from './edits.ts';
import type { Memory } from './memory.ts';
import { APART } from './scenes-apart.ts';
import { CLICK_SCENES } from './scenes-clicks.ts';
import { DOORS } from './scenes-doors.ts';
import { FAIR } from './scenes-fair.ts';
import { LONG } from './scenes-long.ts';
import { LOOKING } from './scenes-looking.ts';
import { NEWCOMER_SCENES } from './scenes-people.ts';
import { SECRETS } from './scenes-secret.ts';
import { TWINS } from './scenes-twins.ts';
import { WORKERS } from './scenes-workers.ts';
import { pass, type Stage, visit } from './stage.ts';
import { contactsOf, someone, twinOf } from './systems.ts';
import { expireTokens } from './troubles-access.ts';
import type { Mishap } from './weather.ts';

export type Scene = (stage: Stage, memory: Memory) => Promise<void>;

const WRITES = ['create', 'push', 'copy', 'push task', 'push note', 'add task', 'add note', 'tag', 'complete'] as const;
const FAULTS: readonly Mishap[] = [
  ...(['lost-before', 'lost-after', 'too-slow', 'late', 'error-before', 'error-after'] as const),
  ...(['half-answer', 'page-instead', 'limited', 'refused', 'refused'] as const),
];
/** What is about one person's own values, so that several of them meet. */
const BUSY = ['clio contact', 'highlevel contact', 'both contacts', 'clio do not disturb', 'highlevel do not disturb'] as const;

async function clicked(stage: Stage, memory: Memory): Promise<void> {
  await CLICKS[stage.chance.pick(WRITES)]?.(stage, memory);
}

/** Whoever works on one person only, for as long as `work` takes. */
async function on(stage: Stage, id: number, work: () => Promise<void>): Promise<void> {
  stage.focus = id;
  await work().finally(() => {
    stage.focus = undefined;
  });
}

/**
 * Several things within a minute or two. By themselves they would seldom meet in a short history; each is aimed at one promise: written
 * once whatever the answer, waits kept, one refresh, nobody made twice, nothing of somebody else's written over.
 */
export const SCENES: Record<string, Scene> = {
  async 'a write meets trouble'(stage, memory) {
    const { chance, weather } = stage;
    for (let times = chance.pick([1, 1, 2, 3]); times > 0; times -= 1)
      weather.aimed.push({ at: 'write', mishap: chance.pick(FAULTS) });
    await clicked(stage, memory);
    await pass(stage, chance.pick([5, 40, 120]));
  },
  async 'the worker dies over a write'(stage, memory) {
    await clicked(stage, memory);
    stage.machine.doomWrite();
    await pass(stage, stage.chance.pick([5, 90]));
  },
  async 'several at one person'(stage, memory) {
    const { chance } = stage;
    await on(stage, someone.clio(stage).id, async () => {
      for (let count = 3; count > 0; count -= 1) {
        if (chance.chance(0.5)) await clicked(stage, memory);
        else EDITS[chance.pick(BUSY)]?.(stage, memory);
        await pass(stage, chance.below(4));
      }
      await pass(stage, chance.below(90));
    });
  },
  /** Many calls are on their way, and all their tokens are old. */
  async 'tokens run out at once'(stage) {
    const { weather, chance, time } = stage;
    if (chance.chance(0.7)) void stage.say('console', 'reconcile.run', {});
    else void visit(stage, someone.clio(stage).id);
    await time.run(time.now() + 20 * chance.below(60));
    expireTokens(stage);
    // Carried out, and nobody was told: HighLevel has used the old refresh token up, Clio has not.
    if (chance.chance(0.4))
      weather.aimed.push({ at: 'token', mishap: chance.pick(['lost-after', 'error-after', 'half-answer', 'late']) });
    await pass(stage, 20);
    weather.aimed = weather.aimed.filter(({ at }) => at !== 'token');
  },
  /** One call is told to wait; others want to leave, from this worker or the next. */
  async 'told to wait'(stage, memory) {
    const { chance, weather, machine } = stage;
    weather.aimed.push({ at: chance.pick(['clio', 'clio', 'highlevel'] as const), mishap: 'limited' });
    const { id } = someone.clio(stage);
    await visit(stage, id);
    if (chance.chance(0.5)) machine.kill();
    await visit(stage, someone.clio(stage).id);
    await clicked(stage, memory);
    await pass(stage, chance.below(40));
  },
  /** Somebody edits the record in the moment our write arrives (Clio answers 412), or just before we look at it. */
  async 'edited in between'(stage, memory) {
    const { chance, weather } = stage;
    const { id } = someone.clio(stage);
    const field = chance.pick(FIELDS);
    const near = () => (chance.chance(0.7) ? field : chance.pick(FIELDS));
    const both = () => {
      const clio = contactsOf.clio(stage).find((one) => one.id === id);
      const highlevel = clio && twinOf(stage, clio);
      return highlevel && { clio, highlevel };
    };
    const edit = {
      clio: (of: Field): void => void (both() && editClioContact(stage, memory, both()?.clio, of)),
      highlevel: (of: Field): void => void (both() && editHighLevelContact(stage, memory, both()?.highlevel, of)),
    };
    const [ours, theirs] = chance.pick([
      ['highlevel', 'clio'],
      ['clio', 'highlevel'],
    ] as const);
    edit[ours](field);
    await pass(stage, chance.below(70));
    const path = new RegExp(String(both()?.[theirs].id));
    const before = theirs === 'highlevel' || chance.chance(0.4);
    const meanwhile = () => edit[theirs](near());
    weather.aimed.push(before ? { at: 'read', path, mishap: 'none', meanwhile } : { at: 'write', mishap: 'none', meanwhile });
    await pass(stage, 70);
    weather.aimed = weather.aimed.filter((one) => one.meanwhile !== meanwhile);
  },
  /** Each time our write arrives somebody has just saved the record: after a few tries a person is asked. */
  async 'edited in between, again and again'(stage, memory) {
    const { weather } = stage;
    const { id } = someone.clio(stage);
    const mine = () => contactsOf.clio(stage).find((one) => one.id === id);
    const twin = twinOf(stage, mine() ?? someone.clio(stage));
    if (!twin) return;
    const meanwhile = () => void (mine() && editClioContact(stage, memory, mine(), 'website'));
    const path = new RegExp(`/contacts/${id}\\.json`);
    for (let count = 0; count < 6; count += 1) weather.aimed.push({ at: 'write', path, mishap: 'none', meanwhile });
    editHighLevelContact(stage, memory, twin, 'city');
    await pass(stage, 200);
    weather.aimed = weather.aimed.filter((one) => one.meanwhile !== meanwhile);
  },
  /** A proxy answers 404 for what is there; it is over within the minute. */
  async 'a proxy says gone'(stage) {
    const { chance, weather } = stage;
    for (let count = 1 + chance.below(3); count > 0; count -= 1) weather.aimed.push({ at: 'read', mishap: 'absent' });
    if (chance.chance(0.5)) await stage.ask('console', 'reconcile.run', {});
    else await visit(stage, someone.clio(stage).id);
    await pass(stage, 40);
    weather.aimed = weather.aimed.filter(({ mishap }) => mishap !== 'absent');
    await pass(stage, 90);
  },
  /** The console is gone through: every question is answered. */
  async 'all is answered'(stage, memory) {
    for (let count = 0; count < 4; count += 1) await CONSOLE['answer a question']?.(stage, memory);
    await pass(stage, stage.chance.below(120));
  },
  /** Nobody does anything until both sides are read and written. */
  async 'all is settled'(stage) {
    stage.weather.online = true;
    await pass(stage, 180);
  },
  ...CLICK_SCENES,
  ...TWINS,
  ...SECRETS,
  ...FAIR,
  ...WORKERS,
  ...NEWCOMER_SCENES,
  ...APART,
  ...LONG,
  ...DOORS,
  ...LOOKING,
};
