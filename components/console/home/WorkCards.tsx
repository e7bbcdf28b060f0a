import type { ComponentChildren, JSX } from 'preact';
import { i18n } from '#i18n';
import type { HomeView } from '../../../lib/model/console-home.ts';
import type { System } from '../../../lib/model/subject.ts';
import { Badge } from '../../ui/Badge.tsx';
import { dueWords, momentWords } from '../../ui/time.ts';
import { hashOf } from '../use-hash.ts';
import { systemName } from '../words.ts';
import { HomeList } from './HomeList.tsx';

export interface OfView {
  view: HomeView;
  /** The background's clock, moved on. */
  now: number;
}

interface ItemProps {
  title: string;
  link: string;
  person: string;
  system: System;
  children: ComponentChildren;
}

/** A record of a linked person: what, whose, when, and on which side it stands. */
function Item({ title, link, person, system, children }: ItemProps): JSX.Element {
  return (
    <div class="home-item">
      <span class="cut con-strong" title={title}>
        {title}
      </span>
      <Badge>{systemName(system)}</Badge>
      <span class="small muted home-item-more">
        <span class="home-item-when">{children} · </span>
        <a class="cut" title={person} href={hashOf('people', link)}>
          {person}
        </a>
      </span>
    </div>
  );
}

const keyOf = ({ system, link, id }: { system: System; link: string; id: string }): string => `${system}|${link}|${id}`;

export function TasksCard({ view, now }: OfView): JSX.Element {
  const { tasks, timeZone } = view;
  const aside = <span class="small muted">{i18n.t('home.tasks.lead')}</span>;
  return (
    <HomeList
      title={i18n.t('home.tasks.title')}
      aside={aside}
      rows={tasks}
      waiting={view.quick}
      none={i18n.t('home.tasks.none')}
      keyOf={keyOf}
    >
      {({ due, overdue, ...task }) => (
        <Item {...task}>
          <span class={overdue ? 'home-bad' : undefined}>{dueWords(due, overdue, now, timeZone)}</span>
        </Item>
      )}
    </HomeList>
  );
}

export function NotesCard({ view, now }: OfView): JSX.Element {
  return (
    <HomeList
      title={i18n.t('home.notes.title')}
      rows={view.notes}
      waiting={view.quick}
      none={i18n.t('home.notes.none')}
      keyOf={keyOf}
    >
      {({ text, at, ...note }) => (
        <Item {...note} title={text}>
          {momentWords(at, now, view.timeZone)}
        </Item>
      )}
    </HomeList>
  );
}

export function AppointmentsCard({ view, now }: OfView): JSX.Element {
  return (
    <HomeList
      title={i18n.t('home.appointments.title')}
      rows={view.appointments}
      waiting={view.quick}
      none={i18n.t('home.appointments.none')}
      keyOf={keyOf}
    >
      {({ startsAt, ...one }) => <Item {...one}>{momentWords(startsAt, now, view.timeZone)}</Item>}
    </HomeList>
  );
}
