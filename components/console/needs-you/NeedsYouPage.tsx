import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AsksView } from '../../../lib/model/console-sync.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Toast, Toasts } from '../../ui/Toast.tsx';
import { useQuery } from '../../use-query.ts';
import { StorageBanner } from '../Banners.tsx';
import { useRoute } from '../use-hash.ts';
import { useNow } from '../use-now.ts';
import { errorWords } from '../words.ts';
import './needs-you.css';
import { LoadFailed } from '../LoadFailed.tsx';
import { TriageColumns } from './TriageColumns.tsx';
import { type Triage, useTriage } from './use-triage.ts';

/** Everything that waits for a person, decided one after the other without leaving the keyboard. */
export function NeedsYouPage(): JSX.Element {
  const { value: view, error, again } = useQuery('asks.view', {}, ({ signal }) => signal === 'store.changed');
  return (
    <div class="con-body ny">
      <header class="con-head">
        <h1>{i18n.t('needsYou.title')}</h1>
        <p class="muted">{i18n.t('needsYou.lead.page')}</p>
      </header>
      {view ? <Loaded view={view} again={again} /> : null}
      {!view && error ? <LoadFailed error={error} again={again} /> : null}
      {!view && !error ? <Skeleton lines={8} label={i18n.t('console.loading')} /> : null}
    </div>
  );
}

/** Whoever comes by the rail or a link starts in the list; a focus that was put elsewhere on the page stays there. */
function useStart(triage: Triage): void {
  const { sub } = useRoute();
  const key = triage.groups.flatMap(({ items }) => items).find((one) => one.key === sub)?.key ?? triage.item?.key;
  const hasRows = key !== undefined;
  useEffect(() => {
    const here = document.activeElement;
    if (key && (sub || here === document.body || here?.matches('.con-page-link'))) triage.go(key);
  }, [hasRows, sub]);
}

function Loaded({ view, again }: { view: AsksView; again: () => void }): JSX.Element {
  const now = useNow(view.now);
  const triage = useTriage(view, again);
  useStart(triage);
  const { item } = triage;
  return (
    <>
      {view.storage ? <StorageBanner code={view.storage} /> : null}
      {item ? <TriageColumns triage={triage} item={item} now={now} more={view.count - view.asks.length} /> : <Nothing />}
      <Said triage={triage} />
    </>
  );
}

/** The last one was decided: the focus must not fall back to the top of the document. */
function Nothing(): JSX.Element {
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('page')?.focus();
  }, []);
  return (
    <div class="ny-nothing">
      <Empty icon="check" title={i18n.t('needsYou.nothing')}>
        {i18n.t('needsYou.nothingMore')}
      </Empty>
    </div>
  );
}

/** The last decision with its way back, and one that was refused. */
function Said({ triage }: { triage: Triage }): JSX.Element {
  const { held, failed } = triage;
  return (
    <div class="con-said">
      <Toasts label={i18n.t('console.said')}>
        {failed ? (
          <Toast
            tone="bad"
            title={i18n.t('needsYou.failed', [failed.held.label])}
            closeLabel={i18n.t('console.dismiss')}
            onClose={triage.dismiss}
          >
            {errorWords(failed.error.code)}
          </Toast>
        ) : null}
        {held ? (
          <Toast
            tone="good"
            title={held.words}
            action={
              <Button kind="quiet" size="small" aria-keyshortcuts="z" onClick={triage.takeBack}>
                {i18n.t('needsYou.undo')}
                <span class="ny-key" aria-hidden="true">
                  Z
                </span>
              </Button>
            }
          >
            <bdi>{held.label}</bdi>
          </Toast>
        ) : null}
      </Toasts>
    </div>
  );
}
