import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SyncPairView, SyncView } from '../../../lib/model/console-sync.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useQuery } from '../../use-query.ts';
import { StorageBanner } from '../Banners.tsx';
import { useSaid } from '../use-said.tsx';
import { PairPart } from './PairPart.tsx';
import './mappings.css';
import { LoadFailed } from '../LoadFailed.tsx';

/** What two-way sync keeps equal: per pair of accounts, per kind of record, per field; tried on a real person before it is saved. */
export function MappingsPage(): JSX.Element {
  const { value: view, error, again } = useQuery('sync.view', {}, ({ signal }) => signal === 'store.changed');
  const { said, say } = useSaid();
  return (
    <div class="con-body map-page">
      <header class="con-head">
        <h1>{i18n.t('mappings.title')}</h1>
        <p class="muted">{i18n.t('mappings.lead')}</p>
      </header>
      {view?.storage ? <StorageBanner code={view.storage} /> : null}
      {view ? (
        <Pairs view={view} say={say} />
      ) : error ? (
        <LoadFailed error={error} again={again} />
      ) : (
        <Skeleton lines={9} label={i18n.t('console.loading')} />
      )}
      {said}
    </div>
  );
}

function Pairs({ view, say }: { view: SyncView; say: (words: string) => void }): JSX.Element {
  const [chosen, setChosen] = useState<string>();
  const pair = view.pairs.find((one) => one.clio.id === chosen) ?? view.pairs[0];
  if (!pair) {
    return (
      <Empty
        icon="link"
        title={i18n.t('mappings.noPair')}
        action={
          <a class="button button-primary" href="#/connections">
            {i18n.t('mappings.toConnections')}
          </a>
        }
      >
        {i18n.t('mappings.noPairHint')}
      </Empty>
    );
  }
  return (
    <>
      {view.pairs.length > 1 ? <PairChooser pairs={view.pairs} chosen={pair} choose={setChosen} /> : null}
      <PairPart key={pair.clio.id} view={view} pair={pair} say={say} />
    </>
  );
}

interface PairChooserProps {
  pairs: SyncPairView[];
  chosen: SyncPairView;
  choose: (clio: string) => void;
}

function PairChooser({ pairs, chosen, choose }: PairChooserProps): JSX.Element {
  return (
    <fieldset class="map-firms">
      <legend class="unseen">{i18n.t('mappings.firm')}</legend>
      {pairs.map(({ clio, location }) => (
        <label key={clio.id} class="map-firm">
          <input
            type="radio"
            class="unseen"
            name="map-firm"
            checked={clio.id === chosen.clio.id}
            onChange={() => choose(clio.id)}
          />
          <span class="con-strong">{clio.name}</span>
          <span class="muted small">{i18n.t('mappings.withLocation', [location.name])}</span>
        </label>
      ))}
    </fieldset>
  );
}
