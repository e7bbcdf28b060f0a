import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CustomFieldView, SyncPairView } from '../../../lib/model/console-sync.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { canCarry, type Extra, extraWarnings, kindOf, makeExtra } from './extras.ts';
import { Warnings } from './Warnings.tsx';
import { kindWords, lookUp } from './words.ts';

interface AddExtraProps {
  fields: SyncPairView['customFields'];
  others: Extra[];
  onAdd: (extra: Extra) => void;
  onClose: () => void;
}

/** No id of a field. */
const TAG = '#tag';

/** Two lists and a name; what the pair can't hold is said before it is added. */
export function AddExtra({ fields, others, onAdd, onClose }: AddExtraProps): JSX.Element {
  const [clioId, setClio] = useState('');
  const [otherId, setOther] = useState('');
  const [tag, setTag] = useState('');
  const [named, setName] = useState<string>();
  const clio = fields.clio.find((one) => one.id === clioId);
  const other = fields.highlevel.find((one) => one.id === otherId);
  const name = (named ?? clio?.name ?? '').trim().slice(0, 100);
  const target = otherId === TAG ? tag.trim().toLowerCase() : other;
  const made = clio && target && name ? makeExtra(name, clio, target, others) : undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (made) onAdd(made);
  };
  return (
    <form class="map-add" onSubmit={submit}>
      <FieldChoice label={i18n.t('mappings.extras.clio')} fields={fields.clio} value={clioId} onChoose={setClio} />
      <FieldChoice
        label={i18n.t('mappings.extras.other')}
        fields={fields.highlevel}
        value={otherId}
        onChoose={setOther}
        withTag
      />
      {otherId === TAG ? <Text label={i18n.t('mappings.extras.tagName')} value={tag} onInput={setTag} /> : null}
      <Text label={i18n.t('mappings.extras.name')} value={named ?? clio?.name ?? ''} onInput={setName} />
      {made && clio ? <Warnings found={extraWarnings(made, clio, other)} /> : null}
      <div class="con-submit">
        <Button kind="primary" type="submit" disabled={!made}>
          {i18n.t('mappings.extras.submit')}
        </Button>
        <Button onClick={onClose}>{i18n.t('console.cancel')}</Button>
      </div>
    </form>
  );
}

interface FieldChoiceProps {
  label: string;
  fields: CustomFieldView[];
  value: string;
  onChoose: (id: string) => void;
  withTag?: boolean;
}

function FieldChoice({ label, fields, value, onChoose, withTag }: FieldChoiceProps): JSX.Element {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} class="input" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
          <option value="">{i18n.t('mappings.extras.choose')}</option>
          {withTag ? <option value={TAG}>{lookUp('mappings.extras.tag')}</option> : null}
          {fields.filter(canCarry).map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} ({kindWords(kindOf(one) ?? '')})
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Text({ label, value, onInput }: { label: string; value: string; onInput: (value: string) => void }): JSX.Element {
  return (
    <Field label={label}>
      {(control) => (
        <input {...control} class="input" maxLength={100} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
    </Field>
  );
}
