import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Given, Rule } from '../../../lib/model/rule.ts';
import type { TemplateView } from '../../../lib/model/rules-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useQuery } from '../../use-query.ts';
import { ActError } from '../ActError.tsx';
import { hashOf } from '../use-hash.ts';
import { Picture } from './Picture.tsx';
import { SampleOf } from './SampleOf.tsx';
import { SamplePlay } from './SamplePlay.tsx';
import { StepLines } from './StepLines.tsx';
import { TemplateAsks } from './TemplateAsks.tsx';
import { askKey, rulesFrom, useAdding } from './use-template.ts';
import { templateName, templateText } from './words.ts';

export interface UseTemplateProps {
  template: TemplateView;
  now: number;
  onClose: () => void;
  /** What comes after adding; the editor of the new rule where it is left out. */
  onAdded?: (rules: Rule[]) => void;
}

const PILOT_DAY = 10;
const small = (rule: Rule): Rule => ({
  ...rule,
  on: true,
  pilot: { ...rule.pilot, on: true, perDay: rule.pilot.perDay ?? PILOT_DAY },
});
const openFirst = ([first]: Rule[]) => {
  if (first) location.hash = hashOf('rules', first.id);
};

/** One template: what happens, with an example, what has to be chosen, and two ways to add it. */
export function UseTemplate({ template, now, onClose, onAdded = openFirst }: UseTemplateProps): JSX.Element {
  const [chosen, setChosen] = useState<Record<string, Given>>({});
  const { value: view } = useQuery('connections.view', {}, () => false);
  const { busy, error, add } = useAdding();
  const name = templateName(template.id);
  const missing = template.asks.some((ask) => chosen[askKey(ask)] === undefined);
  const finish = async (change: (rule: Rule) => Rule) => {
    const saved = await add(rulesFrom(template, chosen, now).map(change));
    if (!saved) return;
    onClose();
    onAdded(saved);
  };
  return (
    <Dialog
      title={name}
      closeLabel={i18n.t('console.close')}
      onClose={onClose}
      actions={
        <>
          <Button busy={busy} onClick={() => void finish((rule) => ({ ...rule, on: false }))}>
            {i18n.t('rules.templates.addOff')}
          </Button>
          <Button kind="primary" busy={busy} disabled={missing} onClick={() => void finish(small)}>
            {i18n.t('rules.templates.addPilot', [String(PILOT_DAY)])}
          </Button>
        </>
      }
    >
      <div class="rul-use">
        <About template={template} name={name} />
        <TemplateAsks template={template} view={view} chosen={chosen} onChange={setChosen} />
        <SamplePlay rule={rulesFrom(template, chosen, now)[0]} sample={template.sample} missing={missing} />
        <ActError error={error} />
      </div>
    </Dialog>
  );
}

function About({ template, name }: { template: TemplateView; name: string }): JSX.Element {
  return (
    <>
      <p>{templateText(template.id)}</p>
      <Picture picture={template.picture} label={i18n.t('rules.templates.picture', [name])} />
      {template.rules.map((rule) => (
        <StepLines key={rule.id} rule={rule} />
      ))}
      <SampleOf sample={template.sample} />
    </>
  );
}
