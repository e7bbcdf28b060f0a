import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Step } from '../../lib/model/rule.ts';
import { createRulesWorld, followUp, type RulesWorld, ruleWith, tagged } from './rules-world.ts';

let world: RulesWorld;
beforeEach(async () => {
  world = await createRulesWorld();
});
afterEach(() => world.close());

const file = (...rules: unknown[]) => JSON.stringify({ kind: 'rankr-rules', version: 1, rules });
const importText = (text: string) => world.say('console', 'rule.import', { text });
const good = ruleWith({ id: 'evil', steps: [followUp] });
const told = (title: string): Step => ({ id: 'tell', do: 'notify', title, text: '' });
/** Imports one rule that is well formed, and switches it on as a person would who did not read it. */
async function letIn(rule: object): Promise<string> {
  const answer = await importText(file({ ...good, ...rule }));
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  const { id } = answer.rules[0]!;
  await world.say('console', 'rule.switch', { rule: id, on: true });
  return id;
}
const prototypes = () => [Object.keys(Object.prototype), ({} as { on?: unknown }).on, ([] as unknown as { on?: unknown }).on];

describe('a rule file from a stranger', () => {
  test('that carries names which every object has is refused, and changes no prototype', async () => {
    const text = file({ ...good, steps: [tagged(['x'])] });
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
      const key = JSON.stringify(name);
      for (const evil of [
        text.replace('"scope":{}', `"scope":{${key}:{"on":true}}`),
        text.replace('"contactId"', key),
        text.replace('"params":{}', `"params":{${key}:true}`),
        text.replace('"on":true', `"on":true,${key}:{"on":true}`),
        text.replace('{"kind"', `{${key}:{"rules":[]},"kind"`).replace('"version":1,"rules"', `"version":9,"rules"`),
      ])
        expect((await importText(evil)).ok, evil.slice(0, 120)).toBe(false);
    }
    expect(prototypes()).toEqual([[], undefined, undefined]);
  });

  test('of ten megabytes, of a thousand levels or of a million steps is refused at once', async () => {
    const began = performance.now();
    await expect(importText('x'.repeat(10_000_000))).rejects.toMatchObject({ code: 'bad-message' });
    const deep = `${'{"all":['.repeat(8_000)}${']}'.repeat(8_000)}`;
    expect((await importText(file(good).replace('{"all":[]}', deep))).ok).toBe(false);
    const wide = Array.from({ length: 3_000 }, (_, index) => ({ id: `s${index}`, do: 'stop' }));
    expect((await importText(file({ ...good, steps: wide }))).ok).toBe(false);
    const branches = (level: number): unknown[] =>
      // biome-ignore lint/suspicious/noThenProperty: data, never awaited
      level ? [{ id: `b${level}`, do: 'branch', if: { all: [] }, then: branches(level - 1), else: branches(level - 1) }] : [];
    expect((await importText(file({ ...good, steps: branches(9) }))).ok).toBe(false);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('can’t name a step, a trigger or an operator that there is not', async () => {
    const steps: unknown[] = [
      { id: 'x', do: 'fetch', url: 'https://elsewhere.example' },
      { id: 'x', do: 'eval', text: 'alert(1)' },
      { id: 'x', do: 'action', operation: 'local.notify', values: {} },
      { id: 'x', do: 'action', operation: 'https://elsewhere.example', values: {} },
      { ...followUp, url: 'https://elsewhere.example' },
      { ...followUp, values: { ...(followUp as { values: object }).values, locationId: 'another' } },
      // Nothing of the product's own can be said by a step: writing, sync, connections, other rules.
      ...['writing.set', 'sync.set', 'connection.add-token', 'rule.switch', 'erase.everything', 'clio.custom-action.create'].map(
        (operation) => ({ id: 'x', do: 'action', operation, values: { system: 'clio', on: true } }),
      ),
    ];
    for (const step of steps) expect((await importText(file({ ...good, steps: [step] }))).ok, JSON.stringify(step)).toBe(false);
    expect((await importText(file({ ...good, conditions: { field: 'record.title', operator: 'constructor' } }))).ok).toBe(false);
    expect((await importText(file({ ...good, trigger: { id: 'constructor', params: {} } }))).ok).toBe(false);
  });

  test('can’t reach out of its templates', async () => {
    for (const trick of [
      ...['{{>other}}', '{{=<% %>=}}<%record.title%>', '{{record.constructor}}', '{{record.__proto__}}', '{{constructor.name}}'],
      ...[
        '{{record.title.length}}',
        '{{record.tags.map}}',
        '{{#record.title}}{{constructor}}{{/record.title}}',
        '{{steps.none.id}}',
      ],
      ...[
        '{{link.key}}',
        '{{accounts.clio}}',
        '{{clio.ssn}}',
        '{{__proto__.x}}',
        '{{.}}',
        '{{{record.title',
        '{{#record.title}}',
      ],
    ])
      expect((await importText(file({ ...good, steps: [told(trick)] }))).ok, trick).toBe(false);
  });

  test('says no more than the record: what looks like a template, a lambda or HTML in a title stays text', async () => {
    await letIn({
      steps: [
        told('{{{record.title}}} & {{record.title}}'),
        { ...followUp, values: { ...(followUp as { values: object }).values, title: '{{#record.title}}{{.}}{{/record.title}}' } },
      ],
    });
    const title = '<img src=x onerror=alert(1)> {{clio.email}} {{#lambda}}';
    world.addTask(title);
    await world.within(4, () => world.tasksCalled(title).length);
    expect((await world.ruleAsks()).map(({ body }) => body.title)).toEqual([`${title} & ${title}`]);
  });

  test('can’t write into a location it is not paired with, nor to people it does not find there', async () => {
    const { highlevel } = world.sandbox;
    const stranger = highlevel.state.rows.contacts.find(({ locationId }) => locationId === world.cast.locations.intake)!;
    const before = structuredClone(stranger);
    await letIn({ steps: [{ ...tagged(['stolen']), values: { contactId: stranger.id, tags: ['stolen'] } }] });
    await letIn({ scope: { locations: [world.cast.locations.intake] }, steps: [followUp] });
    world.addTask('File the affidavit');
    await world.live(6);
    expect(highlevel.state.rows.contacts.find(({ id }) => id === stranger.id)).toEqual(before);
    expect(world.highlevelTasks().filter(({ title }) => title.startsWith('After: '))).toEqual([]);
    const hosts = world.sandbox.ledger.entries({}).map(({ host }) => host);
    expect([...new Set(hosts)].sort()).toEqual(['app.clio.com', 'services.leadconnectorhq.com']);
  });

  test('writes nothing while writing is off, and only what its steps say once it is on', async () => {
    for (const system of ['highlevel', 'clio'] as const) await world.say('console', 'writing.set', { system, on: false });
    await letIn({ name: 'Innocent', steps: [tagged(['a']), followUp] });
    world.addTask('File the affidavit');
    await world.live(6);
    expect(world.sent()).toEqual([]);
    expect((await world.say('console', 'rules.view', {})).writing).toEqual({ clio: false, highlevel: false });
    await world.say('console', 'writing.set', { system: 'highlevel', on: true });
    await world.within(4, () => world.tasksCalled('After: File the affidavit').length);
    expect(world.sent()).toEqual(['highlevel.add-tags', 'highlevel.create-task']);
  });

  test('is off after the import whatever it says, and replaces no rule that is there', async () => {
    const mine = await world.rule({ name: 'Mine', steps: [] });
    const answer = await importText(file({ ...good, id: mine.id, on: true, version: 99 }));
    expect(answer).toMatchObject({ ok: true, rules: [{ on: false, version: 1 }] });
    expect((await world.ruleView(mine.id)).rule).toMatchObject({ name: 'Mine', on: true });
    world.addTask('File the affidavit');
    await world.live(4);
    expect(world.sent()).toEqual([]);
  });
});
