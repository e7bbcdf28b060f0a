import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMarisolWorld, type MarisolWorld } from './marisol.ts';
import { firstWrite, pause } from './on-disk.ts';

let world: MarisolWorld;
beforeEach(async () => {
  world = await createMarisolWorld();
});
afterEach(() => world.close());

test.each(['ended', 'set to somebody else'] as const)(
  'a link %s while HighLevel is looked at before a note is sent: the note is not written',
  async (how) => {
    const { key, cast } = world;
    world.sandbox.faults.play({ fault: 'delayAfter', route: 'highlevel.list-notes', ms: 400 });
    const before = world.sends('highlevel.list-notes').length;
    await world.say('panel', 'note.add', { key, text: 'meant for her' });
    await world.until(() => world.sends('highlevel.list-notes').length > before, 'the look');
    await (how === 'ended'
      ? world.say('panel', 'link.remove', { key })
      : world.say('panel', 'link.set', { key, highlevelId: cast.ruth.highlevelId }));
    await pause(700);
    expect(world.sends('highlevel.create-note')).toEqual([]);
    expect(await firstWrite(world)).toMatchObject({ state: 'needs-you', error: { code: 'changed-meanwhile' } });
  },
);
