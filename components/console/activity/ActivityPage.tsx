import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LogFormat } from '../../../lib/model/activity-export.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useRoute } from '../use-hash.ts';
import { useNow } from '../use-now.ts';
import { useSaid } from '../use-said.tsx';
import { FilterBar } from './FilterBar.tsx';
import { ANY, type Chosen, filterOf, isAny } from './filter.ts';
import { LogList } from './LogList.tsx';
import { useExport } from './use-export.ts';
import { type Log, type LogFilter, useLog } from './use-log.ts';
import './activity.css';
import { LoadFailed } from '../LoadFailed.tsx';

/** Everything that was decided and written, under filters; `#/activity/LINK` shows one person's. */
export function ActivityPage(): JSX.Element {
  const link = useRoute().sub;
  const [chosen, setChosen] = useState<Chosen>(ANY);
  // Days are the background's: its clock and zone, as last told.
  const told = useRef({ now: 0, timeZone: 'UTC' });
  const filter = filterOf(chosen, link, told.current.now, told.current.timeZone);
  const log = useLog(filter);
  if (log.view) told.current = log.view;
  const { said, say } = useSaid();
  const clear = () => {
    setChosen(ANY);
    if (link) location.hash = '#/activity';
  };
  return (
    <div class="con-body">
      <header class="con-head log-head">
        <div>
          <h1>{i18n.t('activityPage.nav')}</h1>
          <p class="muted">{i18n.t('activityPage.lead')}</p>
        </div>
        <Export filter={filter} say={say} />
      </header>
      <div class="log-bar">
        <FilterBar chosen={chosen} choose={(part) => setChosen({ ...chosen, ...part })} />
        {link ? <OnlyPerson name={log.view?.people[link]} /> : null}
      </div>
      <Shown log={log} narrowed={!isAny(chosen, link)} clear={clear} />
      {said}
    </div>
  );
}

function Export({ filter, say }: { filter: LogFilter; say: (words: string) => void }): JSX.Element {
  const { busy, rows, problem, run } = useExport(say);
  const button = (format: LogFormat, words: string) => (
    <Button busy={busy === format} disabled={busy !== undefined && busy !== format} onClick={() => void run(format, filter)}>
      {words}
    </Button>
  );
  return (
    <div class="log-export">
      {button('csv', i18n.t('activityPage.exportCsv'))}
      {button('json', i18n.t('activityPage.exportJson'))}
      <p class="small muted" role="status">
        {rows === undefined ? null : i18n.t('activityPage.exporting', [String(rows)])}
      </p>
      {problem ? (
        <p class="con-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

function OnlyPerson({ name }: { name: string | undefined }): JSX.Element {
  return (
    <p class="log-only">
      <span>{name ? i18n.t('activityPage.only', [name]) : i18n.t('activityPage.onlyPerson')}</span>
      <a href="#/activity">{i18n.t('activityPage.everyone')}</a>
    </p>
  );
}

function Shown({ log, narrowed, clear }: { log: Log; narrowed: boolean; clear: () => void }): JSX.Element {
  const { view, error, again } = log;
  const now = useNow(view?.now ?? 0);
  if (!view && error) return <LoadFailed error={error} again={again} />;
  if (!view) return <Skeleton lines={9} label={i18n.t('console.loading')} />;
  if (!view.rows.length) return <Nothing narrowed={narrowed} clear={clear} />;
  return (
    <>
      <div class={log.stale ? 'log-stale' : undefined} aria-busy={log.stale ? 'true' : undefined}>
        <LogList view={view} now={now} />
      </div>
      <div class="log-foot">
        {error ? <LoadFailed error={error} again={again} /> : null}
        {view.more ? (
          <Button busy={log.busy} onClick={log.older}>
            {i18n.t('activityPage.older')}
          </Button>
        ) : (
          <p class="muted small">{i18n.t('activityPage.end')}</p>
        )}
        <p class="muted small" role="status">
          {i18n.t('activityPage.count', view.rows.length)}
        </p>
      </div>
    </>
  );
}

function Nothing({ narrowed, clear }: { narrowed: boolean; clear: () => void }): JSX.Element {
  if (narrowed)
    return (
      <Empty
        icon="search"
        title={i18n.t('activityPage.noneMatch')}
        action={<Button onClick={clear}>{i18n.t('activityPage.clear')}</Button>}
      />
    );
  return (
    <Empty icon="clock" title={i18n.t('activityPage.none')}>
      {i18n.t('activityPage.noneMore')}
    </Empty>
  );
}
