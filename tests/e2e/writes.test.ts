import { expect, test } from 'vitest';
import { cast } from '../../sandbox/world/cast.ts';
import { contactHash, type PanelDriver } from '../../scripts/browser/panel-driver.ts';
import { until } from '../../scripts/browser/wait.ts';
import { word } from '../../scripts/browser/words.ts';
import { inBothBrowsers, type Scene } from './scene.ts';

const { marisol } = cast;
const PATH = `/contacts/${marisol.highlevelId}/tasks`;
/** Retries wait for alarms, which browsers ring every half minute at the most often. */
const SENT = 90_000;

inBothBrowsers('a push', (scene) => {
  const ready = async (how: Parameters<Scene['connect']>[0] = {}) => {
    await scene().connect(how);
    const tab = await scene().open(contactHash(marisol.clioId));
    await tab.showsPerson(marisol.name);
    return tab;
  };
  const title = () => scene().state.clioTask(marisol.tasks.records).name;
  const rows = () => scene().state.tasks({ contactId: marisol.highlevelId, title: title() });
  const posts = () => scene().sandbox.ledger.entries({ method: 'POST', path: PATH });
  /** The panel says that both systems have the task. */
  const settled = async (tab: PanelDriver) => {
    const panel = await tab.tab('tasks');
    await until(
      'the task to be in both',
      async () => !(await panel.has('button', word('panel.tasks.pushOne', title()))) && rows().length > 0,
      SENT,
    );
  };

  test('survives a token that expires in the middle, with one refresh', { timeout: 180_000 }, async () => {
    const tab = await ready({ highlevel: 'oauth' });
    const { sandbox } = scene();
    sandbox.control('highlevel.expireTokens');
    const before = sandbox.ledger.entries({ host: 'services.leadconnectorhq.com', path: '/oauth/token' }).length;
    await tab.pushTask(title());
    await settled(tab);
    expect(rows()).toHaveLength(1);
    expect(sandbox.ledger.entries({ host: 'services.leadconnectorhq.com', path: '/oauth/token' }).length - before).toBe(1);
  });

  test('leaves exactly one task when the worker dies after the request left', { timeout: 180_000 }, async () => {
    const tab = await ready();
    const { sandbox, harness } = scene();
    sandbox.control('fault', { fault: 'hangAfter', method: 'POST', path: PATH });
    await tab.pushTask(title());
    await until('the request to be carried out', () => rows().length === 1);
    expect(await harness.killBackground()).toBe(true);
    sandbox.control('clear-faults');
    await tab.page.reload();
    await tab.showsPerson(marisol.name);
    await settled(tab);
    expect(rows()).toHaveLength(1);
    expect(posts()).toHaveLength(1);
  });

  test('waits out a 429 and is sent once', { timeout: 180_000 }, async () => {
    const tab = await ready();
    const { sandbox } = scene();
    sandbox.control('fault', { fault: 'rateLimited', method: 'POST', path: PATH });
    await tab.pushTask(title());
    await until('the refusal', () => posts().some(({ status }) => status === 429));
    const refusal = posts().find(({ status }) => status === 429)!;
    await settled(tab);
    expect(rows()).toHaveLength(1);
    const next = sandbox.ledger.entries({ host: 'services.leadconnectorhq.com', after: refusal.n })[0]!;
    expect(next.at - refusal.at, 'no call in the pause that HighLevel asked for').toBeGreaterThanOrEqual(9_000);
  });

  test('is kept while offline and goes out once when the network is back', { timeout: 180_000 }, async () => {
    const tab = await ready();
    const { sandbox } = scene();
    sandbox.control('fault', { fault: 'offline' });
    await tab.pushTask(title());
    const panel = await tab.view();
    await panel.sees(new RegExp(`${word('state.queued')}|${word('state.sending')}`));
    expect(rows()).toHaveLength(0);
    sandbox.control('clear-faults');
    await settled(tab);
    expect(rows()).toHaveLength(1);
  });

  test('goes out after a crash of the browser with the write still queued', { timeout: 240_000 }, async () => {
    const tab = await ready();
    const { sandbox, harness, open } = scene();
    sandbox.control('fault', { fault: 'offline' });
    await tab.pushTask(title());
    await (await tab.view()).sees(new RegExp(`${word('state.queued')}|${word('state.sending')}`));
    await harness.restart({ hard: true });
    expect(rows()).toHaveLength(0);
    sandbox.control('clear-faults');
    const again = await open(contactHash(marisol.clioId));
    await again.showsPerson(marisol.name);
    await settled(again);
    expect(rows()).toHaveLength(1);
  });
});
