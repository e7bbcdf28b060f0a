import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { AppointmentItem, PersonView } from '../../lib/model/panel.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Icon } from '../ui/Icon.tsx';
import { spanWords } from '../ui/time.ts';
import { wordOf } from '../words.ts';
import { usePanel } from './context.ts';
import { Unread } from './Unread.tsx';

const TONES: Record<string, Tone> = {
  new: 'accent',
  confirmed: 'good',
  showed: 'good',
  cancelled: 'neutral',
  noshow: 'bad',
  invalid: 'neutral',
};

export function AppointmentsTab({ person }: { person: PersonView }): JSX.Element {
  const unread = person.unread.filter((part) => part === 'appointments');
  const of = (when: AppointmentItem['when']) => person.appointments.filter((one) => one.when === when);
  const next = of('next').toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  const past = of('past').toSorted((a, b) => b.startsAt.localeCompare(a.startsAt));
  return (
    <>
      <Unread parts={unread} />
      {person.appointments.length === 0 && unread.length === 0 ? (
        <Empty icon="calendar" title={i18n.t('panel.appointments.noneTitle')}>
          {i18n.t('panel.appointments.none')}
        </Empty>
      ) : null}
      <Group title={i18n.t('panel.appointments.next')} list={next} />
      <Group title={i18n.t('panel.appointments.past')} list={past} />
    </>
  );
}

function Group({ title, list }: { title: string; list: AppointmentItem[] }): JSX.Element | null {
  if (list.length === 0) return null;
  return (
    <section class="group" aria-label={title}>
      <h2 class="eyebrow">{title}</h2>
      <ul class="rows">
        {list.map((one) => (
          <AppointmentRow key={one.id} appointment={one} />
        ))}
      </ul>
    </section>
  );
}

export function AppointmentRow({ appointment }: { appointment: AppointmentItem }): JSX.Element {
  const { view } = usePanel();
  const { title, startsAt, endsAt, status, calendar, address } = appointment;
  const rest = [calendar, address].filter(Boolean);
  // A word HighLevel may add later is shown as it came.
  const words = status in TONES ? wordOf('state', status) : status;
  return (
    <li class="row">
      <span class="row-mark">
        <Icon name="calendar" size={15} />
      </span>
      <div class="row-words">
        <p class="row-title" dir="auto" title={title}>
          {title || i18n.t('panel.appointments.untitled')}
        </p>
        <p class="row-sub">
          {spanWords(startsAt, endsAt, view.now, view.timeZone)}
          {rest.map((fact) => (
            <bdi key={fact}> · {fact}</bdi>
          ))}
        </p>
      </div>
      <div class="row-end">
        <Badge tone={TONES[status] ?? 'neutral'}>{words}</Badge>
      </div>
    </li>
  );
}
