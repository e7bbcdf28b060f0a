import type { PanelView } from '../../lib/model/panel.ts';
import { HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { readDisk } from './disk.ts';
import { current } from './history.ts';
import { createChance } from './random.ts';
import { connect } from './sign-ins.ts';
import { createStage, pass, type Stage, visit } from './stage.ts';
import { contactsOf, notesOf, tasksOf, twinOf } from './systems.ts';

/** Whatever dies so soon (s) dies of us: an idle worker is stopped later. */
const SOON = 25;

/** Somebody whom both systems have, linked, on the screen of the panel. */
async function linkedPerson(): Promise<{ stage: Stage; key: string; highlevelId: string }> {
  const chance = createChance(1);
  current.chance = chance;
  const stage = createStage(1, chance);
  delete stage.weather.tokenLife;
  // Nothing else goes wrong, and nothing is scarce.
  stage.pit = HL_PIT_FULL;
  (stage.clio.control.setLimits as (args: unknown) => void)({ perMinute: 50 });
  (stage.highlevel.control.setLimits as (args: unknown) => void)({ burst: 100 });
  (stage.highlevel.control.setQuirk as (args: unknown) => void)({ name: 'phone-search-finds-nothing', on: false });
  await connect(stage);
  for (const person of contactsOf.clio(stage)) {
    const twin = twinOf(stage, person);
    if (!twin) continue;
    await visit(stage, person.id);
    const view = await stage.ask<PanelView>('panel', 'panel.view', {});
    if (view?.screen.kind === 'person') return { stage, key: view.key, highlevelId: twin.id };
  }
  throw new Error('nobody is linked');
}

type Here = Awaited<ReturnType<typeof linkedPerson>>;
const clicksOf = ({ key }: Here): [string, Record<string, unknown>][] => [
  ['task.add', { key, title: 'Swept task 1', due: '2026-12-01' }],
  ['note.add', { key, text: 'Swept note 1' }],
  ['tag.add', { key, tags: ['swept'] }],
  ['task.add', { key, title: 'Swept task 2', due: '2026-12-02' }],
  ['note.add', { key, text: 'Swept note 2' }],
];

/** What HighLevel holds of it, in the order it was made. */
const made = ({ stage, highlevelId }: Here) => ({
  tasks: tasksOf
    .highlevel(stage)
    .flatMap(({ title, contactId }) => (contactId === highlevelId && /Swept/.test(title) ? title : [])),
  notes: notesOf.highlevel(stage).flatMap(({ body, contactId }) => (contactId === highlevelId && /Swept/.test(body) ? body : [])),
  tags: contactsOf
    .highlevel(stage)
    .find(({ id }) => id === highlevelId)
    ?.tags.filter((tag) => tag === 'swept'),
});
const MODEL = JSON.stringify({
  tasks: ['Swept task 1', 'Swept task 2'],
  notes: ['Swept note 1', 'Swept note 2'],
  tags: ['swept'],
});

interface Ended {
  /** The worker died where it was told to; false once the story is shorter. */
  died: boolean;
  wrong?: string | undefined;
}

/** Five writes wait for the network, and go out; the worker dies on the way and is woken by its alarm. */
export async function chain(at: number, after: boolean): Promise<Ended> {
  const here = await linkedPerson();
  const { stage } = here;
  const { weather, machine, time } = stage;
  weather.online = false;
  for (const [type, payload] of clicksOf(here)) await stage.ask('panel', type, payload);
  weather.online = true;
  const began = time.now();
  const worker = machine.awake();
  machine.doom(at, after);
  void worker.wake();
  await pass(stage, SOON);
  const died = machine.diedBetween(began, time.now());
  await pass(stage, 20 * 60);
  const { writes } = await readDisk(stage.disk);
  const found = JSON.stringify(made(here));
  const open = writes.filter(({ state }) => state !== 'done').map(({ op, state }) => `${op} ${state}`);
  await machine.wipe();
  return { died, wrong: found === MODEL && !open.length ? undefined : `${found} ${open}` };
}

/** One click; whatever the screen says holds. */
export async function click(at: number, after: boolean): Promise<Ended> {
  const here = await linkedPerson();
  const { stage } = here;
  const { machine, time } = stage;
  const began = time.now();
  machine.awake();
  machine.doom(at, after);
  let saved = false;
  void stage.say('panel', 'note.add', { key: here.key, text: 'Swept note 1' }).then(({ ok }) => {
    saved = ok;
  });
  await pass(stage, SOON);
  const died = machine.diedBetween(began, time.now());
  await pass(stage, 20 * 60);
  const { writes } = await readDisk(stage.disk);
  const { notes } = made(here);
  await machine.wipe();
  // Said or not, what is on the disk is sent, once; what was said is on the disk.
  const isRight = notes.length === writes.length && writes.length <= 1 && (!saved || writes.length === 1);
  return { died, wrong: isRight ? undefined : `saved ${saved}, rows ${writes.length}, notes ${notes.length}` };
}

/** Dies at the first await, at the second, and so on to the end of the story. */
export async function sweep(story: typeof chain): Promise<{ deaths: number; wrong: string[] }> {
  let deaths = 0;
  const wrong: string[] = [];
  for (const after of [false, true]) {
    for (let at = 0; at < 2000; at += 1) {
      const end = await story(at, after);
      if (end.wrong) wrong.push(`await ${at}${after ? ', after it' : ''}: ${end.wrong}`);
      if (!end.died) break;
      deaths += 1;
    }
  }
  return { deaths, wrong };
}
