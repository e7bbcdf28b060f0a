import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition, Test } from '../../lib/model/rule.ts';
import { holds } from '../../lib/rules/conditions.ts';
import { OPERATORS } from '../../lib/rules/operators.ts';
import { groupsOf } from '../../lib/rules/scene.ts';
import { readTemplate, render } from '../../lib/rules/template.ts';
import { NOW, sceneOf } from './rules-scenes.ts';

describe('templates', () => {
  const say = (text: string, scene = sceneOf()) => render(readTemplate(text)!, groupsOf(scene, { made: 'x1' }));

  test('fill in text as it is, never as HTML, and leave blank what is not there', () => {
    expect(say('{{record.title}} & {{record.body}}!')).toBe('File the affidavit & !');
    expect(say('{{clio.name}} <{{clio.email}}>')).toBe('Marisol Ortega <marisol@example.com>');
    expect(say('{{steps.made.id}} {{time.today}} {{time.in3days}}')).toBe('x1 2026-11-22 2026-11-25');
  });

  test('one name alone keeps its kind', () => {
    expect(say('{{highlevel.tags}}')).toEqual(['lead']);
    expect(say('{{record.done}}')).toBe(true);
  });

  test('sections choose, and lists are told one by one', () => {
    expect(say('{{#record.done}}yes{{/record.done}}{{^record.done}}no{{/record.done}}')).toBe('yes');
    expect(say('{{#highlevel.tags}}[{{.}}]{{/highlevel.tags}}')).toBe('[lead]');
  });

  test('partials, other marks, lambdas, deep sections and bare names are no templates', () => {
    const deep = `${'{{#highlevel.tags}}'.repeat(4)}x${'{{/highlevel.tags}}'.repeat(4)}`;
    for (const text of ['{{> file}}', '{{=<% %>=}}', '{{constructor}}', '{{record}}', '{{.}}', '{{#open.one}}', deep])
      expect(readTemplate(text), text).toBeUndefined();
  });

  test('no name finds what was not put in', () => {
    const known = [
      'record.constructor',
      'record.__proto__',
      'record.customFields.constructor',
      'record.toString',
      'steps.valueOf.id',
    ];
    for (const name of known) expect(say(`x{{${name}}}`), name).toBe('x');
    for (const name of ['record.title.length', 'highlevel.tags.map', 'record.toString.call', 'steps.made.id.length'])
      expect(readTemplate(`x{{${name}}}`), name).toBeUndefined();
  });

  test('any text is either refused or filled in without a fault', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('{{', '}}', '{{#', '{{/', '{{{', '}}}', 'record.title'),
        fc.string(),
        (a, mark, b) => {
          const read = readTemplate(`${a}${mark}${b}${mark}`);
          if (read) expect(() => render(read, groupsOf(sceneOf()))).not.toThrow();
        },
      ),
    );
  });
});

describe('conditions', () => {
  const groups = groupsOf(sceneOf());
  const test_ = fc.record({
    field: fc.constantFrom('record.title', 'record.done', 'highlevel.tags', 'clio.city', 'record.nothing', 'nobody.home'),
    operator: fc.constantFrom(...OPERATORS.map(({ id }) => id)),
    value: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 })),
  }) as fc.Arbitrary<Test>;
  const condition = fc.letrec<{ any: Condition }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      test_,
      fc.record({ all: fc.array(tie('any'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('any'), { maxLength: 3 }) }),
    ),
  })).any;

  test('always come to yes or no', () => {
    fc.assert(
      fc.property(condition, (one) => {
        expect(typeof holds(one, groups, NOW)).toBe('boolean');
      }),
    );
  });

  test('all means each, any means some', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 4 }), (list) => {
        expect(holds({ all: list }, groups, NOW)).toBe(list.every((one) => holds(one, groups, NOW)));
        expect(holds({ any: list }, groups, NOW)).toBe(list.some((one) => holds(one, groups, NOW)));
      }),
    );
  });

  test('each word that says "not" is the contrary of its twin', () => {
    const twins = [
      ['is', 'is-not'],
      ['contains', 'contains-not'],
      ['is-blank', 'is-filled'],
      ['has-any', 'has-none'],
      ['is-yes', 'is-no'],
    ];
    fc.assert(
      fc.property(test_, fc.constantFrom(...twins), (one, [yes, no]) => {
        expect(holds({ ...one, operator: yes! }, groups, NOW)).toBe(!holds({ ...one, operator: no! }, groups, NOW));
      }),
    );
  });

  test('compare as people do: without case, accents and blanks', () => {
    const says = (field: string, operator: string, value?: Test['value']) => holds({ field, operator, value }, groups, NOW);
    expect(says('clio.lastName', 'is', ' ortega ')).toBe(true);
    expect(says('highlevel.tags', 'has-any', ['LEAD'])).toBe(true);
    expect(says('record.title', 'contains', '')).toBe(false);
    expect(says('record.due', 'within-days', 10)).toBe(true);
    expect(says('record.due', 'older-than-days', 1)).toBe(false);
    expect(says('record.body', 'is', '')).toBe(false);
  });
});
