import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import type { Rule } from '../../../lib/model/rule.ts';
import { Field } from '../../ui/Field.tsx';
import { PilotPeople } from './PilotPeople.tsx';
import { pickOf } from './picks.ts';
import { TextList } from './TextList.tsx';

export interface LimitsPartProps {
  rule: Rule;
  connections?: ConnectionsView;
  onChange: (change: (before: Rule) => Rule) => void;
}

/** Where it holds, how small it starts, how often it may run. */
export function LimitsPart({ rule, connections, onChange }: LimitsPartProps): JSX.Element {
  return (
    <>
      <Scope rule={rule} connections={connections} onChange={onChange} />
      <Pilot rule={rule} onChange={onChange} />
      <div class="con-pair-fields">
        <Count
          label={i18n.t('rules.limits.perHour')}
          value={rule.budget.perHour}
          max={10_000}
          onChange={(perHour) => onChange((one) => ({ ...one, budget: { ...one.budget, perHour } }))}
        />
        <Count
          label={i18n.t('rules.limits.perDay')}
          value={rule.budget.perDay}
          max={100_000}
          onChange={(perDay) => onChange((one) => ({ ...one, budget: { ...one.budget, perDay } }))}
        />
      </div>
    </>
  );
}

type Scoped = (name: keyof Rule['scope'], list: string[]) => void;

function Scope({ rule, connections, onChange }: LimitsPartProps): JSX.Element {
  const scope: Scoped = (name, list) =>
    onChange(({ scope: { [name]: _, ...rest }, ...one }) => ({
      ...one,
      scope: list.length > 0 ? { ...rest, [name]: list } : rest,
    }));
  return (
    <>
      <Locations rule={rule} connections={connections} scope={scope} />
      <div class="con-pair-fields">
        <TextList
          label={i18n.t('rules.limits.areas')}
          hint={i18n.t('rules.limits.everywhere')}
          list={rule.scope.practiceAreas ?? []}
          pick={pickOf('matter.practiceArea', rule.trigger.id, connections)}
          onChange={(list) => scope('practiceAreas', list)}
        />
        <TextList
          label={i18n.t('rules.limits.tags')}
          hint={i18n.t('rules.limits.everybody')}
          list={rule.scope.tags ?? []}
          pick={pickOf('highlevel.tags', rule.trigger.id, connections)}
          onChange={(list) => scope('tags', list)}
        />
      </div>
    </>
  );
}

function Locations({ rule, connections, scope }: Omit<LimitsPartProps, 'onChange'> & { scope: Scoped }): JSX.Element | null {
  const locations = connections?.connections.filter(({ system }) => system === 'highlevel') ?? [];
  const chosen = rule.scope.locations ?? [];
  if (locations.length < 2) return null;
  return (
    <fieldset class="rul-checks">
      <legend class="field-label">{i18n.t('rules.limits.locations')}</legend>
      {locations.map(({ account, name }) => (
        <label key={account}>
          <input
            type="checkbox"
            checked={chosen.includes(account)}
            onChange={({ currentTarget: { checked } }) =>
              scope('locations', checked ? [...chosen, account] : chosen.filter((one) => one !== account))
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

const PER_DAY = 10;

function Pilot({ rule, onChange }: Omit<LimitsPartProps, 'connections'>): JSX.Element {
  const { pilot } = rule;
  const put = (next: Partial<Rule['pilot']>) => onChange((one) => ({ ...one, pilot: { ...one.pilot, ...next } }));
  return (
    <fieldset class="rul-group">
      <legend class="unseen">{i18n.t('rules.limits.pilot')}</legend>
      <label class="rul-check">
        <input
          type="checkbox"
          checked={pilot.on}
          onChange={({ currentTarget: { checked } }) => put({ on: checked, perDay: pilot.perDay ?? PER_DAY })}
        />
        {i18n.t('rules.limits.pilot')}
      </label>
      {pilot.on ? (
        <>
          <PilotPeople people={pilot.people} onChange={(people) => put({ people })} />
          <Count
            label={i18n.t('rules.limits.pilotDay')}
            value={pilot.perDay ?? PER_DAY}
            max={100_000}
            onChange={(perDay) => put({ perDay })}
          />
        </>
      ) : null}
    </fieldset>
  );
}

interface CountProps {
  label: string;
  value: number;
  max: number;
  onChange: (value: number) => void;
}

function Count({ label, value, max, onChange }: CountProps): JSX.Element {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          class="input"
          type="number"
          min={1}
          max={max}
          value={value}
          // At each key, so that Save can be pressed at once; what is out of bounds is set right when the field is left.
          onInput={({ currentTarget: { value: typed } }) => {
            if (/^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= max) onChange(Number(typed));
          }}
          onChange={({ currentTarget }) => onChange(Math.min(max, Math.max(1, Math.round(Number(currentTarget.value)) || 1)))}
        />
      )}
    </Field>
  );
}
