import type { PanelView } from '../../lib/model/panel.ts';
import { CLICKS, click, shown } from './clicks.ts';
import { readDisk } from './disk.ts';
import type { Memory } from './memory.ts';
import type { Scene } from './scenes.ts';
import { pass, type Stage } from './stage.ts';
import { isWrite } from './weather.ts';

const HOUR = 3_600_000;
/** What wakes after long reads what it missed, and no more: fewer calls than this in its first minute. */
const STORM = 250;

/** Nothing goes wrong of itself while `work` goes on. */
export async function inGoodWeather({ weather, machine }: Stage, work: () => Promise<void>): Promise<void> {
  const { mishaps } = weather;
  Object.assign(weather, { online: true, mishaps: {}, aimed: [] });
  machine.storage.full(false);
  await work();
  weather.mishaps = mishaps;
}

/** How many calls were refused for their number in the minute after a moment. */
const refusedAfter = ({ calls }: Stage, from: number, at: number) =>
  calls.slice(from).filter(({ status, began }) => status === 429 && began < at + 60_000).length;

/** Notes about some people, one after the other, while nothing can be sent. */
async function manyNotes(stage: Stage, memory: Memory, count: number): Promise<string[]> {
  const texts: string[] = [];
  for (let left = count, tries = 0; left > 0 && tries < 30; tries += 1) {
    const view = await shown(stage);
    if (view?.screen.kind === 'person') left -= 20;
    else continue;
    for (let n = Math.min(20, left + 20); n > 0; n -= 1) {
      const text = `Offline note ${stage.fresh()}`;
      memory.texts.set(text, { entity: 'note', from: 'highlevel' });
      click(stage, memory, 'note.add', text, { key: view.key, text });
      texts.push(text);
      await pass(stage, 1);
    }
  }
  return texts;
}

/** Was any of it called saved? */
const kept = ({ clicks }: Memory, texts: string[]): boolean => clicks.some(({ act, label }) => act && texts.includes(label));

/** Long stretches in which nothing can be sent, and the moment when it all can be again. */
export const LONG: Record<string, Scene> = {
  /** Three days without a network and a full queue: all of it goes out, without a storm. */
  'days without a network': (stage, memory) =>
    inGoodWeather(stage, async () => {
      const { chance, weather, time, machine, calls } = stage;
      await shown(stage);
      weather.online = false;
      const texts = await manyNotes(stage, memory, chance.chance(0.08) ? 200 : 8 + chance.below(20));
      time.jump((1 + chance.below(72)) * HOUR);
      await pass(stage, 120);
      weather.online = true;
      const from = calls.length;
      const began = time.now();
      void machine.awake().wake();
      // Time enough for a worker that dies on the way, and for the alarm after it.
      await pass(stage, 120);
      const isSending = calls.slice(from).some(isWrite);
      await pass(stage, 20 * 60);
      const refused = refusedAfter(stage, from, began);
      if (refused > 4) memory.seen.push({ kind: 'limits', what: `${refused} refusals for their number, back after days` });
      const { writes, signedOut } = await readDisk(stage.disk);
      // Their copies go to Clio as fast as its own limit lets them.
      const open = writes.filter(
        ({ op, state, body }) => op.startsWith('highlevel.') && state === 'queued' && texts.includes(body.label),
      );
      // What the day's budget holds back waits for the next day.
      if (signedOut || (weather.usedUp !== undefined && time.real() - weather.usedUp < 25 * HOUR)) return;
      if (!isSending && kept(memory, texts))
        memory.seen.push({ kind: 'unsettled', what: 'nothing was sent in the two minutes after the network came' });
      if (!open.length) return;
      memory.seen.push({
        kind: 'unsettled',
        what: `${open.length} of ${texts.length} notes still wait, 20 minutes after the network came`,
      });
    }),
  /** The lid is closed over a request: it was carried out, and its answer never comes. */
  'asleep in the middle of sending': (stage, memory) =>
    inGoodWeather(stage, async () => {
      const { chance, weather, time, calls } = stage;
      let woke: { at: number; from: number } | undefined;
      const meanwhile = () => {
        time.jump((1 + chance.below(8)) * HOUR);
        woke = { at: time.now(), from: calls.length };
      };
      weather.aimed.push({ at: 'write', mishap: chance.pick(['lost-after', 'error-after', 'none']), meanwhile });
      await CLICKS[chance.pick(['add note', 'add task', 'tag', 'push'])]?.(stage, memory);
      await pass(stage, 90);
      weather.aimed = [];
      if (!woke) return;
      const { at, from } = woke;
      const soon = calls.slice(from).filter((one) => one.began - at < 60_000).length;
      const refused = refusedAfter(stage, from, at);
      if (soon > STORM || refused > 4)
        memory.seen.push({ kind: 'limits', what: `${soon} calls in the minute after waking, ${refused} of them refused` });
    }),
  /** Nothing is left of HighLevel's day: what is clicked waits, and the screen says why. */
  'nothing is left of the day': (stage, memory) =>
    inGoodWeather(stage, async () => {
      const { chance, weather, time, machine, calls, highlevel } = stage;
      if (!chance.chance(0.4)) return;
      (highlevel.control.setLimits as (args: unknown) => void)({ used: 200_000 });
      weather.usedUp = time.real();
      const from = calls.length;
      const began = time.now();
      await CLICKS[chance.pick(['add note', 'add task'])]?.(stage, memory);
      await pass(stage, 30);
      const view = await stage.ask<PanelView>('panel', 'panel.view', {});
      const wasTold = calls.slice(from).some(({ host, status }) => host.includes('leadconnector') && status === 429);
      if (!view || !wasTold || machine.hurtBetween(began, time.now())) return;
      const { screen, notices } = view;
      const isSaid =
        notices.some(({ kind }) => kind === 'daily-limit') || (screen.kind === 'error' && screen.until !== undefined);
      if (!isSaid) memory.seen.push({ kind: 'lost', what: `the day is used up, and the panel says nothing (${screen.kind})` });
    }),
};
