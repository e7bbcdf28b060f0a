import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { Spinner } from '../../ui/Spinner.tsx';
import { useQuery } from '../../use-query.ts';
import { ActError } from '../ActError.tsx';
import { TemplateCard } from '../rules/Templates.tsx';
import { rulesFrom, useAdding } from '../rules/use-template.ts';

/** Those that need nothing chosen come first. */
const SHOWN = 3;

/** One click adds a ready rule, switched off: the next two steps try it and switch it on. */
export function TemplatesStep({ now, again }: { now: number; again: () => void }): JSX.Element {
  const { value, error } = useQuery('rule.templates', {}, () => false);
  const { busy, error: refused, add } = useAdding();
  const first = value?.filter(({ asks }) => asks.length === 0).slice(0, SHOWN);
  const pick = async (template: NonNullable<typeof first>[number]) => {
    if (!busy && (await add(rulesFrom(template, {}, now)))) again();
  };
  return (
    <>
      {value || error ? null : <Spinner label={i18n.t('guide.templates.title')} />}
      <ActError error={error ?? refused} />
      <ul class="rul-gallery">
        {first?.map((template) => (
          <li key={template.id}>
            <TemplateCard template={template} onUse={() => void pick(template)} />
          </li>
        ))}
      </ul>
      <p class="small">
        <a href="#/rules/templates">{i18n.t('guide.templates.more')}</a>
      </p>
    </>
  );
}
