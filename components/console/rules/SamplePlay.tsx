import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Rule } from '../../../lib/model/rule.ts';
import type { TemplateView } from '../../../lib/model/rules-view.ts';
import { Button } from '../../ui/Button.tsx';
import { ActError } from '../ActError.tsx';
import { DryCases } from './DryCases.tsx';
import { ProblemList } from './ProblemList.tsx';
import { useAsk } from './use-ask.ts';

export interface SamplePlayProps {
  rule: Rule | undefined;
  sample: TemplateView['sample'];
  /** Something has to be chosen first. */
  missing: boolean;
}

/** A ready rule played on its own example, in the accounts that are connected. Nothing is sent. */
export function SamplePlay({ rule, sample, missing }: SamplePlayProps): JSX.Element {
  const { ask, busy, value, error } = useAsk('rule.dry-run');
  return (
    <div class="rul-dry">
      <Button busy={busy} disabled={missing || !rule} onClick={() => rule && void ask({ rule, against: { sample } })}>
        {i18n.t('rules.templates.play')}
      </Button>
      <ActError error={error} />
      <div aria-live="polite">
        {value?.problems.length ? <ProblemList problems={value.problems} /> : null}
        {value ? <DryCases cases={value.cases} now={value.now} /> : null}
      </div>
    </div>
  );
}
