import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Rule } from '../../../lib/model/rule.ts';
import type { DryRunView, RulesView, RuleView } from '../../../lib/model/rules-view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useQuery } from '../../use-query.ts';
import { ActError } from '../ActError.tsx';
import { hashOf } from '../use-hash.ts';
import { useSaid } from '../use-said.tsx';
import { BackfillPart } from './BackfillPart.tsx';
import { ConditionGroup } from './ConditionGroup.tsx';
import { DryRunPart } from './DryRunPart.tsx';
import { groupOf } from './draft.ts';
import { FirmContext, useFirm, useNames } from './firm.ts';
import { LimitsPart } from './LimitsPart.tsx';
import { ProblemList } from './ProblemList.tsx';
import { StepList } from './StepList.tsx';
import { TriggerPart } from './TriggerPart.tsx';
import { type Draft, useDraft } from './use-draft.ts';
import { VersionsPart } from './VersionsPart.tsx';
import { stateOf } from './words.ts';

export interface RuleEditorProps {
  start: Rule;
  /** Left out for a new rule. */
  known?: RuleView;
  view: RulesView;
  again: () => void;
}

/** One rule: when, if, then; beside it what would come of it. */
export function RuleEditor({ start, known, view, again }: RuleEditorProps): JSX.Element {
  const draft = useDraft(start, known === undefined);
  const { said, say } = useSaid();
  const [dry, setDry] = useState<DryRunView>();
  const firm = useFirm();
  const save = async () => {
    const saved = await draft.save();
    if (!saved) return;
    say(i18n.t(draft.rule.on && !saved.on ? 'rules.savedOff' : 'rules.saved'));
    again();
    if (!known) location.hash = hashOf('rules', saved.id);
  };
  return (
    <div class="con-body">
      <EditorHead draft={draft} known={known} onSave={() => void save()} />
      <ActError error={draft.error} />
      {known && known.problems.length > 0 && !draft.dirty ? (
        <Banner tone="warn" title={i18n.t('rules.hasProblems')}>
          <ProblemList problems={known.problems} />
        </Banner>
      ) : null}
      {known?.state.paused ? (
        <Banner tone="bad" title={i18n.t('rules.pausedTitle')}>
          {stateOf(known).words}
        </Banner>
      ) : null}
      <FirmContext.Provider value={firm}>
        <div class="rul-columns">
          <RuleForm draft={draft} dry={dry} />
          <Aside draft={draft} known={known} view={view} again={again} onDry={setDry} />
        </div>
      </FirmContext.Provider>
      {said}
    </div>
  );
}

function EditorHead({ draft, known, onSave }: { draft: Draft; known?: RuleView; onSave: () => void }): JSX.Element {
  const { rule, dirty, busy, change } = draft;
  const state = known && stateOf(known);
  return (
    <header class="rul-editor-head">
      <a class="rul-back" href="#/rules">
        <Icon name="back" size={14} /> {i18n.t('rules.all')}
      </a>
      <h1 class="unseen">{rule.name}</h1>
      <div class="rul-title-line">
        <input
          class="input rul-title"
          aria-label={i18n.t('rules.name')}
          maxLength={120}
          value={rule.name}
          onInput={({ currentTarget: { value } }) => change((one) => ({ ...one, name: value }))}
        />
        {state ? <Badge tone={state.tone}>{state.words}</Badge> : null}
        {draft.isChanged ? <Button onClick={draft.discard}>{i18n.t('rules.discard')}</Button> : null}
        <Button kind="primary" busy={busy} disabled={!dirty || !rule.name.trim()} onClick={onSave}>
          {i18n.t('rules.save')}
        </Button>
      </div>
    </header>
  );
}

function RuleForm({ draft, dry }: { draft: Draft; dry?: DryRunView }): JSX.Element {
  const { rule, change } = draft;
  const { value: connections } = useQuery('connections.view', {}, ({ signal }) => signal === 'store.changed');
  const groups = useNames(rule.trigger.id);
  const preview = dry?.cases.find((one) => !one.skipped);
  return (
    <div class="rul-form">
      <Card title={i18n.t('rules.when')} level={2}>
        <TriggerPart trigger={rule.trigger} onChange={(trigger) => change((one) => ({ ...one, trigger }))} />
      </Card>
      <Card title={i18n.t('rules.if')} level={2}>
        <ConditionGroup
          group={groupOf(rule.conditions)}
          groups={groups}
          trigger={rule.trigger.id}
          connections={connections}
          onChange={(conditions) => change((one) => ({ ...one, conditions }))}
        />
      </Card>
      <Card title={i18n.t('rules.then')} level={2}>
        <StepList
          rule={rule}
          steps={rule.steps}
          connections={connections}
          preview={preview?.steps}
          label={i18n.t('rules.then')}
          onChange={(steps) => change((one) => ({ ...one, steps }))}
        />
      </Card>
      <Card title={i18n.t('rules.limits.title')} level={2}>
        <LimitsPart rule={rule} connections={connections} onChange={change} />
      </Card>
    </div>
  );
}

type Side = 'dry' | 'versions' | 'backfill';
interface AsideProps extends Omit<RuleEditorProps, 'start'> {
  draft: Draft;
  onDry: (dry: DryRunView) => void;
}

function Aside({ draft, known, view, again, onDry }: AsideProps): JSX.Element {
  const [chosen, setChosen] = useState<Side>('dry');
  const tabs = [
    { id: 'dry' as const, label: i18n.t('rules.dry.title') },
    ...(known
      ? [
          { id: 'backfill' as const, label: i18n.t('rules.backfill.title') },
          { id: 'versions' as const, label: i18n.t('rules.versions.title') },
        ]
      : []),
  ];
  return (
    <aside class="card rul-aside" aria-label={i18n.t('rules.beside')}>
      <Tabs label={i18n.t('rules.beside')} tabs={tabs} chosen={chosen} onChoose={setChosen}>
        {chosen === 'dry' ? <DryRunPart rule={draft.rule} onDry={onDry} /> : null}
        {chosen === 'backfill' && known ? <BackfillPart known={known} dirty={draft.dirty} view={view} again={again} /> : null}
        {chosen === 'versions' && known ? (
          <VersionsPart
            rule={known.rule}
            onRestored={(rule) => {
              draft.reset(rule);
              again();
            }}
          />
        ) : null}
      </Tabs>
    </aside>
  );
}
