import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Rule } from '../../lib/model/rule.ts';
import { createRulesWorld, followUp, type RulesWorld, tagged } from './rules-world.ts';

let world: RulesWorld;
beforeEach(async () => {
  world = await createRulesWorld();
});
afterEach(() => world.close());

const followedUp = () => world.highlevelTasks().filter(({ title }) => title.startsWith('After: '));
const isPaused = (rule: Rule) => async () => (await world.ruleView(rule.id)).state.paused;

describe('the guards', () => {
  test('two rules that answer each other come to rest', async () => {
    const city = (value: string) => ({
      ...({ id: 'city', do: 'action', operation: 'highlevel.contact.update' } as const),
      values: { contactId: '{{link.highlevelId}}', city: value },
    });
    const trigger = { id: 'highlevel.contact.updated', params: {} };
    const when = (value: string) => ({ field: 'record.city', operator: 'is', value });
    await world.rule({ trigger, conditions: when('Ping'), steps: [city('Pong')] });
    await world.rule({ trigger, conditions: when('Pong'), steps: [city('Ping')] });
    world.editHighLevel(`/contacts/${world.ruth.highlevelId}`, { city: 'Ping' });
    await world.live(12);
    const writes = world.sent();
    expect(writes.length).toBeGreaterThan(0);
    expect(writes.length).toBeLessThanOrEqual(3);
    await world.live(30);
    expect(world.sent()).toEqual([]);
  });

  test('a task that was forgotten and is seen again was not created a second time', async () => {
    await world.rule({ steps: [followUp] });
    const id = world.addTask('Ask for the deed');
    await world.within(4, () => followedUp().length, 'the follow-up');
    await world.db.write(['records'], (tx) => tx.objectStore('records').clear());
    world.editClio(`/tasks/${id}`, { description: 'The one of 1987.' });
    await world.live(4);
    const rows = await world.db.read(['records'], (tx) => tx.objectStore('records').getAllKeys());
    expect(
      rows.some((key) => key.endsWith(`task|${id}`)),
      'seen again',
    ).toBe(true);
    expect(followedUp()).toHaveLength(1);
  });

  test('text that looks privileged is asked about first, and goes once somebody said yes', async () => {
    await world.rule({ steps: [followUp] });
    world.addTask('Attorney-client privileged: settlement authority');
    await world.live(4);
    expect(followedUp()).toEqual([]);
    const [ask] = await world.ruleAsks();
    expect(ask?.body).toMatchObject({ offers: ['approve', 'never'], held: [{ code: 'privileged-words' }] });
    await world.answer(ask!.key, 'approve');
    await world.live(2);
    expect(followedUp()).toHaveLength(1);
  });

  test('so is what a HighLevel trigger carries over from Clio, and not what was said in HighLevel', async () => {
    const values = { contactId: '{{link.highlevelId}}', due: '{{time.in2days}}' };
    const step = { id: 'task', do: 'action' as const, operation: 'highlevel.task.create' };
    const trigger = { id: 'highlevel.contact.updated', params: {} };
    await world.rule({ trigger, steps: [{ ...step, values: { ...values, title: 'Own: {{record.city}}' } }] });
    await world.rule({ trigger, steps: [{ ...step, values: { ...values, title: 'Clio: {{clio.website}}' } }] });
    const web_sites = [{ name: 'Work', address: 'https://settlement-strategy.example' }];
    world.editClio(`/contacts/${world.ruth.clioId}`, { web_sites });
    await world.live(3);
    world.editHighLevel(`/contacts/${world.ruth.highlevelId}`, { city: 'Privileged Falls' });
    await world.within(5, () => world.tasksCalled('Own: Privileged Falls').length);
    await world.live(2);
    const [ask, ...others] = await world.ruleAsks();
    expect(others).toEqual([]);
    expect(ask?.body).toMatchObject({ held: [{ code: 'privileged-words', words: ['settlement strategy'] }] });
    expect(world.highlevelTasks().filter(({ title }) => title.startsWith('Clio: '))).toEqual([]);
    await world.answer(ask!.key, 'approve');
    await world.within(3, () => world.tasksCalled('Clio: https://settlement-strategy.example').length);
  });

  test('a rule whose writes fail again and again is stopped with a notice, and runs again once it is switched on', async () => {
    const wrong = { ...tagged(['x']), values: { contactId: 'nobody-at-all', tags: ['x'] } };
    const rule = await world.rule({ steps: [wrong] });
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) world.addTask(name);
    await world.within(8, isPaused(rule), 'the pause');
    expect((await world.ruleView(rule.id)).state.paused).toMatchObject({ why: 'failures' });
    expect((await world.ruleAsks()).map(({ body }) => body.offers)).toEqual([['seen']]);
    const before = (await world.runs()).length;
    world.addTask('g');
    await world.live(4);
    expect((await world.runs()).length, 'stopped').toBe(before);
    await world.save({ ...rule, steps: [followUp] });
    await world.say('console', 'rule.switch', { rule: rule.id, on: true });
    expect((await world.ruleView(rule.id)).state).toMatchObject({ failures: 0 });
    world.addTask('h');
    await world.within(4, () => followedUp().length);
    expect(followedUp().map(({ title }) => title)).toEqual(['After: h']);
  });

  test('a mapping that comes out wrong again and again stops the rule too', async () => {
    const wrong = { ...followUp, values: { contactId: '{{link.highlevelId}}', title: 'x', due: '{{record.title}}' } };
    const rule = await world.rule({ steps: [wrong] });
    for (const name of ['a', 'b', 'c', 'd', 'e']) world.addTask(name);
    await world.within(8, isPaused(rule), 'the pause');
    expect(world.sent()).toEqual([]);
    expect(await world.ruleAsks()).toHaveLength(1);
  });

  test('a value that a field can’t hold is left out and told, and the rest is written', async () => {
    const values = { contactId: '{{link.highlevelId}}', city: '{{record.city}}', phone: '{{record.website}}' };
    const step = { id: 'copy', do: 'action' as const, operation: 'highlevel.contact.update', values };
    const rule = await world.rule({ trigger: { id: 'clio.contact.updated', params: {} }, steps: [step] });
    const phone = world.inHighLevel().phone;
    const old = world.inClio().addresses[0];
    world.editClio(`/contacts/${world.ruth.clioId}`, {
      addresses: [{ ...(old && { id: old.id }), name: 'Home', city: 'Waco' }],
      web_sites: [{ name: 'Work', address: 'https://okafor.example' }],
    });
    await world.within(5, () => world.inHighLevel().city === 'Waco');
    expect(world.inHighLevel().phone).toBe(phone);
    const [run] = (await world.say('console', 'activity.view', { filter: { by: 'rule', kind: 'run' } })).rows;
    expect(run?.body.kept).toEqual([{ field: 'phone', why: 'rule_invalid' }]);
    expect((await world.ruleView(rule.id)).state).toMatchObject({ failures: 0 });
  });

  test('what is beyond the budget of an hour waits and is done in the next one, none lost and none twice', async () => {
    await world.rule({ steps: [followUp], budget: { perHour: 2, perDay: 100 } });
    for (const name of ['a', 'b', 'c', 'd', 'e']) world.addTask(name);
    await world.live(5);
    expect(followedUp()).toHaveLength(2);
    await world.kill();
    await world.live(70);
    expect(followedUp()).toHaveLength(4);
    await world.live(70);
    expect(
      followedUp()
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => `After: ${name}`));
  });

  test('a rule runs once for a change, however often the change is read', async () => {
    await world.rule({ trigger: { id: 'clio.task.completed', params: {} }, steps: [followUp] });
    const id = world.addTask('File the affidavit');
    await world.live(3);
    world.editClio(`/tasks/${id}`, { status: 'complete' });
    await world.within(4, () => followedUp().length);
    world.editClio(`/tasks/${id}`, { name: 'File the affidavit today' });
    await world.kill();
    await world.live(40);
    expect(followedUp()).toHaveLength(1);
  });
});
