import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PersonRowView } from '../../../lib/model/console-sync.ts';
import type { Rule } from '../../../lib/model/rule.ts';
import type { DryRunView } from '../../../lib/model/rules-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ActError } from '../ActError.tsx';
import { DryCases } from './DryCases.tsx';
import { PersonPick } from './PersonPick.tsx';
import { ProblemList } from './ProblemList.tsx';
import { useAsk } from './use-ask.ts';
import '../../form/form.css';

/** Plays the rule as it stands, saved or not, on what is stored. Nothing is sent. */
export function DryRunPart({ rule, onDry }: { rule: Rule; onDry: (dry: DryRunView) => void }): JSX.Element {
  const run = useAsk('rule.dry-run');
  const [person, setPerson] = useState<PersonRowView>();
  const [choosing, setChoosing] = useState(false);
  const against = async (who: PersonRowView | undefined) => {
    const [link] = who?.links ?? [];
    const dry = await run.ask({ rule, against: link ? { link } : 'last-50' });
    if (dry) onDry(dry);
  };
  const one = (who: PersonRowView) => {
    setPerson(who);
    setChoosing(false);
    void against(who);
  };
  return (
    <div class="rul-dry">
      <p class="con-sealed">
        <Icon name="shield" size={14} />
        <span>{i18n.t('rules.dry.hint')}</span>
      </p>
      <div class="rul-dry-acts">
        <Button kind="primary" busy={run.busy} onClick={() => void against(undefined)}>
          {i18n.t('rules.dry.last50')}
        </Button>
        <Button aria-expanded={choosing ? 'true' : 'false'} onClick={() => setChoosing(!choosing)}>
          {i18n.t('rules.dry.person')}
        </Button>
        {person ? (
          <Button kind="quiet" onClick={() => void against(person)}>
            {i18n.t('rules.dry.again', [person.name])}
          </Button>
        ) : null}
      </div>
      {choosing ? <PersonPick label={i18n.t('rules.findPerson')} show="linked" onPick={one} /> : null}
      <ActError error={run.error} />
      <div aria-live="polite">{run.value ? <DryResult dry={run.value} /> : null}</div>
    </div>
  );
}

/** What would come of it, case by case. */
export function DryResult({ dry }: { dry: DryRunView }): JSX.Element {
  const { problems, cases, fired, writes, calls } = dry;
  if (problems.length > 0) {
    return (
      <div class="con-note con-note-warn">
        <div>
          <p>{i18n.t('rules.dry.problems')}</p>
          <ProblemList problems={problems} />
        </div>
      </div>
    );
  }
  if (cases.length === 0) return <p class="muted">{i18n.t('rules.dry.none')}</p>;
  return (
    <>
      <p class="rul-dry-sum nums">
        <strong>{i18n.t('rules.dry.fired', [String(fired), String(cases.length)])}</strong>{' '}
        {i18n.t('rules.dry.calls', [String(writes), String(calls)])}
      </p>
      <DryCases cases={cases} now={dry.now} />
    </>
  );
}
