import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRulesWorld, followUp, type RulesWorld, tagged } from './rules-world.ts';

let world: RulesWorld;
beforeEach(async () => {
  world = await createRulesWorld();
});
afterEach(() => world.close());

describe('a dry run', () => {
  test('shows every call it would make, before and after, and sends nothing', async () => {
    const rule = await world.rule({ on: false, steps: [tagged(['active']), { id: 'w', do: 'wait', minutes: 60 }, followUp] });
    world.addTask('File the affidavit');
    await world.live(3);
    const before = { calls: world.calls(), queued: (await world.queued()).length };
    const view = await world.say('console', 'rule.dry-run', { rule, against: 'last-50' });
    const [fired] = view.cases.filter(({ skipped }) => !skipped);
    expect(view).toMatchObject({ problems: [], fired: 1, writes: 2 });
    expect(fired?.steps.map((one) => one.do)).toEqual(['action', 'wait', 'action']);
    expect(fired?.steps[0]).toMatchObject({ call: { method: 'POST' }, fields: [{ field: 'tags', after: ['active'] }] });
    expect(fired?.steps[0]?.call?.url).toContain(`/contacts/${world.ruth.highlevelId}/tags`);
    expect(fired?.steps[2]).toMatchObject({ call: { method: 'POST' }, values: { title: 'After: File the affidavit' } });
    expect(view.cases.every(({ skipped, steps }) => skipped !== undefined || steps.length > 0)).toBe(true);
    expect({ calls: world.calls(), queued: (await world.queued()).length }).toEqual(before);
    expect(await world.runs()).toEqual([]);
  });

  test('of one change or one person says why it would do nothing', async () => {
    const conditions = { field: 'record.title', operator: 'contains', value: 'urgent' };
    const rule = await world.rule({ on: false, conditions, steps: [followUp] });
    world.addTask('File the affidavit');
    world.addTask('Urgent: call the court');
    await world.live(3);
    const of = (link: string) => world.say('console', 'rule.dry-run', { rule, against: { link } });
    const { cases } = await of(world.linked.key);
    const said = (label: string) => cases.find((one) => one.label === label);
    expect(said('File the affidavit')).toMatchObject({ skipped: 'conditions', steps: [] });
    expect(said('Urgent: call the court')).toMatchObject({ steps: [{ values: { title: 'After: Urgent: call the court' } }] });
    const newest = await world.syncReader.newestChange();
    const one = await world.say('console', 'rule.dry-run', { rule, against: { change: newest } });
    expect(one.cases).toHaveLength(1);
    expect(one.cases[0]).toMatchObject({ change: newest });
    expect((await of(world.linked.key.replace(/\|.*\|/, '|999999|'))).fired, 'nobody').toBe(0);
  });

  test('says what is wrong with a rule instead of trying it', async () => {
    const rule = await world.rule({ on: false, steps: [tagged(['{{record.secret}}'])] });
    expect(await world.say('console', 'rule.dry-run', { rule, against: 'last-50' })).toMatchObject({
      problems: [{ code: 'unknown-fact', about: 'record.secret' }],
      cases: [],
    });
  });
});

test('what is only seen for the first time was not created just now', async () => {
  await world.rule({ steps: [followUp] });
  world.sandbox.control('clio.addTask', {
    ...{ name: 'Years ago', matter_id: world.ruth.matterId, due_at: world.day(5), permission: 'public' },
    created_at: '2024-01-01T10:00:00Z',
  });
  world.addTask('Just now');
  await world.live(5);
  expect(world.tasksCalled('After: Just now')).toHaveLength(1);
  expect(world.tasksCalled('After: Years ago')).toEqual([]);
});
