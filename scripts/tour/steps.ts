import assert from 'node:assert/strict';
import { cast } from '../../sandbox/world/cast.ts';
import { contactHash, matterHash } from '../browser/panel-driver.ts';
import { until } from '../browser/wait.ts';
import { word } from '../browser/words.ts';
import { switchTwoWayOn, walkTheConsole } from './console-steps.ts';
import type { Tour } from './tour.ts';
import { dayIn, FIRM, searchesIn, stateOf, writesIn } from './world.ts';

export interface Step {
  name: string;
  /** Does one thing as a person would, then looks into the sandbox whether it is so there. Throws when not. */
  run(tour: Tour): Promise<void>;
}

const { marisol, davidKim, henry, nadia } = cast;
/** A written thing is checked by the extension itself before it is called done; give it that time. */
const WRITTEN = 30_000;

async function connectHighLevel({ harness, sandbox, desk, picture }: Tour): Promise<void> {
  picture((await desk.view()).frame as never);
  // Each browser's tour takes one of the two ways in; the end-to-end tests take both in both.
  if (harness.kind === 'chromium') await desk.connectByToken(FIRM.token);
  else await desk.signInToHighLevel(FIRM.highlevelApp);
  const exchanges = sandbox.ledger.entries({ path: '/oauth/token', host: 'services.leadconnectorhq.com' });
  assert.equal(exchanges.length, harness.kind === 'chromium' ? 0 : 1, 'token exchanges');
  const read = sandbox.ledger.entries({ host: 'services.leadconnectorhq.com', status: 200 });
  assert.ok(
    read.some(({ path }) => path.includes(FIRM.token.locationId)),
    'the location was read with the new sign-in',
  );
  assert.deepEqual(
    writesIn(sandbox).map(({ path }) => path),
    [],
    'connecting writes nothing',
  );
}

async function connectClio({ sandbox, desk, picture }: Tour): Promise<void> {
  picture((await desk.view()).frame as never);
  await desk.signInToClio(FIRM.clioApp);
  const exchanges = sandbox.ledger.entries({ path: '/oauth/token', host: 'app.clio.com', status: 200 });
  assert.equal(exchanges.length, 1, 'token exchanges');
  assert.ok(sandbox.ledger.entries({ path: '/api/v4/users/who_am_i*', status: 200 }).length > 0, 'Clio was asked who this is');
}

async function showLinkedContact({ clio, sandbox }: Tour): Promise<void> {
  const before = searchesIn(sandbox).length;
  const tab = await clio(contactHash(marisol.clioId));
  assert.equal(await tab.isOpen(), false, 'the panel is closed until it is asked for');
  const panel = await tab.showsPerson(marisol.name);
  await panel.sees(FIRM.token.name);
  await panel.sees(marisol.email);
  await panel.sees('family-law');
  assert.ok(searchesIn(sandbox).length - before <= 1, 'at most one search a subject');
  assert.deepEqual(
    writesIn(sandbox).map(({ path }) => path),
    [],
    'looking writes nothing',
  );
}

async function showMatterClient({ clio }: Tour): Promise<void> {
  const tab = await clio(matterHash(marisol.matterId));
  const panel = await tab.showsPerson(marisol.name);
  const label = word('panel.people.label');
  const people = async () => {
    const select = await panel.find('combobox', label);
    return select.evaluate((element) => {
      const { options, selectedOptions } = element as HTMLSelectElement;
      return { all: [...options].map(({ text }) => text), chosen: selectedOptions[0]?.text ?? '' };
    });
  };
  const { all, chosen } = await people();
  assert.ok(chosen.includes(marisol.name), `the client comes first, not "${chosen}"`);
  const other = all.find((text) => text.includes(henry.name));
  assert.ok(other, `${henry.name} is a related contact of the matter, and among ${all.join(', ')}`);
  await panel.choose(label, other);
  await until(`${henry.name} in the panel`, async () => (await tab.heading()) === henry.name, WRITTEN);
  await panel.seesNot(marisol.email, WRITTEN);
  assert.ok((await people()).chosen.includes(henry.name));
  await panel.choose(label, chosen);
  await tab.showsPerson(marisol.name);
  await panel.sees(marisol.email, WRITTEN);
}

async function chooseAmongCandidates({ clio, sandbox, snap }: Tour): Promise<void> {
  const tab = await clio(contactHash(davidKim.clioId));
  const panel = await tab.view();
  await panel.sees(word('panel.choose.ask'), WRITTEN);
  await snap('candidates');
  const state = stateOf(sandbox);
  const wanted = state.contacts({ id: davidKim.candidates[0] })[0]!;
  const name = [wanted.firstName, wanted.lastName].filter(Boolean).join(' ');
  await tab.linkCandidate(name);
  await tab.showsPerson(davidKim.name);
  await (await tab.view()).sees(word('panel.match.person'));
  assert.deepEqual(
    writesIn(sandbox).map(({ path }) => path),
    [],
    'linking writes nothing',
  );
}

async function createMissingContact({ clio, desk, sandbox, picture }: Tour): Promise<void> {
  const state = stateOf(sandbox);
  assert.equal(state.contacts({ email: nadia.email }).length, 0, 'nobody of that name before');
  await desk.switchWriting('HighLevel');
  const tab = await clio(contactHash(nadia.clioId));
  picture(tab.page);
  await (await tab.view()).sees(word('panel.none.title'), WRITTEN);
  await tab.createContact();
  const [made, ...more] = await until(
    'the contact in HighLevel',
    () => nonEmpty(state.contacts({ email: nadia.email })),
    WRITTEN,
  );
  assert.equal(more.length, 0, 'created once');
  assert.equal(made?.phone, nadia.phone);
  assert.equal(made?.locationId, FIRM.token.locationId);
  await tab.showsPerson(nadia.name);
}

async function pushContact({ clio, sandbox }: Tour): Promise<void> {
  const tab = await clio(contactHash(marisol.clioId));
  await tab.showsPerson(marisol.name);
  const state = stateOf(sandbox);
  const before = state.contacts({ id: marisol.highlevelId })[0]!;
  await tab.pushContact();
  await until('the phone in HighLevel', () => state.contacts({ id: marisol.highlevelId })[0]?.phone === marisol.phone, WRITTEN);
  const after = state.contacts({ id: marisol.highlevelId })[0]!;
  assert.equal(after.email, before.email, 'what was there stays');
  assert.equal(after.city, before.city, 'a different value is not overwritten without asking');
  assert.deepEqual(after.tags, before.tags);
}

async function pushTask({ clio, sandbox }: Tour): Promise<void> {
  const tab = await clio(contactHash(marisol.clioId));
  await tab.showsPerson(marisol.name);
  const state = stateOf(sandbox);
  const source = state.clioTask(marisol.tasks.records);
  await tab.pushTask(source.name);
  const mine = () => state.tasks({ contactId: marisol.highlevelId, title: source.name });
  const [task] = await until('the task in HighLevel', () => nonEmpty(mine()), WRITTEN);
  const panel = await tab.view();
  await until(
    'the panel to call both equal',
    async () => !(await panel.has('button', word('panel.tasks.pushOne', source.name))),
    WRITTEN,
  );
  assert.equal(mine().length, 1, 'created once');
  assert.equal(dayIn(FIRM.zone, task!.dueDate), source.due_at, 'due on the same day');
  assert.equal(task!.completed, false);
}

async function pushNote({ clio, sandbox }: Tour): Promise<void> {
  const tab = await clio(contactHash(marisol.clioId));
  await tab.showsPerson(marisol.name);
  const words = 'Speaks Spanish and English';
  await tab.pushNote(words);
  const mine = () =>
    stateOf(sandbox)
      .notes({ contactId: marisol.highlevelId })
      .filter(({ body }) => body.includes(words));
  await until('the note in HighLevel', () => nonEmpty(mine()), WRITTEN);
  assert.equal(mine().length, 1, 'created once');
}

async function completeTask({ clio, sandbox }: Tour): Promise<void> {
  const tab = await clio(contactHash(marisol.clioId));
  await tab.showsPerson(marisol.name);
  const task = () => stateOf(sandbox).tasks({ id: marisol.highlevelTasks.retainer })[0]!;
  assert.equal(task().completed, false);
  await tab.completeTask(task().title);
  await until('the task completed in HighLevel', () => task().completed, WRITTEN);
}

const nonEmpty = <T>(rows: T[]): T[] | undefined => (rows.length > 0 ? rows : undefined);

/** The tour. Names are part of the report's contract. */
export const STEPS: Step[] = [
  { name: 'connect-highlevel', run: connectHighLevel },
  { name: 'connect-clio', run: connectClio },
  { name: 'show-linked-contact', run: showLinkedContact },
  { name: 'show-matter-client', run: showMatterClient },
  { name: 'choose-among-candidates', run: chooseAmongCandidates },
  { name: 'create-missing-contact', run: createMissingContact },
  { name: 'push-contact', run: pushContact },
  { name: 'push-task', run: pushTask },
  { name: 'push-note', run: pushNote },
  { name: 'complete-task', run: completeTask },
  { name: 'two-way-sync', run: switchTwoWayOn },
  { name: 'console-pages', run: walkTheConsole },
];
