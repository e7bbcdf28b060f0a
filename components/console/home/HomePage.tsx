import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { HomeDays, HomeView } from '../../../lib/model/console-home.ts';
import { earlyValue } from '../../early.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { type Query, useQuery } from '../../use-query.ts';
import { StorageBanner } from '../Banners.tsx';
import { FIRST_HOME } from '../first-questions.ts';
import { GuideCall } from '../guide/GuideCall.tsx';
import { LoadFailed } from '../LoadFailed.tsx';
import { useNow } from '../use-now.ts';
import { ActivityChart } from './ActivityChart.tsx';
import { LatestCard } from './LatestCard.tsx';
import { LeadsCard } from './LeadsCard.tsx';
import { LimitsCard } from './LimitsCard.tsx';
import { NeedsCard } from './NeedsCard.tsx';
import { RunsCard } from './RunsCard.tsx';
import { SpanSwitch } from './SpanSwitch.tsx';
import { Tiles } from './Tiles.tsx';
import { WhoCard } from './WhoCard.tsx';
import { AppointmentsCard, NotesCard, TasksCard } from './WorkCards.tsx';
import { numberWords } from './words.ts';
import './home.css';
import '../activity/activity.css';

type Asked = Pick<Query<'home.view'>, 'value' | 'error' | 'again'>;

/** Health at a glance, what waits, what happened. What is shown stays while another span is asked for. */
export function HomePage(): JSX.Element {
  const [span, setSpan] = useState<HomeDays>(FIRST_HOME.days);
  const [asked, setAsked] = useState<Asked>();
  const [view, setView] = useState(() => earlyValue('home.view', FIRST_HOME));
  const told = (answer: Asked) => {
    setAsked(answer);
    if (answer.value) setView(answer.value);
  };
  return (
    <div class="con-body">
      <GuideLine />
      {view ? <Asking key={span} span={span} told={told} /> : <Asking key="first" quick span={span} told={told} />}
      {view ? (
        <Loaded view={view} span={span} setSpan={setSpan} asked={asked} />
      ) : (
        <>
          <h1>{i18n.t('home.nav')}</h1>
          {asked?.error ? (
            <LoadFailed error={asked.error} again={asked.again} />
          ) : (
            <Skeleton lines={9} label={i18n.t('console.loading')} />
          )}
        </>
      )}
    </div>
  );
}

/** Until both systems are connected, proved and allowed to be written to, the guide is one click away. */
function GuideLine(): JSX.Element | null {
  const { value } = useQuery('connections.view', {}, ({ signal }) => signal === 'store.changed');
  // Whoever has to sign in again is told that above, and not that setting up begins anew.
  const isOut = value?.connections.some(({ state }) => state === 'reconnect');
  return value?.connections.length && !isOut ? <GuideCall view={value} /> : null;
}

interface AskingProps {
  span: HomeDays;
  /** For the first paint, which doesn't wait for the lists. */
  quick?: true;
  told: (answer: Asked) => void;
}

/** Asks for one span for as long as it is chosen. */
function Asking({ span, quick, told }: AskingProps): null {
  const { value, error, again } = useQuery('home.view', { days: span, quick }, ({ signal }) => signal === 'store.changed');
  useLayoutEffect(() => {
    if (value || error) told({ value, error, again });
  }, [value, error]);
  return null;
}

/** The state of things in one or two sentences. */
function headline({ connections, asks, outbox }: HomeView): string {
  const out = connections.filter(({ ok }) => !ok).length;
  if (out) return i18n.t('home.reconnect', out, [numberWords(out)]);
  const needs = asks + outbox.needsYou + outbox.failed;
  return needs ? i18n.t('home.stepNeeds', needs, [numberWords(needs)]) : i18n.t('home.step');
}

interface LoadedProps {
  view: HomeView;
  span: HomeDays;
  setSpan: (span: HomeDays) => void;
  asked?: Asked;
}

function Loaded({ view, span, setSpan, asked }: LoadedProps): JSX.Element {
  if (!view.connections.length) return <NotConnected />;
  const { writing, syncing, storage } = view;
  const writes = writing.clio || writing.highlevel;
  return (
    <>
      <header class="home-head">
        <div>
          <h1>{headline(view)}</h1>
          {writes && syncing ? null : <p class="muted">{i18n.t(writes ? 'home.syncOff' : 'home.readOnly')}</p>}
        </div>
        <SpanSwitch span={span} onPick={setSpan} />
      </header>
      {storage ? <StorageBanner code={storage} /> : null}
      {asked?.error ? <LoadFailed error={asked.error} again={asked.again} /> : null}
      <Tiles view={view} />
      <Cards view={view} />
      <WhoCard view={view} />
    </>
  );
}

function Cards({ view }: { view: HomeView }): JSX.Element {
  const now = useNow(view.now);
  return (
    <div class="home-columns">
      <ActivityChart view={view} />
      <NeedsCard view={view} />
      <div class="home-column">
        <TasksCard view={view} now={now} />
        <LatestCard view={view} now={now} />
        <NotesCard view={view} now={now} />
      </div>
      <div class="home-column">
        <LimitsCard view={view} now={now} />
        <RunsCard view={view} now={now} />
        <AppointmentsCard view={view} now={now} />
        <LeadsCard view={view} now={now} />
      </div>
    </div>
  );
}

function NotConnected(): JSX.Element {
  return (
    <>
      <h1>{i18n.t('home.nav')}</h1>
      <Empty
        icon="link"
        title={i18n.t('home.empty.title')}
        action={
          <>
            <a class="button button-primary" href="#/guide">
              {i18n.t('home.empty.guide')}
            </a>
            <a class="button button-secondary" href="#/connections">
              {i18n.t('home.toConnections')}
            </a>
          </>
        }
      >
        {i18n.t('home.empty.words')}
      </Empty>
    </>
  );
}
