import type { ComponentChildren, JSX } from 'preact';
import { i18n } from '#i18n';
import type { HomeView } from '../../../lib/model/console-home.ts';
import { numberWords } from './words.ts';

interface TileProps {
  label: string;
  value: number;
  tone?: 'warn' | 'bad';
  href?: string;
  children: ComponentChildren;
}

function Tile({ label, value, tone, href, children }: TileProps): JSX.Element {
  return (
    <div class={tone ? `home-tile home-tile-${tone}` : 'home-tile'}>
      <dt>
        {href ? (
          <a class="home-tile-way" href={href}>
            {label}
          </a>
        ) : (
          label
        )}
      </dt>
      <dd>
        <span class="home-number nums">{numberWords(value)}</span>
        <span class="home-tile-more">{children}</span>
      </dd>
    </div>
  );
}

/** The four figures that tell at a glance whether all goes well. */
export function Tiles({ view }: { view: HomeView }): JSX.Element {
  const { people, linked, outbox, days } = view;
  const today = days.at(-1) ?? { done: 0, failed: 0 };
  const stopped = outbox.needsYou + outbox.failed;
  return (
    <dl class="home-tiles">
      <Tile label={i18n.t('home.tile.linked')} value={linked} href="#/people">
        {i18n.t('home.tile.linkedOf', [numberWords(people.clio), numberWords(people.highlevel)])}
      </Tile>
      <Tile label={i18n.t('home.tile.today')} value={today.done} href="#/activity" tone={today.failed ? 'bad' : undefined}>
        {today.failed ? i18n.t('home.tile.todayFailed', today.failed) : i18n.t('home.tile.todayGood')}
      </Tile>
      <Tile label={i18n.t('home.tile.outbox')} value={outbox.queued}>
        {i18n.t(outbox.queued ? 'home.tile.outboxQueued' : 'home.tile.outboxNone')}
      </Tile>
      <Tile label={i18n.t('home.tile.stopped')} value={stopped} href="#/needs-you" tone={stopped ? 'warn' : undefined}>
        {i18n.t(stopped ? 'home.tile.stoppedSome' : 'home.tile.stoppedNone')}
      </Tile>
    </dl>
  );
}
