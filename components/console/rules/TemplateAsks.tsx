import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import type { Given } from '../../../lib/model/rule.ts';
import type { TemplateView } from '../../../lib/model/rules-view.ts';
import { FormField } from '../../form/FormField.tsx';
import { askKey } from './use-template.ts';
import '../../form/form.css';

export interface TemplateAsksProps {
  template: TemplateView;
  view?: ConnectionsView;
  chosen: Record<string, Given>;
  onChange: (chosen: Record<string, Given>) => void;
}

/** What only the firm knows: its calendar, its workflow, who the task is for. */
export function TemplateAsks({ template, view, chosen, onChange }: TemplateAsksProps): JSX.Element | null {
  if (template.asks.length === 0) return null;
  const asks = [...new Map(template.asks.map((ask) => [askKey(ask), ask])).values()];
  return (
    <fieldset class="form-fields">
      <legend class="eyebrow">{i18n.t('rules.templates.choose')}</legend>
      {asks.map((ask) => {
        const { at, entity, system } = ask;
        const key = askKey(ask);
        const connection = view?.connections.find((one) => one.system === system && one.state === 'ok')?.id;
        return (
          <FormField
            key={key}
            field={{
              name: entity === 'custom-field' ? 'customFields' : (at.split('.').at(-1) ?? at),
              kind: 'record',
              entity,
              required: true,
              max: 64,
              in: 'input',
              at,
            }}
            system={system}
            connection={connection}
            value={chosen[key]}
            onChange={(value) => {
              const { [key]: _, ...rest } = chosen;
              onChange(value === undefined ? rest : { ...rest, [key]: value });
            }}
          />
        );
      })}
    </fieldset>
  );
}
