import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { RulesView } from '../../../lib/model/rules-view.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useQuery } from '../../use-query.ts';
import { StorageBanner } from '../Banners.tsx';
import { LoadFailed } from '../LoadFailed.tsx';
import { useRoute } from '../use-hash.ts';
import { useNow } from '../use-now.ts';
import { blankRule } from './draft.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleList } from './RuleList.tsx';
import { Templates } from './Templates.tsx';
import './rules.css';

/** All rules, the gallery of ready ones, or one rule: by the address below the page. */
export function RulesPage(): JSX.Element {
  const { value: view, error, again } = useQuery('rules.view', {}, ({ signal }) => signal === 'store.changed');
  if (view) return <Loaded view={view} again={again} />;
  return (
    <div class="con-body">
      <h1>{i18n.t('rules.title')}</h1>
      {error ? <LoadFailed error={error} again={again} /> : <Skeleton lines={8} label={i18n.t('rules.title')} />}
    </div>
  );
}

function Loaded({ view, again }: { view: RulesView; again: () => void }): JSX.Element {
  const now = useNow(view.now);
  const { sub } = useRoute();
  const banner = view.storage ? <StorageBanner code={view.storage} /> : null;
  if (sub === 'templates') return <Templates now={view.now} />;
  if (sub === 'new')
    return <RuleEditor key="new" start={blankRule(i18n.t('rules.newName'), view.now)} view={view} again={again} />;
  const known = view.rules.find(({ rule }) => rule.id === sub);
  if (known) return <RuleEditor key={known.rule.id} start={known.rule} known={known} view={view} again={again} />;
  return <RuleList view={view} now={now} again={again} banner={banner} />;
}
