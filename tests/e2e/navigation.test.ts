import { expect, test } from 'vitest';
import { cast } from '../../sandbox/world/cast.ts';
import { contactHash } from '../../scripts/browser/panel-driver.ts';
import { sleep } from '../../scripts/browser/wait.ts';
import { inBothBrowsers } from './scene.ts';

const { marisol, ruth } = cast;

inBothBrowsers('going from client to client', (scene) => {
  test('never shows one client’s data under another’s name, however late the answers come', async () => {
    const { connect, open, sandbox, state } = scene();
    await connect({ writing: false });
    const emails = new Map(
      [marisol, ruth].map(({ name, highlevelId }) => [name, state.contacts({ id: highlevelId })[0]!.email!]),
    );
    const tab = await open(contactHash(marisol.clioId));
    await tab.showsPerson(marisol.name);
    sandbox.control('fault', { fault: 'delay', ms: 700, times: 'always', host: 'services.leadconnectorhq.com' });
    sandbox.control('fault', { fault: 'delay', ms: 300, times: 'always', path: '/api/v4/*' });
    const mixed: string[] = [];
    let looking = true;
    const watch = (async () => {
      while (looking) {
        const frame = (await tab.view()).frame;
        const seen = await frame
          .evaluate(() => ({ head: document.querySelector('h1')?.textContent ?? '', text: document.body.textContent ?? '' }))
          .catch(() => undefined);
        for (const [name, email] of emails)
          if (seen?.text.includes(email) && seen.head !== name) mixed.push(`${email} under "${seen.head}"`);
        await sleep(30);
      }
    })();
    for (const [pause, person] of [
      [150, ruth],
      [900, marisol],
      [60, ruth],
      [400, marisol],
      [1500, ruth],
    ] as const) {
      await tab.goTo(contactHash(person.clioId));
      await sleep(pause);
    }
    const panel = await tab.showsPerson(ruth.name);
    await panel.sees(emails.get(ruth.name)!, 30_000);
    looking = false;
    await watch;
    expect(mixed).toEqual([]);
  });

  test('a page that is no record shows nobody', async () => {
    const { connect, open } = scene();
    await connect({ writing: false });
    const tab = await open(contactHash(marisol.clioId));
    const panel = await tab.showsPerson(marisol.name);
    await tab.goTo('#/tasks');
    await panel.seesNot(marisol.email, 20_000);
  });
});
