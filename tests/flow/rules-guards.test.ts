import { afterEach, describe, expect, test } from 'vitest';
import { TEMPLATES } from '../../lib/rules/templates/index.ts';
import { createRulesWorld, followUp, type RulesWorld, tagged } from './rules-world.ts';

let world: RulesWorld;
afterEach(() => world.close());
const start = async () => {
  world = await createRulesWorld();
};
const days = (count: number) => new Date(world.sandbox.clock.now() + count * 86_400_000).toISOString().slice(0, 10);
const addTask = (name: string) =>
  world.sandbox.control('clio.addTask', {
    ...{ name, matter_id: world.ruth.matterId, due_at: days(5), permission: 'public', created_at: world.stamp() },
  });
const named = (title: string) => world.highlevelTasks().filter((one) => one.title === title);
const touch = () => world.sandbox.control('highlevel.touchContact', { id: world.ruth.highlevelId });
const _matter = () => world.sandbox.clio.state.rows.matters.find(({ id }) => id === world.ruth.matterId)!;
const _templateOf = (id: string) => TEMPLATES.find((one) => one.id === id)!.rules;

describe('the guards', () => {
  test('two rules that answer each other come to rest', async () => {
    await start();
    const city = (value: string) => ({
      ...({ id: 'city', do: 'action', operation: 'highlevel.contact.update' } as const),
      values: { contactId: '{{link.highlevelId}}', city: value },
    });
    const changed = { id: 'highlevel.contact.updated', params: {} };
    await world.rule({
      trigger: changed,
      conditions: { field: 'record.city', operator: 'is', value: 'Ping' },
      steps: [city('Pong')],
    });
    await world.rule({
      trigger: changed,
      conditions: { field: 'record.city', operator: 'is', value: 'Pong' },
      steps: [city('Ping')],
    });
    Object.assign(world.inHighLevel(), { city: 'Ping' });
    touch();
    await world.live(12);
    const writes = (await world.queued()).filter(({ by }) => by === 'rule');
    expect(writes.length).toBeGreaterThan(0);
    expect(writes.length).toBeLessThanOrEqual(3);
  });

  test('text that looks privileged is asked about first, and goes once somebody said yes', async () => {
    await start();
    await world.rule({ trigger: { id: 'clio.task.created', params: {} }, steps: [followUp] });
    addTask('Attorney-client privileged: settlement authority');
    await world.live(4);
    expect(world.highlevelTasks().filter(({ title }) => title.includes('privileged'))).toEqual([]);
    const [ask] = await world.ruleAsks();
    expect(ask?.body).toMatchObject({ offers: ['approve', 'never'], held: [{ code: 'privileged-words' }] });
    await world.say('console', 'ask.answer', { key: ask!.key, answer: { offer: 'approve' } });
    await world.live(2);
    expect(world.highlevelTasks().filter(({ title }) => title.includes('privileged'))).toHaveLength(1);
  });

  test('a step waits for its time, over any number of restarts', async () => {
    await start();
    await world.rule({
      trigger: { id: 'clio.task.created', params: {} },
      steps: [{ id: 'w', do: 'wait', minutes: 30 }, followUp],
    });
    addTask('File the affidavit');
    await world.live(3);
    expect(named('After: File the affidavit')).toEqual([]);
    expect(await world.engine.nextAt()).toBeGreaterThan(world.now());
    await world.kill();
    await world.live(20);
    expect(named('After: File the affidavit')).toEqual([]);
    await world.live(12);
    expect(named('After: File the affidavit')).toHaveLength(1);
  });

  test('a rule whose writes fail again and again is stopped, with a notice', async () => {
    await start();
    const wrong = { ...tagged(['x']), values: { contactId: 'nobody-at-all', tags: ['x'] } };
    const rule = await world.rule({ trigger: { id: 'clio.task.created', params: {} }, steps: [wrong] });
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) addTask(name);
    await world.live(8);
    expect((await world.rules.get(rule.id))?.paused).toMatchObject({ why: 'failures' });
    expect((await world.ruleAsks()).map(({ body }) => body.offers)).toEqual([['seen']]);
  });
});
