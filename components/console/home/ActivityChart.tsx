import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { HomeView } from '../../../lib/model/console-home.ts';
import { dayWords } from '../../ui/time.ts';
import { HomeCard, None } from './HomeCard.tsx';
import { useChart } from './use-chart.ts';
import { numberWords } from './words.ts';

type Days = HomeView['days'];
type Said = (day: string) => string;

const total = (days: Days, name: 'done' | 'failed'): number => days.reduce((sum, day) => sum + day[name], 0);

function summary(days: Days, said: Said): string {
  const done = total(days, 'done');
  const failed = total(days, 'failed');
  const span = numberWords(days.length);
  if (!done && !failed) return i18n.t('home.chart.none', [span]);
  const words = i18n.t('home.chart.summary', [numberWords(done), numberWords(failed), span]);
  const most = days.reduce((best, day) => (day.done > best.done ? day : best));
  return most.done ? `${words} ${i18n.t('home.chart.most', [said(most.day), numberWords(most.done)])}` : words;
}

/** Done and failed by day: drawn, in a sentence, and as a table. */
export function ActivityChart({ view }: { view: HomeView }): JSX.Element {
  const { days, now, timeZone } = view;
  const said: Said = (day) => dayWords(day, now, timeZone);
  const any = total(days, 'done') + total(days, 'failed') > 0;
  return (
    <HomeCard title={i18n.t('home.chart.title')} aside={any ? <Legend /> : null}>
      {any ? <Figure days={days} said={said} /> : <None>{summary(days, said)}</None>}
    </HomeCard>
  );
}

function Figure({ days, said }: { days: Days; said: Said }): JSX.Element {
  const { box, day, failed } = useChart(days);
  const words = day
    ? i18n.t('home.chart.at', [said(day.day), numberWords(day.done), numberWords(day.failed)])
    : summary(days, said);
  return (
    <figure class="home-figure">
      {failed ? null : <div class="home-chart" ref={box} aria-hidden="true" />}
      <figcaption>
        <span class="small muted" aria-hidden="true">
          {words}
        </span>
        <span class="unseen">{summary(days, said)}</span>
        <details class="home-table" open={failed}>
          <summary>{i18n.t('home.chart.table')}</summary>
          <DayTable days={days} said={said} />
        </details>
      </figcaption>
    </figure>
  );
}

function Legend(): JSX.Element {
  return (
    <span class="home-legend small" aria-hidden="true">
      <span class="home-key home-key-done">{i18n.t('home.chart.done')}</span>
      <span class="home-key home-key-failed">{i18n.t('home.chart.failed')}</span>
    </span>
  );
}

function DayTable({ days, said }: { days: Days; said: Said }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it
    <section class="home-scroll" tabIndex={0} aria-label={i18n.t('home.chart.byDay')}>
      <table class="con-table nums" aria-label={i18n.t('home.chart.byDay')}>
        <thead>
          <tr>
            <th scope="col">{i18n.t('home.chart.day')}</th>
            <th scope="col">{i18n.t('home.chart.done')}</th>
            <th scope="col">{i18n.t('home.chart.failed')}</th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map(({ day, done, failed }) => (
            <tr key={day}>
              <th scope="row">{said(day)}</th>
              <td>{numberWords(done)}</td>
              <td>{numberWords(failed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
