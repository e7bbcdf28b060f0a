import { afterEach, describe, expect, test } from 'vitest';
import { HL_PIT_READONLY } from '../../sandbox/highlevel/credentials.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';
import { createMarisolWorld } from './marisol.ts';
import { firstWrite, pause, rowsOnDisk } from './on-disk.ts';
import { signInToBoth } from './sign-ins.ts';

let world: AppWorld | undefined;
afterEach(() => world?.close());

async function openMarisol() {
  const marisol = await createMarisolWorld();
  world = marisol;
  return marisol;
}

describe('a write that HighLevel refuses', () => {
  test('a token that may only read: asked once, then a person is needed', async () => {
    const { cast, say, sends, until, pushTask, ...rest } = await openMarisol();
    await say('console', 'connection.add-token', { token: HL_PIT_READONLY, locationId: cast.locations.main });
    await pushTask();
    await until(async () => (await firstWrite(rest)).state === 'needs-you', 'the row to need somebody');
    await pause(300);
    expect(sends('highlevel.create-task')).toHaveLength(1);
    expect((await firstWrite(rest)).error?.code).toBe('missing-scope');
  });

  test('422 each time: it ends as refused with the reason in words, after few tries', async () => {
    const { sandbox, sends, view, pushTask, passUntilSettled, ...rest } = await openMarisol();
    const body = { message: ['dueDate must be valid'] };
    sandbox.faults.play({ fault: 'status', route: 'highlevel.create-task', code: 422, times: 'always', body });
    await pushTask();
    await passUntilSettled(300);
    expect(await firstWrite(rest)).toMatchObject({ state: 'failed', error: { code: 'invalid-request', facts: { status: 422 } } });
    expect((await view()).waiting[0]?.error?.facts.detail).toContain('dueDate must be valid');
    expect(sends('highlevel.create-task').length).toBeLessThan(4);
  });

  test("the vendor's words may name a client: on the disk they are sealed, on the screen they are shown", async () => {
    const { sandbox, until, view, pushTask, ...rest } = await openMarisol();
    const body = { message: 'contact marisol@ortega-whitfield.example is blocked' };
    sandbox.faults.play({ fault: 'status', route: 'highlevel.create-task', code: 400, body });
    await pushTask();
    await until(async () => (await firstWrite(rest)).state === 'failed', 'the refusal');
    const { sealed: _, ...inTheOpen } = await firstWrite(rest);
    expect(JSON.stringify(inTheOpen)).not.toContain('marisol@');
    expect((await view()).waiting[0]?.error?.facts.detail).toContain('marisol@');
  });
});

describe('the token could not be refreshed before the first look', () => {
  const signedIn = async () => {
    world = await createAppWorld();
    await signInToBoth(world);
    await world.allowWriting();
    const key = await world.openContact(world.cast.marisol.clioId);
    await world.screen('person');
    await world.until(() => world?.sandbox.ledger.entries({ routeId: 'highlevel.list-contact-appointments' }).length);
    return { ...world, key };
  };
  const loseRefresh = ({ sandbox }: AppWorld): void => {
    sandbox.control('highlevel.expireTokens');
    sandbox.faults.play({ fault: 'status', path: '/oauth/token', code: 500, times: 1 });
  };

  test('an old note in the same words is not taken for the new one, which never left', async () => {
    const here = await signedIn();
    const add = () => here.say('panel', 'note.add', { key: here.key, text: 'Left voicemail.' });
    const notes = () => here.sandbox.highlevel.state.rows.notes.filter((note) => note.body.includes('Left voicemail.'));
    await add();
    await here.settled();
    expect(notes()).toHaveLength(1);
    await here.advance(60_000);
    loseRefresh(here);
    await add();
    await here.until(async () => (await rowsOnDisk(here, 'outbox'))[1]?.failures, 'the failed look');
    const isDone = async () => (await rowsOnDisk(here, 'outbox')).every((row) => row.state === 'done');
    for (let passed = 0; passed < 20 && !(await isDone()); passed += 1) {
      await here.advance(5000);
      await pause(20);
    }
    await here.settled();
    expect(notes()).toHaveLength(2);
  });

  test('a contact that was there before is not taken for the one to be created, so undo does not delete it', async () => {
    const here = await signedIn();
    await here.say('panel', 'link.remove', { key: here.key });
    await here.screen('choose');
    loseRefresh(here);
    const { actId } = await here.say('panel', 'contact.create', { key: here.key });
    await here.until(async () => (await firstWrite(here)).failures, 'the failed look');
    for (let passed = 0; passed < 12 && (await firstWrite(here)).state !== 'done'; passed += 1) {
      await here.advance(5000);
      await pause(50);
    }
    await here.answerTo('panel', 'act.undo', { actId });
    for (let passed = 0; passed < 4; passed += 1) {
      await here.advance(5000);
      await pause(20);
    }
    const { contacts } = here.sandbox.highlevel.state.rows;
    expect(contacts.map((contact) => contact.id)).toContain(here.cast.marisol.highlevelId);
  });
});
