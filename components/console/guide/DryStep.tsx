import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { RulesView } from '../../../lib/model/rules-view.ts';
import { Button } from '../../ui/Button.tsx';
import { DryRunPart } from '../rules/DryRunPart.tsx';

/** The newest rule, played on what is stored. */
export function DryStep({ rules, onDone }: { rules?: RulesView; onDone: () => void }): JSX.Element {
  const newest = rules?.rules.toSorted((one, other) => other.savedAt - one.savedAt)[0];
  return (
    <>
      {newest ? <DryRunPart rule={newest.rule} onDry={() => undefined} /> : <p>{i18n.t('guide.dry.none')}</p>}
      <div class="gui-acts">
        <Button kind={newest ? 'secondary' : 'primary'} onClick={onDone}>
          {i18n.t('guide.next')}
        </Button>
      </div>
    </>
  );
}
