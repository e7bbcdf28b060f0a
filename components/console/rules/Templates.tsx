import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TemplateView } from '../../../lib/model/rules-view.ts';
import { TEMPLATES } from '../../../lib/rules/templates/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { Picture } from './Picture.tsx';
import { UseTemplate } from './UseTemplate.tsx';
import { templateName, templateText } from './words.ts';

/** The gallery of ready rules. One click opens one, the next adds it. */
export function Templates({ now }: { now: number }): JSX.Element {
  const [text, setText] = useState('');
  const [open, setOpen] = useState<TemplateView>();
  const wanted = text.trim().toLowerCase();
  const shown = TEMPLATES.filter(({ id }) => `${templateName(id)} ${templateText(id)}`.toLowerCase().includes(wanted));
  return (
    <div class="con-body">
      <header class="con-head">
        <a class="rul-back" href="#/rules">
          <Icon name="back" size={14} /> {i18n.t('rules.all')}
        </a>
        <h1>{i18n.t('rules.templates.title')}</h1>
        <p class="muted">{i18n.t('rules.templates.lead')}</p>
      </header>
      <SearchInput class="rul-search" label={i18n.t('rules.templates.search')} value={text} onSearch={setText} />
      <ul class="rul-gallery">
        {shown.map((template) => (
          <li key={template.id}>
            <TemplateCard template={template} onUse={() => setOpen(template)} />
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p class="muted">{i18n.t('rules.templates.none')}</p> : null}
      {open ? <UseTemplate template={open} now={now} onClose={() => setOpen(undefined)} /> : null}
    </div>
  );
}

export function TemplateCard({ template, onUse }: { template: TemplateView; onUse: () => void }): JSX.Element {
  const name = templateName(template.id);
  return (
    <article class="card rul-template" aria-label={name}>
      <h2 class="rul-template-name">{name}</h2>
      <Picture picture={template.picture} label={i18n.t('rules.templates.picture', [name])} />
      <p class="muted small">{templateText(template.id)}</p>
      <div class="rul-template-foot">
        <Button size="small" aria-label={i18n.t('rules.templates.useWhat', [name])} onClick={onUse}>
          {i18n.t('rules.templates.use')}
        </Button>
        {template.rules.length > 1 ? (
          <span class="muted small">{i18n.t('rules.templates.rules', [String(template.rules.length)])}</span>
        ) : null}
      </div>
    </article>
  );
}
