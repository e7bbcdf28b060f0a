import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { HomeCount, HomeView } from '../../../lib/model/console-home.ts';
import { activityByKey } from '../../../lib/model/sync-words.ts';
import { lookUp } from '../activity/words.ts';
import { hashOf } from '../use-hash.ts';
import { HomeCard, None } from './HomeCard.tsx';
import { StaffTable } from './StaffTable.tsx';
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
          <Bars title={i18n.t('home.who.by')} rows={by.map(([name, count]) => [lookUp(activityByKey(name)), count])} />
          <Bars title={i18n.t('home.who.what')} rows={kindsOf(view.what)} />
          <Counts title={i18n.t('home.who.locations')} rows={view.locations.map((one) => ({ ...one, words: one.name }))} />
          <Counts title={i18n.t('home.who.people')} rows={people} />
        </div>
      ) : null}
      <StaffTable staff={view.staff} />
      {by.length || view.staff.length ? null : <None>{i18n.t('home.who.none')}</None>}
    </HomeCard>
  );
}

type By = keyof HomeView['by'];

const KINDS = ['contact', 'task', 'note', 'appointment', 'tag'] as const;
type Kind = (typeof KINDS)[number] | 'other';
const WHAT = {
  contact: 'home.who.kind.contact',
  task: 'home.who.kind.task',
  note: 'home.who.kind.note',
  appointment: 'home.who.kind.appointment',
  tag: 'home.who.kind.tag',
  other: 'home.who.kind.other',
} as const satisfies Record<Kind, string>;
/** A calendar entry is Clio's appointment. */
const kindOf = (entity: string): Kind => KINDS.find((one) => one === entity) ?? (entity === 'entry' ? 'appointment' : 'other');

/** What was written, in kinds a person tells apart. */
function kindsOf(what: HomeView['what']): [string, number][] {
  const counts = new Map<Kind, number>();
  for (const [entity, count] of Object.entries(what)) counts.set(kindOf(entity), (counts.get(kindOf(entity)) ?? 0) + count);
  return [...counts].map(([kind, count]) => [i18n.t(WHAT[kind]), count]);
}

function Bars({ title, rows }: { title: string; rows: [string, number][] }): JSX.Element | null {
  const most = Math.max(1, ...rows.map(([, count]) => count));
  const id = useId();
  if (!rows.length) return null;
  return (
    <section aria-labelledby={id}>
      <h3 class="home-sub" id={id}>
        {title}
      </h3>
      <ul class="home-bars">
        {rows
          .toSorted(([, a], [, b]) => b - a)
          .map(([name, count]) => (
            <li key={name} class="home-bar">
              <span>{name}</span>
              <meter class="home-meter" min={0} max={most} value={count} aria-label={name} />
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
