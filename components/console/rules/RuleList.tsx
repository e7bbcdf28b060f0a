import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { RulesView } from '../../../lib/model/rules-view.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useSaid } from '../use-said.tsx';
import { BackfillList } from './BackfillList.tsx';
import { exportRules } from './export-rules.ts';
import { ImportButton } from './ImportButton.tsx';
import { RuleRow } from './RuleRow.tsx';

export interface RuleListProps {
  view: RulesView;
  now: number;
  again: () => void;
  banner: JSX.Element | null;
}

const go = (sub: string) => () => {
  location.hash = `#/rules/${sub}`;
};

/** Every rule with how it goes, and what runs over old records. */
export function RuleList({ view, now, again, banner }: RuleListProps): JSX.Element {
  const { said, say } = useSaid();
  const off = !view.writing.clio && !view.writing.highlevel;
  return (
    <div class="con-body">
      <Head view={view} again={again} say={say} />
      {banner}
      {off && view.rules.some(({ rule }) => rule.on) ? (
        <Banner tone="warn" title={i18n.t('rules.writingOff')}>
          <a href="#/connections">{i18n.t('rules.writingOn')}</a>
        </Banner>
      ) : null}
      {view.rules.length > 0 ? (
        <ul class="rul-list" aria-label={i18n.t('rules.title')}>
          {view.rules.map((one) => (
            <RuleRow key={one.rule.id} view={one} now={now} again={again} say={say} />
          ))}
        </ul>
      ) : (
        <Empty
          icon="flow"
          title={i18n.t('rules.none')}
          action={
            <Button kind="primary" onClick={go('templates')}>
              {i18n.t('rules.fromTemplate')}
            </Button>
          }
        >
          {i18n.t('rules.noneHint')}
        </Empty>
      )}
      <BackfillList backfills={view.backfills} now={now} again={again} />
      {said}
    </div>
  );
}

function Head({ view, again, say }: { view: RulesView; again: () => void; say: (words: string) => void }): JSX.Element {
  return (
    <header class="rul-head">
      <div class="con-head">
        <h1>{i18n.t('rules.title')}</h1>
        <p class="muted">{i18n.t('rules.lead')}</p>
      </div>
      <div class="rul-head-acts">
        <ImportButton done={again} say={say} />
        {view.rules.length > 0 ? (
          <Button onClick={() => void exportRules().then((ok) => !ok && say(i18n.t('rules.exportFailed')))}>
            {i18n.t('rules.export')}
          </Button>
        ) : null}
        <Button icon="add" onClick={go('new')}>
          {i18n.t('rules.new')}
        </Button>
        <Button kind="primary" onClick={go('templates')}>
          {i18n.t('rules.fromTemplate')}
        </Button>
      </div>
    </header>
  );
}
