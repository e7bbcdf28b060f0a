import { describe, expect, it } from 'vitest';
import {
  DND_TABLE,
  type DndField,
  dndTable,
  readClioDnd,
  readHighLevelDnd,
  toClioDnd,
  toHighLevelDnd,
} from '../../lib/merge/dnd.ts';
import {
  type ExtraField,
  extrasTable,
  readClioExtras,
  readHighLevelExtras,
  toClioExtras,
  toHighLevelExtras,
} from '../../lib/merge/extras.ts';
import { rulesOf, warningOf } from '../../lib/merge/mapping.ts';
import { decide } from '../../lib/merge/three-way.ts';

describe('do not disturb', () => {
  const checkbox: DndField = { id: '7', variant: 'checkbox' };
  const picklist: DndField = { id: '7', variant: 'picklist', yes: '11', no: '12' };
  const text: DndField = { id: '7', variant: 'text', yes: 'Do not contact', no: 'OK to contact' };
  // field, what stands in Clio, base -> yes, no, blank (undefined) or unreadable
  const TABLE: [string, DndField, string | boolean | undefined, string | undefined, string | undefined][] = [
    ['a ticked box', checkbox, 'true', undefined, 'yes'],
    ['a ticked box as a boolean', checkbox, true, undefined, 'yes'],
    ['a box never ticked says nothing', checkbox, 'false', undefined, undefined],
    ['a box unticked since', checkbox, false, 'yes', 'no'],
    ['a box without a value is nobody’s no', checkbox, undefined, 'yes', undefined],
    ['the option for yes', picklist, '11', undefined, 'yes'],
    ['the option for no', picklist, '12', undefined, 'no'],
    ['another option', picklist, '13', undefined, 'unreadable'],
    ['no option', picklist, undefined, 'yes', undefined],
    ['the firm’s word', text, 'DO NOT CONTACT', undefined, 'yes'],
    ['what people write', text, 'opted out 2024-01-05', undefined, 'yes'],
    ['dnd', text, 'DND', undefined, 'yes'],
    ['the firm’s word for no', text, 'ok to contact', undefined, 'no'],
    ['a plain no', text, 'No', undefined, 'no'],
    ['anything else', text, 'call after 5', undefined, 'unreadable'],
  ];
  it.each(TABLE)('%s', (_, chosen, raw, base, expected) => {
    const { values: read, warnings } = readClioDnd(chosen, raw, base ? { dnd: base } : undefined);
    expect('dnd' in read ? read.dnd : 'unreadable').toBe(expected);
    expect(warnings.length).toBe(expected === 'unreadable' ? 1 : 0);
  });

  it('of HighLevel is no only once somebody had agreed on something, and unknown when it is not told', () => {
    expect(readHighLevelDnd(true).values).toEqual({ dnd: 'yes' });
    expect(readHighLevelDnd(false).values).toEqual({ dnd: undefined });
    expect(readHighLevelDnd(false, { dnd: 'yes' }).values).toEqual({ dnd: 'no' });
    expect(readHighLevelDnd(undefined, { dnd: 'yes' }).values).not.toHaveProperty('dnd');
  });

  it('a wish of Clio is never talked away by HighLevel’s default', () => {
    const rules = rulesOf(DND_TABLE, { dnd: { direction: 'both', policy: 'highlevel' } });
    const decisions = decide(rules, { clio: readClioDnd(checkbox, 'true').values, highlevel: readHighLevelDnd(false).values });
    expect(decisions).toMatchObject([{ do: 'to-highlevel', value: 'yes' }]);
  });

  it('is written in the words of the field, and only where it changes something', () => {
    expect([checkbox, picklist, text].map((chosen) => toClioDnd(chosen, { dnd: 'yes' }).value.value)).toEqual([
      'true',
      '11',
      'Do not contact',
    ]);
    expect(toClioDnd({ id: '7', variant: 'picklist', yes: '11' }, { dnd: 'no' }).warnings[0]?.code).toBe('not-an-option');
    expect(warningOf(dndTable({ id: '7', variant: 'picklist', yes: '11' })[0]!, 'clio', 'no')?.code).toBe('not-an-option');
    expect(toHighLevelDnd({ dnd: 'no' }, true).value).toEqual({ dnd: false });
    expect(toHighLevelDnd({ dnd: 'no' }, false).value).toEqual({});
    expect(toHighLevelDnd({}).value).toEqual({});
  });

  it.each([checkbox, picklist, text])('comes back as it was written: %o', (chosen) => {
    for (const dnd of ['yes', 'no']) {
      expect(readClioDnd(chosen, toClioDnd(chosen, { dnd }).value.value, { dnd: 'yes' }).values).toEqual({ dnd });
    }
  });
});

describe('fields somebody named', () => {
  const source: ExtraField = {
    id: 'x.source',
    name: 'Source',
    kind: 'option',
    clio: { fieldId: '5', options: { '51': 'Referral', '52': 'Web site' } },
    highlevel: { fieldId: 'abc' },
  };
  const vip: ExtraField = {
    id: 'x.vip',
    name: 'VIP',
    kind: 'text',
    clio: { fieldId: '6', options: { '61': 'Oui', '62': 'Non' } },
    highlevel: { tag: 'VIP' },
  };
  const all = [source, vip];

  it('are compared by their words, whatever the ids of their options', () => {
    expect(readClioExtras(all, { '5': '52' }).values).toEqual({ 'x.source': 'Web site', 'x.vip': undefined });
    expect(readHighLevelExtras(all, { fields: { abc: 'web site' }, tags: ['vip'] }).values).toEqual({
      'x.source': 'web site',
      'x.vip': 'yes',
    });
    expect(toClioExtras(all, { 'x.source': 'web site', 'x.vip': 'yes' }).value).toEqual({ '5': '52', '6': '61' });
    expect(readClioExtras(all, { '6': '62' }, { 'x.vip': 'yes' }).values['x.vip']).toBe('no');
  });

  it('warn about an option the other side lacks, and decide nothing', () => {
    const spec = extrasTable(all)[0]!;
    expect(warningOf(spec, 'clio', 'Billboard')?.code).toBe('not-valid');
    expect(toClioExtras(all, { 'x.source': 'Billboard' }).warnings).toEqual([
      { field: 'x.source', code: 'not-an-option', value: 'Billboard' },
    ]);
    expect(readClioExtras(all, { '5': '99' })).toEqual({
      values: { 'x.vip': undefined },
      warnings: [{ field: 'x.source', code: 'unreadable', value: '99' }],
    });
  });

  it('add and remove a tag, but never remove one that was not agreed on', () => {
    expect(toHighLevelExtras(all, { 'x.vip': 'yes' }).value).toMatchObject({ addTags: ['VIP'], removeTags: [] });
    expect(toHighLevelExtras(all, { 'x.vip': 'no' }).value).toMatchObject({ addTags: [], removeTags: ['VIP'] });
    expect(toHighLevelExtras(all, { 'x.vip': undefined }).value).toMatchObject({ addTags: [], removeTags: [] });
    expect(readHighLevelExtras(all, { fields: {}, tags: [] }).values['x.vip']).toBeUndefined();
    expect(readHighLevelExtras(all, { fields: {}, tags: [] }, { 'x.vip': 'yes' }).values['x.vip']).toBe('no');
  });
});
