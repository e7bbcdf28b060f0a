import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRulesWorld, followUp, type RulesWorld, ruleWith, tagged } from './rules-world.ts';

let world: RulesWorld;
beforeEach(async () => {
  world = await createRulesWorld();
});
afterEach(() => world.close());

const followedUp = () => world.highlevelTasks().filter(({ title }) => title.startsWith('After: '));
const importText = (text: string) => world.say('console', 'rule.import', { text });
const file = (...rules: unknown[]) => JSON.stringify({ kind: 'rankr-rules', version: 1, rules });

describe('the console’s messages', () => {
  test('a rule is saved, switched on and off, and removed; its versions are kept and restored', async () => {
    const first = await world.rule({ on: false, steps: [followUp] });
    expect(first).toMatchObject({ version: 1, on: false });
    world.addTask('a');
    await world.live(3);
    expect(followedUp()).toEqual([]);
    await world.say('console', 'rule.switch', { rule: first.id, on: true });
    world.addTask('b');
    await world.within(3, () => followedUp().length);
    const second = await world.save({ ...first, on: true, name: 'Changed', steps: [tagged(['second'])] });
    expect(second.version).toBe(2);
    expect(
      (await world.say('console', 'rule.versions', { rule: first.id })).map(({ version, rule }) => [version, rule.name]),
    ).toEqual([
      [2, 'Changed'],
      [1, 'A rule'],
    ]);
    const third = await world.say('console', 'rule.restore', { rule: first.id, version: 1 });
    expect(third).toMatchObject({ version: 3, name: 'A rule', on: true, steps: [followUp] });
    world.addTask('c');
    await world.within(3, () => followedUp().length === 2);
    expect(world.inHighLevel().tags).not.toContain('second');
    await world.say('console', 'rule.switch', { rule: first.id, on: false });
    world.addTask('d');
    await world.live(4);
    expect(
      followedUp()
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['After: b', 'After: c']);
    await world.say('console', 'rule.remove', { rule: first.id });
    expect(await world.ruleView(first.id)).toBeUndefined();
    await expect(world.say('console', 'rule.restore', { rule: first.id, version: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('one with a problem is kept, switched off, says what is wrong, and can’t be switched on', async () => {
    const saved = await world.save(ruleWith({ id: 'wrong', steps: [tagged(['{{record.secret}}'])] }));
    expect(saved.on).toBe(false);
    expect((await world.ruleView(saved.id)).problems).toMatchObject([{ code: 'unknown-fact', about: 'record.secret' }]);
    const on = world.say('console', 'rule.switch', { rule: saved.id, on: true });
    await expect(on).rejects.toMatchObject({ code: 'invalid-request' });
    await expect(world.save({ ...saved, budget: { perHour: 0, perDay: 1 } })).rejects.toMatchObject({ code: 'invalid-request' });
  });

  test('what was exported is imported as new rules, switched off, without the pilot’s people', async () => {
    const rule = await world.rule({ name: 'Mine', steps: [followUp], pilot: { on: true, people: ['1'], perDay: 5 } });
    const out = await world.say('console', 'rule.export', { rule: rule.id });
    expect(out).toMatchObject({ type: 'application/json', name: expect.stringMatching(/^rankr-rules-.*\.json$/) });
    expect(out.text).not.toContain(String(world.ruth.clioId));
    const back = await importText(out.text);
    if (!back.ok) throw new Error(JSON.stringify(back.problems));
    expect(back.rules).toMatchObject([
      { name: 'Mine', on: false, version: 1, steps: [followUp], pilot: { on: true, people: [], perDay: 5 } },
    ]);
    expect(back.rules[0]!.id).not.toBe(rule.id);
    await expect(world.say('console', 'rule.export', { rule: 'nobody' })).rejects.toMatchObject({ code: 'not-found' });
  });

  const good = ruleWith({ id: 'g', steps: [followUp] });
  const WRONG: [string, string, { at: string; code: string; about?: string }][] = [
    ['no JSON', '{', { at: '', code: 'not-json' }],
    ['another kind of file', '{"kind":"other"}', { at: '', code: 'shape', about: 'rankr-rules' }],
    ['a later version', JSON.stringify({ kind: 'rankr-rules', version: 2, rules: [] }), { at: '', code: 'shape' }],
    ['a field nobody knows', file(good, { ...good, run: 'rm' }), { at: 'rules.1', code: 'shape', about: 'run' }],
    [
      'a number out of bounds',
      file({ ...good, budget: { perHour: 0, perDay: 1 } }),
      { at: 'rules.0.budget.perHour', code: 'shape' },
    ],
    [
      'an unknown trigger',
      file({ ...good, trigger: { id: 'clio.task.exploded', params: {} } }),
      { at: 'rules.0.trigger.id', code: 'unknown-trigger' },
    ],
    [
      'a trigger that needs a relay',
      file({ ...good, trigger: { id: 'highlevel.message.received', params: {} } }),
      { at: 'rules.0.trigger.id', code: 'unknown-trigger' },
    ],
    [
      'an unknown operation',
      file({ ...good, steps: [{ ...followUp, operation: 'highlevel.task.explode' }] }),
      { at: 'rules.0.steps.0.operation', code: 'unknown-operation' },
    ],
    [
      'a read as a step',
      file({ ...good, steps: [{ ...followUp, operation: 'highlevel.task.list' }] }),
      { at: 'rules.0.steps.0.operation', code: 'not-a-write' },
    ],
    [
      'an unknown operator',
      file({ ...good, conditions: { field: 'record.title', operator: 'like' } }),
      { at: 'rules.0.conditions', code: 'unknown-operator' },
    ],
    [
      'an unknown fact',
      file({ ...good, conditions: { field: 'record.secret', operator: 'is-blank' } }),
      { at: 'rules.0.conditions', code: 'unknown-fact' },
    ],
    [
      'a broken template',
      file({ ...good, steps: [tagged(['{{record.title'])] }),
      { at: 'rules.0.steps.0.values.tags.0', code: 'template' },
    ],
    [
      'a value left out',
      file({ ...good, steps: [{ ...followUp, values: { contactId: 'x' } }] }),
      { at: 'rules.0.steps.0.values.title', code: 'required' },
    ],
    [
      'a value that can’t be',
      file({ ...good, steps: [{ ...followUp, values: { ...(followUp as { values: object }).values, due: 'soon' } }] }),
      { at: 'rules.0.steps.0.values.due', code: 'invalid' },
    ],
    [
      'a value of no field',
      file({ ...good, steps: [{ ...followUp, values: { ...(followUp as { values: object }).values, colour: 'red' } }] }),
      { at: 'rules.0.steps.0.values.colour', code: 'unknown-field' },
    ],
    ['two steps of one name', file({ ...good, steps: [followUp, followUp] }), { at: 'rules.0.steps.1.id', code: 'duplicate-id' }],
    ['more than a hundred rules', file(...Array.from({ length: 101 }, () => 1)), { at: 'rules', code: 'too-big' }],
  ];
  test('a file that is wrong says where and what, and nothing of it is taken', async () => {
    const before = (await world.say('console', 'rules.view', {})).rules.length;
    for (const [what, text, problem] of WRONG) {
      const answer = await importText(text);
      expect(answer, what).toMatchObject({ ok: false, problems: expect.arrayContaining([expect.objectContaining(problem)]) });
    }
    expect((await world.say('console', 'rules.view', {})).rules).toHaveLength(before);
  });
});

describe('steps', () => {
  test('a branch goes the way of the record, and a stop ends it there', async () => {
    const notify = (id: string) => ({ id, do: 'notify' as const, title: `${id}: {{record.title}}`, text: '' });
    await world.rule({
      steps: [
        {
          ...({ id: 'b', do: 'branch' } as const),
          if: { any: [{ field: 'record.title', operator: 'contains', value: 'court' }] },
          // biome-ignore lint/suspicious/noThenProperty: data, never awaited
          then: [tagged(['court'], 'court'), { id: 'end', do: 'stop' }],
          else: [notify('other')],
        },
        followUp,
      ],
    });
    world.addTask('Call the court');
    world.addTask('Send a card');
    await world.within(4, () => followedUp().length);
    await world.live(4);
    expect(followedUp().map(({ title }) => title)).toEqual(['After: Send a card']);
    expect(world.inHighLevel().tags).toContain('court');
    expect((await world.ruleAsks()).map(({ body }) => body.title)).toEqual(['other: Send a card']);
    expect(world.sent()).toEqual(['highlevel.add-tags', 'highlevel.create-task']);
  });

  test('a no to the question ends the run, and is in the log', async () => {
    await world.rule({ steps: [tagged(['before']), { id: 'ok', do: 'approve', text: 'Go on?' }, followUp] });
    world.addTask('File the affidavit');
    await world.within(4, async () => (await world.ruleAsks()).length);
    const [ask] = await world.ruleAsks();
    await world.answer(ask!.key, 'stop');
    await world.live(4);
    expect(world.sent()).toEqual(['highlevel.add-tags']);
    expect(await world.runs()).toMatchObject([{ state: 'stopped' }]);
    expect((await world.syncReader.activity({ by: 'rule', kind: 'run' }, undefined, 1))[0]).toMatchObject({
      why: 'rule_refused',
    });
  });
});
