import { describe, expect, test } from 'vitest';
import type { Rule, Step } from '../../lib/model/rule.ts';
import { compile } from '../../lib/rules/compile.ts';
import { readFile, readRule, writeFile } from '../../lib/rules/rule.ts';
import { TEMPLATES } from '../../lib/rules/templates/index.ts';
import { ruleOf } from './rules-shape.ts';

const tag = (tags: string[]): Step => ({
  id: 'tag',
  do: 'action',
  operation: 'highlevel.contact.add-tags',
  values: { contactId: '{{link.highlevelId}}', tags },
});
const nested = (levels: number): unknown => {
  let condition: unknown = { field: 'record.title', operator: 'is-filled' };
  for (let level = 0; level < levels; level += 1) condition = { all: [condition] };
  return condition;
};
const codes = (rule: Rule) => {
  const compiled = compile(rule);
  return compiled.ok ? [] : compiled.problems.map(({ at, code }) => `${at} ${code}`);
};

describe('a file of rules', () => {
  test('what was exported is imported again as it was', () => {
    const rules = [ruleOf({ steps: [tag(['client'])] }), ruleOf({ id: 'r2' })];
    expect(readFile(writeFile(rules))).toEqual({ ok: true, value: rules });
  });

  test('says where it is wrong, and nothing of it is taken', () => {
    const file = JSON.stringify({
      kind: 'rankr-rules',
      version: 1,
      rules: [ruleOf(), { ...ruleOf(), budget: { perHour: 0, perDay: 1 } }],
    });
    expect(readFile(file)).toMatchObject({ ok: false, problems: [{ at: 'rules.1.budget.perHour', code: 'shape' }] });
    expect(readFile('{')).toMatchObject({ ok: false, problems: [{ code: 'not-json' }] });
    expect(readFile('[]')).toMatchObject({ ok: false, problems: [{ code: 'shape' }] });
    expect(readFile(JSON.stringify({ kind: 'rankr-rules', version: 1, rules: [{}] }))).toMatchObject({ ok: false });
  });

  test('a huge one is refused before it is parsed', () => {
    expect(readFile(' '.repeat(1_000_001))).toMatchObject({ ok: false, problems: [{ code: 'too-big' }] });
  });

  test('deep nesting is refused without being walked by recursion', () => {
    expect(readRule({ ...ruleOf(), conditions: nested(100_000) })).toMatchObject({ ok: false, problems: [{ code: 'too-big' }] });
    expect(readRule({ ...ruleOf(), conditions: nested(8) }).ok).toBe(true);
  });

  test('names that every object has can’t be smuggled in', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const text = JSON.stringify(ruleOf({ steps: [tag(['a'])] })).replace('"contactId"', JSON.stringify(name));
      expect(readRule(JSON.parse(text)).ok, name).toBe(false);
    }
    const file = JSON.stringify({ kind: 'rankr-rules', version: 1, rules: [ruleOf()] }).replace(
      '"scope":{}',
      '"scope":{"__proto__":{"on":true}}',
    );
    readFile(file);
    expect(({} as { on?: boolean }).on).toBeUndefined();
  });

  test('unknown names are refused everywhere', () => {
    expect(readRule({ ...ruleOf(), run: 'rm' }).ok).toBe(false);
    expect(readRule({ ...ruleOf(), steps: [{ ...tag(['a']), url: 'https://elsewhere.example' }] }).ok).toBe(false);
    expect(readRule({ ...ruleOf(), steps: [{ id: 'x', do: 'fetch', url: 'https://elsewhere.example' }] }).ok).toBe(false);
  });
});

describe('compiling', () => {
  test('a rule that is right has nothing to say', () => {
    expect(codes(ruleOf({ steps: [tag(['client', '{{record.title}}'])] }))).toEqual([]);
  });

  test('names what is wrong, and where', () => {
    expect(codes(ruleOf({ trigger: { id: 'clio.task.exploded', params: {} } }))).toEqual(['trigger.id unknown-trigger']);
    expect(codes(ruleOf({ steps: [tag([])] }))).toEqual([]);
    expect(codes(ruleOf({ steps: [{ ...tag(['a']), operation: 'highlevel.contact.explode' } as Step] }))).toEqual([
      'steps.0.operation unknown-operation',
    ]);
    expect(codes(ruleOf({ steps: [{ ...tag(['a']), operation: 'highlevel.contact.get' } as Step] }))).toEqual([
      'steps.0.operation not-a-write',
    ]);
    expect(codes(ruleOf({ steps: [tag(['{{record.secret}}'])] }))).toEqual(['steps.0.values.tags.0 unknown-fact']);
    expect(codes(ruleOf({ steps: [tag(['{{> partial}}'])] }))).toEqual(['steps.0.values.tags.0 template']);
    expect(codes(ruleOf({ steps: [tag(['a']), tag(['b'])] }))).toEqual(['steps.1.id duplicate-id']);
    expect(codes(ruleOf({ conditions: { any: [{ field: 'record.title', operator: 'explodes' }] } }))).toEqual([
      'conditions.any.0 unknown-operator',
    ]);
    for (const value of [undefined, '', ' ', [], [' ']])
      expect(codes(ruleOf({ conditions: { field: 'record.title', operator: 'contains-not', value } as never }))).toEqual([
        'conditions.value required',
      ]);
    expect(codes(ruleOf({ conditions: { field: 'record.title', operator: 'is', value: false } }))).toEqual([]);
    expect(codes(ruleOf({ conditions: { field: 'record.constructor', operator: 'is-filled' } }))).toEqual([
      'conditions unknown-fact',
    ]);
  });

  test('a step can speak of what steps before it made, and of no other', () => {
    const make: Step = { id: 'make', do: 'action', operation: 'clio.contact.create', values: { firstName: 'A' } };
    const note: Step = {
      id: 'note',
      do: 'action',
      operation: 'clio.note.create',
      values: { contactId: '{{steps.make.id}}', text: 'x' },
    };
    expect(codes(ruleOf({ steps: [make, note] }))).toEqual([]);
    expect(codes(ruleOf({ steps: [note, make] }))).toEqual(['steps.0.values.contactId unknown-fact']);
  });
});

describe('ready templates', () => {
  test('there are at least 15, each with its own name', () => {
    expect(TEMPLATES.length).toBeGreaterThanOrEqual(15);
    expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length);
  });

  for (const { id, rules, asks, picture, sample } of TEMPLATES) {
    test(`${id} can be run once what it asks for is chosen`, () => {
      expect(picture.length).toBeGreaterThan(1);
      expect(Object.keys(sample).length).toBeGreaterThan(0);
      for (const [index, rule] of rules.entries()) {
        expect(readRule(rule).ok).toBe(true);
        const asked = asks.filter(({ rule: of }) => of === index).map(({ at }) => `${at} required`);
        expect(codes(rule).filter((one) => !asked.includes(one))).toEqual([]);
      }
    });
  }
});
