import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rule, Step } from '../../lib/model/rule.ts';
import { compile, type Program } from '../../lib/rules/compile.ts';
import { isEcho } from '../../lib/rules/echo.ts';
import { DEEPEST, mayRun, means, type Past, ROUNDS } from '../../lib/rules/guard.ts';
import { atStart, type Guard, plan } from '../../lib/rules/plan.ts';
import { readRule } from '../../lib/rules/rule.ts';
import { NOW, people, sceneOf } from './rules-scenes.ts';
import { ruleOf } from './rules-shape.ts';

const free: Guard = () => [];
const programOf = (more: Partial<Rule>): Program => {
  const compiled = compile(ruleOf(more));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.program;
};
const follow: Step = {
  id: 'task',
  do: 'action',
  operation: 'highlevel.task.create',
  values: { contactId: '{{link.highlevelId}}', title: 'After: {{record.title}} <&>', due: '{{time.in2days}}' },
};
const past: Past = { chain: [], isOnce: false, onRecord: 0, lastHour: 0, lastDay: 0 };

describe('planning', () => {
  test('a change becomes a follow-up task', () => {
    const { effects, next } = plan(programOf({ steps: [follow] }), sceneOf(), atStart(), free);
    expect(next).toEqual({ is: 'end' });
    expect(effects).toMatchObject([
      { is: 'write', step: 'task', values: { contactId: 'hl101', title: 'After: File the affidavit <&>', due: '2026-11-24' } },
    ]);
  });

  test('what is missing is skipped with its reason, not sent half filled', () => {
    const noLink = plan(programOf({ steps: [follow] }), sceneOf({ link: undefined }), atStart(), free);
    expect(noLink.effects).toMatchObject([
      { is: 'skip', why: 'no-record', problems: [{ field: 'contactId', code: 'required' }] },
    ]);
    const noAccount = plan(programOf({ steps: [follow] }), sceneOf({ accounts: { clio: 'us:1' } }), atStart(), free);
    expect(noAccount.effects).toMatchObject([{ is: 'skip', why: 'no-account' }]);
  });

  test('a branch goes one way and on behind it', () => {
    const note = (id: string): Step => ({ id, do: 'notify', title: id, text: '' });
    const branch = (operator: string): Step => ({
      id: 'b',
      do: 'branch',
      if: { field: 'record.done', operator },
      // biome-ignore lint/suspicious/noThenProperty: data, never awaited
      then: [note('yes')],
      else: [note('no')],
    });
    const said = (operator: string) =>
      plan(programOf({ steps: [branch(operator), note('after')] }), sceneOf(), atStart(), free).effects.map(({ step }) => step);
    expect(said('is-yes')).toEqual(['yes', 'after']);
    expect(said('is-no')).toEqual(['no', 'after']);
  });

  test('it waits for a time, an answer, and its own writes, and goes on from there', () => {
    const make: Step = {
      id: 'person',
      do: 'action',
      operation: 'clio.contact.create',
      values: { firstName: 'A', lastName: 'B' },
    };
    const note: Step = {
      id: 'note',
      do: 'action',
      operation: 'clio.note.create',
      values: { contactId: '{{steps.person.id}}', text: 'x' },
    };
    const program = programOf({
      steps: [
        { id: 'w', do: 'wait', minutes: 5 },
        { id: 'ok', do: 'approve', text: 'Go?' },
        make,
        note,
        { id: 's', do: 'stop' },
        { ...follow },
      ],
    });
    const first = plan(program, sceneOf(), atStart(), free);
    expect(first.next).toMatchObject({ is: 'wait', until: NOW + 300_000 });
    const second = plan(program, sceneOf(), first.progress, free);
    expect(second.next).toMatchObject({ is: 'ask', step: 'ok', text: 'Go?' });
    const third = plan(program, sceneOf(), { ...second.progress, approved: ['ok'] }, free);
    expect(third.effects.map(({ step }) => step)).toEqual(['person']);
    expect(third.next).toEqual({ is: 'writes', steps: ['person'] });
    const fourth = plan(program, sceneOf(), { ...third.progress, pending: [], made: { person: '77' } }, free);
    expect(fourth.effects).toMatchObject([{ step: 'note', values: { contactId: '77' } }]);
    expect(fourth.next).toEqual({ is: 'end' });
  });

  test('what nobody made is not built upon', () => {
    const note: Step = {
      id: 'note',
      do: 'action',
      operation: 'clio.note.create',
      values: { contactId: '{{steps.person.id}}', text: 'x' },
    };
    const make: Step = { id: 'person', do: 'action', operation: 'clio.contact.create', values: { firstName: '{{record.body}}' } };
    const dropped = plan(programOf({ steps: [make, note] }), sceneOf(), { at: 1, made: {}, pending: [], approved: [] }, free);
    expect(dropped.effects).toMatchObject([{ step: 'note', is: 'skip', why: 'no-record' }]);
  });

  test('a text that must not leave Clio is asked about first, and goes once somebody said yes', () => {
    const held: Guard = (_, text) => (text.includes('affidavit') ? [{ code: 'privileged-words' }] : []);
    const asked = plan(programOf({ steps: [follow] }), sceneOf(), atStart(), held);
    expect(asked).toMatchObject({ effects: [], next: { is: 'ask', step: 'task', held: [{ code: 'privileged-words' }] } });
    const after = plan(programOf({ steps: [follow] }), sceneOf(), { ...asked.progress, approved: ['task'] }, held);
    expect(after.effects).toHaveLength(1);
  });

  test('any rule that compiles comes to an end and writes nothing its steps don’t name', () => {
    const id = fc.uuid().map((one) => `s${one}`);
    const leaf = fc.oneof(
      id.map((one): Step => ({ ...follow, id: one })),
      id.map((one): Step => ({ id: one, do: 'stop' })),
      id.map((one): Step => ({ id: one, do: 'notify', title: '{{record.title}}', text: '' })),
    );
    const step = fc.letrec<{ step: Step }>((tie) => ({
      step: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.tuple(id, fc.array(tie('step'), { maxLength: 3 }), fc.array(tie('step'), { maxLength: 3 }), fc.boolean()).map(
          ([one, yes, no, is]): Step => ({
            id: one,
            do: 'branch',
            if: { field: 'record.done', operator: is ? 'is-yes' : 'is-no' },
            // biome-ignore lint/suspicious/noThenProperty: data, never awaited
            then: yes,
            else: no,
          }),
        ),
      ),
    })).step;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
        expect(readRule(ruleOf({ steps })).ok).toBe(true);
        const { effects, next } = plan(programOf({ steps }), sceneOf(), atStart(), free);
        expect(next).toEqual({ is: 'end' });
        const named = JSON.stringify(steps);
        for (const one of effects) expect(named).toContain(one.step);
      }),
      { numRuns: 200 },
    );
  });
});

describe('guards', () => {
  const program = programOf({ steps: [follow], pilot: { on: false, people: [] } });
  const state = { failures: 0, since: NOW - 1000 };
  const verdict = (more: Partial<Past>, rule: Partial<Rule> = {}) =>
    mayRun({ ...program, rule: { ...program.rule, ...rule } }, state, sceneOf(), { ...past, ...more });

  test('a rule never answers its own write, and a chain ends', () => {
    expect(verdict({})).toEqual({ is: 'run' });
    expect(verdict({ chain: ['r1'] })).toEqual({ is: 'skip', why: 'own-write' });
    expect(verdict({ chain: ['a', 'r1', 'b'] })).toEqual({ is: 'skip', why: 'own-write' });
    expect(verdict({ chain: Array.from({ length: DEEPEST }, (_, index) => `x${index}`) })).toEqual({ is: 'skip', why: 'depth' });
  });

  test('once for one happening; too often for one record is a loop', () => {
    expect(verdict({ isOnce: true })).toEqual({ is: 'skip', why: 'once' });
    expect(verdict({ onRecord: ROUNDS })).toEqual({ is: 'pause', why: 'loop' });
  });

  test('beyond its budget it waits, outside its pilot it does nothing', () => {
    expect(verdict({ lastHour: 100 })).toMatchObject({ is: 'later' });
    expect(verdict({}, { pilot: { on: true, people: ['5'] } })).toEqual({ is: 'skip', why: 'pilot' });
    expect(verdict({}, { pilot: { on: true, people: ['101'] } })).toEqual({ is: 'run' });
    expect(verdict({ lastDay: 2 }, { pilot: { on: true, people: [], perDay: 2 } })).toEqual({ is: 'skip', why: 'pilot' });
    expect(verdict({ lastDay: 1 }, { pilot: { on: true, people: [], perDay: 2 } })).toEqual({ is: 'run' });
  });

  test('what happened before it was switched on is not its business', () => {
    expect(mayRun(program, { failures: 0, since: NOW + 1 }, sceneOf(), past)).toEqual({ is: 'skip', why: 'off' });
  });

  test('trigger, scope and conditions are asked in turn', () => {
    const meant = (rule: Partial<Rule>) => means(programOf(rule), sceneOf());
    expect(meant({})).toBeUndefined();
    expect(meant({ trigger: { id: 'clio.task.created', params: {} } })).toBe('not-fired');
    expect(meant({ scope: { locations: ['elsewhere'] } })).toBe('scope');
    expect(meant({ scope: { tags: ['Lead'] } })).toBeUndefined();
    expect(meant({ scope: { practiceAreas: ['Family'] } })).toBe('scope');
    expect(meant({ conditions: { field: 'record.title', operator: 'is-blank' } })).toBe('conditions');
  });

  test('a change that only says what a rule wrote is its echo', () => {
    const before = { ...people.highlevel, tags: ['lead'] };
    const after = { ...people.highlevel, tags: ['lead', 'Client'], updatedAt: 'later' };
    const change = { entity: 'contact', before, after } as const;
    expect(isEcho(change, [{ contactId: 'hl101', tags: ['client'] }])).toBe(true);
    expect(isEcho({ ...change, after: { ...after, city: 'Waco' } }, [{ tags: ['client'] }])).toBe(false);
    expect(isEcho(change, [])).toBe(false);
  });
});
