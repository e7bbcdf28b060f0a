import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { PrivacyView } from '../../../lib/model/settings-view.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useQuery } from '../../use-query.ts';
import { StorageBanner } from '../Banners.tsx';
import { EraseEverything } from '../EraseEverything.tsx';
import { useSaid } from '../use-said.tsx';
import { ExportCard } from './ExportCard.tsx';
import { KeepCard } from './KeepCard.tsx';
import { KeptCard } from './KeptCard.tsx';
import { MattersCard } from './MattersCard.tsx';
import { WordsCard } from './WordsCard.tsx';
import './privacy.css';
import { LoadFailed } from '../LoadFailed.tsx';

const changed = ({ signal }: { signal: string }) => signal === 'store.changed';

/** What is kept, for how long, what the guard holds back, and the ways out: a file with everything, and erasing it. */
export function PrivacyPage(): JSX.Element {
  const { value: view, error, again } = useQuery('privacy.view', {}, changed);
  const { said, say } = useSaid();
  return (
    <div class="con-body">
      <header class="con-head">
        <h1>{i18n.t('privacy.title')}</h1>
        <p class="muted">{i18n.t('privacy.lead')}</p>
      </header>
      {view?.storage ? <StorageBanner code={view.storage} /> : null}
      {view ? (
        <Cards view={view} say={say} />
      ) : error ? (
        <LoadFailed error={error} again={again} />
      ) : (
        <Skeleton lines={8} label={i18n.t('console.loading')} />
      )}
      <Erase say={say} />
      {said}
    </div>
  );
}

function Cards({ view, say }: { view: PrivacyView; say: (words: string) => void }): JSX.Element {
  return (
    <div class="con-columns">
      <div class="pri-column">
        <KeptCard view={view} />
        <KeepCard days={view.keepDays} say={say} />
        <ExportCard accounts={view.accounts} />
      </div>
      <div class="pri-column">
        <WordsCard view={view} say={say} />
        <MattersCard view={view} say={say} />
      </div>
    </div>
  );
}

/** What erasing takes away is counted from the connections. */
function Erase({ say }: { say: (words: string) => void }): JSX.Element | null {
  const { value } = useQuery('connections.view', {}, changed);
  return value ? <EraseEverything view={value} done={(words) => (words ? say(words) : undefined)} /> : null;
}
