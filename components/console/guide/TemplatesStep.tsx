import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { RulesView, TemplateView } from '../../../lib/model/rules-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useQuery } from '../../use-query.ts';
import { ActError } from '../ActError.tsx';
import { TemplateCard } from '../rules/Templates.tsx';
import { UseTemplate } from '../rules/UseTemplate.tsx';

export interface TemplatesStepProps {
  now: number;
  rules?: RulesView;
  again: () => void;
  onSkip: () => void;
}

/** Those that need nothing chosen come first: they are on after two clicks. */
const SHOWN = 3;

export function TemplatesStep({ now, again, onSkip }: TemplatesStepProps): JSX.Element {
  const { value, error } = useQuery('rule.templates', {}, () => false);
  const [open, setOpen] = useState<TemplateView>();
  const first = value?.filter(({ asks }) => asks.length === 0).slice(0, SHOWN);
  return (
    <>
      {value || error ? null : <Spinner label={i18n.t('guide.templates.title')} />}
      <ActError error={error} />
      <ul class="rul-gallery">
        {first?.map((template) => (
          <li key={template.id}>
            <TemplateCard template={template} onUse={() => setOpen(template)} />
          </li>
        ))}
      </ul>
      <div class="gui-acts">
        <a href="#/rules/templates">{i18n.t('guide.templates.more')}</a>
        <Button kind="quiet" onClick={onSkip}>
          {i18n.t('guide.templates.skip')}
        </Button>
      </div>
      {open ? <UseTemplate template={open} now={now} onClose={() => setOpen(undefined)} onAdded={again} /> : null}
    </>
  );
}
