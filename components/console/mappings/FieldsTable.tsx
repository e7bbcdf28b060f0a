import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { FieldView } from '../../../lib/model/console-sync.ts';
import type { Place } from '../../../lib/model/panel.ts';
import type { Direction, EntityChoice, FieldChoice, Policy, SyncEntity } from '../../../lib/model/sync.ts';
import { Options } from './Pick.tsx';
import { POLICIES } from './PolicySelect.tsx';
import { directionWords, entityWords, fieldName, policyWords } from './words.ts';

interface FieldsTableProps {
  entity: SyncEntity;
  fields: FieldView[];
  choice: EntityChoice;
  set: (part: Partial<EntityChoice>) => void;
}

/** Field by field; what nobody chose follows the kind of record. Fields that a person named have a card of their own. */
export function FieldsTable({ entity, fields, choice, set }: FieldsTableProps): JSX.Element {
  const put = (id: string, part: FieldChoice) => {
    const { [id]: old, ...others } = choice.fields;
    const next = Object.entries({ ...old, ...part }).filter(([, value]) => value !== undefined && value !== false);
    set({ fields: next.length ? { ...others, [id]: Object.fromEntries(next) } : others });
  };
  return (
    <div class="map-fields">
      <table class="map-table">
        <caption class="unseen">{i18n.t('mappings.entities.fields', [entityWords(entity)])}</caption>
        <thead>
          <tr>
            <th scope="col">{i18n.t('mappings.field.name')}</th>
            <th scope="col">{i18n.t('mappings.field.direction')}</th>
            <th scope="col">{i18n.t('mappings.field.policy')}</th>
            <th scope="col">{i18n.t('mappings.field.refill')}</th>
          </tr>
        </thead>
        <tbody>
          {fields
            .filter((one) => one.name === undefined)
            .map((field) => (
              <FieldRow key={field.id} field={field} chosen={choice.fields[field.id] ?? {}} put={(part) => put(field.id, part)} />
            ))}
        </tbody>
      </table>
      <p class="small muted">{i18n.t('mappings.field.refillHint')}</p>
    </div>
  );
}

interface FieldRowProps {
  field: FieldView;
  chosen: FieldChoice;
  put: (part: FieldChoice) => void;
}

function FieldRow({ field, chosen, put }: FieldRowProps): JSX.Element {
  const name = fieldName(field);
  return (
    <tr>
      <th scope="row">
        {name}
        {field.id === 'company' ? <span class="muted small map-aside">{i18n.t('mappings.field.createOnly')}</span> : null}
      </th>
      <td>
        <Own
          label={i18n.t('mappings.field.directionOf', [name])}
          value={chosen.direction}
          options={field.directions.map((id) => ({ id, name: directionWords(id) }))}
          onChoose={(one) => put({ direction: one as Direction | undefined })}
        />
      </td>
      <td>
        <Own
          label={i18n.t('mappings.field.policyOf', [name])}
          value={chosen.policy}
          options={POLICIES.map((id) => ({ id, name: policyWords(id) }))}
          onChoose={(one) => put({ policy: one as Policy | undefined })}
        />
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={i18n.t('mappings.field.refillOf', [name])}
          checked={chosen.refill === true}
          onChange={(event) => put({ refill: event.currentTarget.checked })}
        />
      </td>
    </tr>
  );
}

interface OwnProps {
  label: string;
  value: string | undefined;
  options: Place[];
  onChoose: (id: string | undefined) => void;
}

/** A choice of its own, or none: then the field follows its kind of record. */
function Own({ label, value, options, onChoose }: OwnProps): JSX.Element {
  return (
    <select
      class="input map-select"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value || undefined)}
    >
      <option value="">{i18n.t('mappings.field.as')}</option>
      <Options places={options} kept={value} />
    </select>
  );
}
