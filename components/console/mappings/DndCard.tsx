import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CustomFieldView } from '../../../lib/model/console-sync.ts';
import type { DndChoice } from '../../../lib/model/sync.ts';
import { Field } from '../../ui/Field.tsx';
import { Pick } from './Pick.tsx';
import type { PartProps } from './part-props.ts';

/** Kinds of Clio fields that can say a yes or no. */
const VARIANTS: Record<string, DndChoice['variant']> = { checkbox: 'checkbox', picklist: 'picklist', text_line: 'text' };

function usual(field: CustomFieldView): DndChoice {
  const { id, options = [] } = field;
  const variant = VARIANTS[field.type ?? ''] ?? 'text';
  if (variant === 'checkbox') return { id, variant };
  if (variant === 'text') return { id, variant, yes: 'Yes', no: 'No' };
  const like = (word: RegExp) => options.find((one) => word.test(one.name))?.id;
  const yes = like(/^(y|yes|true|dnd|do not)/i) ?? options[0]?.id ?? '';
  return { id, variant, yes, no: like(/^(n|no|false)\b/i) ?? options.find((one) => one.id !== yes)?.id };
}

/** Which Clio custom field stands for HighLevel's do-not-disturb, and what in it means yes. */
export function DndCard({ pair, choice, change }: PartProps): JSX.Element {
  const id = useId();
  const fields = pair.customFields.clio.filter(
    ({ type, options }) => VARIANTS[type ?? ''] && (type !== 'picklist' || options?.length),
  );
  const { dnd } = choice;
  const field = fields.find((one) => one.id === dnd?.id);
  const choose = (chosen: string | undefined) => {
    const next = fields.find((one) => one.id === chosen);
    change({ dnd: next && usual(next) });
  };
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('mappings.dnd.title')}</h2>
      <div class="con-pair-fields">
        <Pick
          label={i18n.t('mappings.dnd.field')}
          hint={fields.length ? undefined : i18n.t('mappings.dnd.missing')}
          none={i18n.t('mappings.dnd.none')}
          value={dnd?.id}
          places={fields}
          onChoose={choose}
        />
        {dnd && dnd.variant !== 'checkbox' ? <Words dnd={dnd} field={field} put={(next) => change({ dnd: next })} /> : null}
      </div>
      {dnd && dnd.variant !== 'checkbox' && !dnd.no ? <p class="con-reason small">{i18n.t('mappings.dnd.noWarning')}</p> : null}
    </section>
  );
}

type Worded = Exclude<DndChoice, { variant: 'checkbox' }>;

function Words({ dnd, field, put }: { dnd: Worded; field?: CustomFieldView; put: (dnd: DndChoice) => void }): JSX.Element {
  const set = (which: 'yes' | 'no', value: string) => {
    if (which === 'yes') put({ ...dnd, yes: value || dnd.yes });
    else put({ ...dnd, no: value || undefined });
  };
  return (
    <>
      {(['yes', 'no'] as const).map((which) => (
        <Field key={which} label={i18n.t(which === 'yes' ? 'mappings.dnd.yes' : 'mappings.dnd.no')}>
          {(control) =>
            dnd.variant === 'picklist' ? (
              <select
                {...control}
                class="input"
                value={dnd[which] ?? ''}
                onChange={(event) => set(which, event.currentTarget.value)}
              >
                {which === 'no' ? <option value="">{i18n.t('mappings.dnd.noNo')}</option> : null}
                {field?.options?.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            ) : (
              <input
                {...control}
                class="input"
                maxLength={100}
                value={dnd[which] ?? ''}
                onChange={(event) => set(which, event.currentTarget.value.trim())}
              />
            )
          }
        </Field>
      ))}
    </>
  );
}
