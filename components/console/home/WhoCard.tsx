import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { HomeCount, HomeView } from '../../../lib/model/console-home.ts';
import { activityByKey } from '../../../lib/model/sync-words.ts';
import { lookUp } from '../activity/words.ts';
import { hashOf } from '../use-hash.ts';
import { HomeCard, None } from './HomeCard.tsx';
import { numberWords } from './words.ts';

/** Who set off what in the days shown, where, and for whom. */
export function WhoCard({ view }: { view: HomeView }): JSX.Element {
  const by = (Object.entries(view.by) as [By, number][]).filter(([, count]) => count > 0);
  const people = view.busiest.map(({ link, person, done, failed }) => ({
    ...{ id: link, done, failed },
    words: <a href={hashOf('activity', link)}>{person}</a>,
  }));
  return (
    <HomeCard title={i18n.t('home.who.title')}>
      {by.length ? (
        <div class="home-who">
          <Bars by={by} />
          <Counts title={i18n.t('home.who.locations')} rows={view.locations.map((one) => ({ ...one, words: one.name }))} />
          <Counts title={i18n.t('home.who.people')} rows={people} />
        </div>
      ) : (
        <None>{i18n.t('home.who.none')}</None>
      )}
    </HomeCard>
  );
}

type By = keyof HomeView['by'];

function Bars({ by }: { by: [By, number][] }): JSX.Element {
  const most = Math.max(1, ...by.map(([, count]) => count));
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 class="home-sub" id={id}>
        {i18n.t('home.who.by')}
      </h3>
      <ul class="home-bars">
        {by
          .toSorted(([, a], [, b]) => b - a)
          .map(([name, count]) => (
            <li key={name} class="home-bar">
              <span>{lookUp(activityByKey(name))}</span>
              <meter class="home-meter" min={0} max={most} value={count} aria-label={lookUp(activityByKey(name))} />
              <span class="nums">{numberWords(count)}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}

function Counts({ title, rows }: { title: string; rows: (HomeCount & { id: string; words: ComponentChildren })[] }) {
  const id = useId();
  if (!rows.length) return null;
  return (
    <section aria-labelledby={id}>
      <h3 class="home-sub" id={id}>
        {title}
      </h3>
      <table class="home-counts" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{i18n.t('home.who.name')}</th>
            <th scope="col">{i18n.t('home.who.done')}</th>
            <th scope="col">{i18n.t('home.who.failed')}</th>
          </tr>
        </thead>
        <tbody class="nums">
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.words}</th>
              <td>{numberWords(row.done)}</td>
              <td class={row.failed ? 'home-bad' : 'muted'}>{numberWords(row.failed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
