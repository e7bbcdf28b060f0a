import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ReconcileView, SourceView, SyncPairView, SyncView } from '../../../lib/model/console-sync.ts';
import { Button } from '../../ui/Button.tsx';
import { inWords } from '../../ui/time.ts';
import { ActError } from '../ActError.tsx';
import { useNow } from '../use-now.ts';
import { useSend } from '../use-send.ts';
import { ago, errorWords, systemName, timeWords } from '../words.ts';
import { count, sourceWords } from './words.ts';

/** How reading goes, source by source, and the comparison of everybody. */
export function StateCard({ view, pair }: { view: SyncView; pair: SyncPairView }): JSX.Element {
  const id = useId();
  const now = useNow(view.now);
  const act = useSend('reconcile.run');
  const { reconciling, sources, choice, lastReconcile } = pair;
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('mappings.state.title')}</h2>
      {choice.on && sources.length ? (
        <Sources sources={sources} now={now} />
      ) : (
        <p class="muted small">{i18n.t('mappings.state.none')}</p>
      )}
      {lastReconcile ? <Report report={lastReconcile} /> : null}
      {reconciling ? (
        <div>
          <p class="small" role="status">
            {i18n.t('mappings.state.comparing', [count(reconciling.done), count(reconciling.of)])}
          </p>
          <progress
            class="map-progress"
            max={Math.max(1, reconciling.of)}
            value={reconciling.done}
            aria-label={i18n.t('mappings.state.compare')}
          />
        </div>
      ) : (
        <Button icon="refresh" busy={act.busy} disabled={!choice.on} onClick={() => act.run({ clio: pair.clio.id })}>
          {i18n.t('mappings.state.compare')}
        </Button>
      )}
      <ActError error={act.error} />
    </section>
  );
}

function Sources({ sources, now }: { sources: SourceView[]; now: number }): JSX.Element {
  return (
    <table class="map-table map-sources">
      <caption class="unseen">{i18n.t('mappings.state.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('mappings.state.what')}</th>
          <th scope="col">{i18n.t('mappings.state.last')}</th>
          <th scope="col">{i18n.t('mappings.state.next')}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((one) => (
          <tr key={`${one.system}${one.id}`}>
            <th scope="row">
              {sourceWords(one.id)} <span class="muted map-aside">{systemName(one.system)}</span>
              {one.problem ? <span class="con-reason map-aside">{errorWords(one.problem, one.system)}</span> : null}
            </th>
            <td>{one.at ? ago(one.at, now) : i18n.t('mappings.sync.never')}</td>
            <td>{inWords(one.nextAt, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const NAMED = 5;

function Report({ report }: { report: ReconcileView }): JSX.Element {
  const { at, links, drift, agreed, unread, missing } = report;
  return (
    <div class="map-report small">
      <p>{i18n.t('mappings.state.report', [timeWords(at), count(links), count(agreed), count(drift)])}</p>
      {unread ? <p class="con-reason">{i18n.t('mappings.state.unread', [count(unread)])}</p> : null}
      {missing.length ? (
        <p>
          <span class="con-strong">{i18n.t('mappings.state.missing')}: </span>
          {missing
            .slice(0, NAMED)
            .map(({ name, side }) => `${name} (${systemName(side)})`)
            .join(', ')}
          {missing.length > NAMED ? ` +${missing.length - NAMED}` : ''}
        </p>
      ) : null}
      {drift || missing.length ? <a href="#/needs-you">{i18n.t('mappings.state.asked')}</a> : null}
    </div>
  );
}
