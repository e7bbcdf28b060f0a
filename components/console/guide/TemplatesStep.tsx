import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { TemplateView } from '../../../lib/model/rules-view.ts';
import { TEMPLATES } from '../../../lib/rules/templates/index.ts';
import { ActError } from '../ActError.tsx';
import { TemplateCard } from '../rules/Templates.tsx';
import { rulesFrom, useAdding } from '../rules/use-template.ts';

/** Those that need nothing chosen come first. */
const FIRST = TEMPLATES.filter(({ asks }) => asks.length === 0).slice(0, 3);

/** One click adds a ready rule, switched off: the next two steps try it and switch it on. */
export function TemplatesStep({ now, again }: { now: number; again: () => void }): JSX.Element {
  const { busy, error: refused, add } = useAdding();
  const pick = async (template: TemplateView) => {
    if (!busy && (await add(rulesFrom(template, {}, now)))) again();
  };
  return (
    <>
      <ActError error={refused} />
      <ul class="rul-gallery">
        {FIRST.map((template) => (
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
