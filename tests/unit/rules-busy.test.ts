import { expect, test } from 'vitest';
import { validate } from '../../lib/catalog/operations/validate.ts';
import { compile } from '../../lib/rules/compile.ts';
import { holds } from '../../lib/rules/conditions.ts';
import { readFile, readRule } from '../../lib/rules/rule.ts';
import { readTemplate, render } from '../../lib/rules/template.ts';
import { ruleOf } from './rules-shape.ts';

/** Milliseconds; far more than any of it takes, far less than it took. */
const SOON = 300;
function soon<T>(work: () => T, most = SOON): T {
  const began = performance.now();
  const done = work();
  expect(performance.now() - began).toBeLessThan(most);
  return done;
}
const tags = Array.from({ length: 200 }, (_, index) => `tag ${index}`);
const groups = { record: { tags, title: 'File it' } };
const each = (inner: string) => `{{#record.tags}}${inner}{{/record.tags}}`;
const filled = (text: string) => {
  const template = readTemplate(text);
  if (!template) throw new Error('refused');
  return render(template, groups);
};

test('a list in a list repeats a text as often as a note may be long, and no further', () => {
  expect(filled(each('{{.}}, '))).toContain('tag 199, ');
  expect(filled(each(each('.')))).toHaveLength(20_000);
  expect(soon(() => filled(each(each('x'.repeat(9_000)))))).toBeUndefined();
  expect(readTemplate(each(each(each('x')))), 'a third one').toBeUndefined();
  expect(readTemplate(each(each(each(''))))).toBeUndefined();
});

test('a name that has no end is refused without being looked for from every blank', () => {
  expect(soon(() => readTemplate(`{{record.title${' '.repeat(9_900)}`), 20)).toBeUndefined();
  expect(soon(() => readTemplate('{{'.repeat(5_000)))).toBeUndefined();
  expect(readTemplate('{{  record.title  }}')?.names).toEqual(['record.title']);
});

test('a text that is made to look like an address for long is none at once', () => {
  const address = (text: string) =>
    validate([{ name: 'e', kind: 'email', at: 'e', in: 'body', max: 20_000 } as never], { e: text });
  expect(soon(() => address(`a@${'a.'.repeat(9_990)}@`), 20).ok).toBe(false);
  expect(address('ana@example.com').ok).toBe(true);
});

test('a file as long as it may be, of nothing but comparisons, is read and checked soon', () => {
  const all = Array.from({ length: 30 }, () => ({
    all: Array.from({ length: 50 }, () => ({ field: 'record.title', operator: 'is-filled' })),
  }));
  const rules = Array.from({ length: 12 }, () => ruleOf({ conditions: { all } }));
  const text = JSON.stringify({ kind: 'rankr-rules', version: 1, rules });
  expect(text.length).toBeGreaterThan(800_000);
  const read = soon(() => readFile(text), 3_000);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(soon(() => read.value.every((rule) => compile(rule).ok))).toBe(true);
});

test('long lists are compared with long lists once', () => {
  const value = Array.from({ length: 500 }, (_, index) => `tag ${index % 200}`);
  const has = { field: 'record.tags', operator: 'has-all', value };
  expect(soon(() => holds({ all: Array.from({ length: 9 }, () => has) }, groups, 0))).toBe(true);
});

test('a step, a rule or a value can’t be called what every object is', () => {
  const stop = (id: string) => ruleOf({ steps: [{ id, do: 'stop' }] });
  for (const name of Object.getOwnPropertyNames(Object.prototype)) {
    expect(readRule(stop(name)).ok, name).toBe(false);
    expect(readRule(ruleOf({ id: name })).ok, name).toBe(false);
    expect(readRule(ruleOf({ trigger: { id: 'clio.task.created', params: { [name]: true } } })).ok, name).toBe(false);
  }
  expect(readRule(stop('ask')).ok).toBe(true);
});
