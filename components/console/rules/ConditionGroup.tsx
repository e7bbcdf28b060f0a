import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import type { Condition } from '../../../lib/model/rule.ts';
import { operatorsFor } from '../../../lib/rules/operators.ts';
import { Button } from '../../ui/Button.tsx';
import { type Group, isTest, partsOf, put, withParts } from './draft.ts';
import type { NameGroup } from './names.ts';
import { TestRow } from './TestRow.tsx';

const DEEPEST = 4;

export interface ConditionGroupProps {
  group: Group;
  groups: NameGroup[];
  trigger: string;
  connections?: ConnectionsView;
  depth?: number;
  onChange: (group: Group) => void;
  onRemove?: () => void;
}

const firstTest = (): Condition => ({ field: 'record.id', operator: operatorsFor('record.id')[0]?.id ?? 'is', value: '' });

/** All of these, or any of these; groups lie in groups. */
export function ConditionGroup({ group, depth = 0, onChange, onRemove, ...around }: ConditionGroupProps): JSX.Element {
  const parts = partsOf(group);
  const set = (next: Condition[]) => onChange(withParts(group, next));
  return (
    <fieldset class="rul-group" aria-label={i18n.t('rules.conditions')}>
      <div class="rul-group-head">
        <select
          class="input"
          aria-label={i18n.t('rules.howMany')}
          value={'all' in group ? 'all' : 'any'}
          onChange={(event) => onChange(event.currentTarget.value === 'all' ? { all: parts } : { any: parts })}
        >
          <option value="all">{i18n.t('rules.allOf')}</option>
          <option value="any">{i18n.t('rules.anyOf')}</option>
        </select>
        {onRemove ? (
          <Button kind="quiet" size="small" icon="close" aria-label={i18n.t('rules.removeGroup')} onClick={onRemove} />
        ) : null}
      </div>
      {parts.length === 0 ? <p class="muted small">{i18n.t(depth === 0 ? 'rules.always' : 'rules.emptyGroup')}</p> : null}
      {parts.map((part, at) => {
        const props = { ...around, onRemove: () => set(put(parts, at, undefined)) };
        return isTest(part) ? (
          <TestRow key={at} {...props} test={part} onChange={(next) => set(put(parts, at, next))} />
        ) : (
          <ConditionGroup key={at} {...props} group={part} depth={depth + 1} onChange={(next) => set(put(parts, at, next))} />
        );
      })}
      <Add group={group} deepest={depth >= DEEPEST} onAdd={(one) => set([...parts, one])} />
    </fieldset>
  );
}

function Add({ group, deepest, onAdd }: { group: Group; deepest: boolean; onAdd: (one: Condition) => void }): JSX.Element {
  return (
    <div class="rul-group-foot">
      <Button kind="quiet" size="small" icon="add" onClick={() => onAdd(firstTest())}>
        {i18n.t('rules.addCondition')}
      </Button>
      {deepest ? null : (
        <Button kind="quiet" size="small" icon="add" onClick={() => onAdd('all' in group ? { any: [] } : { all: [] })}>
          {i18n.t('rules.addGroup')}
        </Button>
      )}
    </div>
  );
}
