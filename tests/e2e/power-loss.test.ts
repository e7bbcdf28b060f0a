import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { cast } from '../../sandbox/world/cast.ts';
import type { ClioTask } from '../../sandbox/world/types.ts';
import { contactHash } from '../../scripts/browser/panel-driver.ts';
import { sleep, until } from '../../scripts/browser/wait.ts';
import { inBothBrowsers, type Scene } from './scene.ts';

/** How often the browser's process is taken away. `RANKR_KILLS=200` is the long loop: a quarter of an hour for both browsers. */
const KILLS = Number(process.env.RANKR_KILLS ?? 8);
const SENT = 180_000;
const { marisol } = cast;

interface Ask {
  link: string;
  taskId: string;
}
type Heard = { value?: { done: { state: string; error?: string }[] } };

/** What "Push tasks" on the page of people sends; resolves when the answer is there. */
const push = (page: Page, ask: Ask): Promise<Heard> =>
  page.evaluate(async ({ link, taskId }: Ask) => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<Heard> } } })
      .chrome;
    return runtime.sendMessage({ type: 'people.act', payload: { act: 'tasks', links: [link], ids: [taskId], held: true } });
  }, ask);

inBothBrowsers('power loss', (scene) => {
  const began = async (): Promise<{ link: string; tasks: ClioTask[] }> => {
    const { sandbox, harness } = scene();
    const tasks = Array.from({ length: KILLS }, (_, index) => {
      const values = { name: `File exhibit ${index}`, matter_id: marisol.matterId };
      return sandbox.control('clio.addTask', values) as ClioTask;
    });
    await scene().connect();
    const tab = await scene().open(contactHash(marisol.clioId));
    await tab.showsPerson(marisol.name);
    const account = (
      scene().sandbox.control('state', { system: 'clio', table: 'accounts' }) as { id: number; region: string }[]
    ).find(({ region }) => region === 'us');
    // The browser's own settings (among them the extension's address in Firefox) reach its disk when it ends properly.
    await harness.restart();
    return { link: `us:${account?.id}|${marisol.clioId}|${cast.locations.main}`, tasks };
  };

  const copies = ({ state }: Scene, { name }: ClioTask) => state.tasks({ contactId: marisol.highlevelId, title: name }).length;

  test(`loses nothing and doubles nothing in ${KILLS} of them`, { timeout: 120_000 + KILLS * 15_000 + SENT }, async () => {
    const { link, tasks } = await began();
    const { harness } = scene();
    const saved = new Set<ClioTask>();
    for (const [index, task] of tasks.entries()) {
      const page = (await harness.console()).frame as Page;
      const answer = push(page, { link, taskId: String(task.id) }).then(
        (heard) => heard,
        // The browser went before it had answered.
        () => undefined,
      );
      // Every fourth time it goes before anybody could be told; else at once, or somewhere in the sending.
      if (index % 4 === 3) await sleep((index * 7) % 60);
      else {
        const heard = await answer;
        expect(
          heard?.value?.done.map(({ state, error }) => error ?? state),
          `the push of ${task.name}`,
        ).toEqual(['queued']);
        saved.add(task);
        await sleep(index % 4 === 0 ? 0 : (index * 37) % 400);
      }
      await harness.restart({ hard: true });
    }
    await scene().open(contactHash(marisol.clioId));
    const missing = () => [...saved].filter((task) => copies(scene(), task) === 0).map(({ name }) => name);
    await until('all that was saved to be sent', () => missing().length === 0, SENT);
    await sleep(5_000);
    expect(tasks.filter((task) => copies(scene(), task) > 1)).toEqual([]);
    expect(saved.size).toBe(KILLS - Math.floor(KILLS / 4));
  });
});
