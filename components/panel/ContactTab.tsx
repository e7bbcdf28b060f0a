import type { ComponentChildren, JSX } from 'preact';
import { i18n } from '#i18n';
import type { PersonView } from '../../lib/model/panel.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { sinceWords } from '../ui/time.ts';
import { AppointmentRow } from './AppointmentsTab.tsx';
import { Reasons } from './CandidateCard.tsx';
import { usePanel } from './context.ts';
import { FieldTable } from './FieldTable.tsx';
import { NoteCard } from './NoteCard.tsx';
import type { TabId } from './person-tabs.ts';
import { TagList } from './TagList.tsx';
import { TaskRow } from './TaskRow.tsx';
import { nextTask } from './tasks.ts';
import { useUnlink } from './use-unlink.tsx';

export function ContactTab({ person, onTab }: { person: PersonView; onTab: (tab: TabId) => void }): JSX.Element {
  const { view } = usePanel();
  return (
    <>
      <FieldTable person={person} />
      <TagList tags={person.tags} known={person.knownTags} dnd={person.dnd} />
      <Upcoming person={person} onTab={onTab} />
      <LatestNote person={person} onTab={onTab} />
      <HowMatched person={person} />
      <p class="muted small">{i18n.t('panel.readAt', [sinceWords(person.fetchedAt, view.now, view.timeZone)])}</p>
    </>
  );
}

function Section({
  title,
  go,
  onGo,
  children,
}: {
  title: string;
  go: string;
  onGo: () => void;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="group" aria-label={title}>
      <header class="group-head">
        <h2 class="eyebrow">{title}</h2>
        <Button kind="quiet" size="small" onClick={onGo}>
          {go}
        </Button>
      </header>
      {children}
    </section>
  );
}

function Upcoming({ person, onTab }: { person: PersonView; onTab: (tab: TabId) => void }): JSX.Element | null {
  const task = nextTask(person.tasks);
  const appointment = person.appointments
    .filter((one) => one.when === 'next')
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))[0];
  if (!task && !appointment) return null;
  return (
    <Section title={i18n.t('panel.next')} go={i18n.t('panel.allTasks')} onGo={() => onTab('tasks')}>
      <ul class="rows">
        {task ? <TaskRow key={task.key} task={task} /> : null}
        {appointment ? <AppointmentRow appointment={appointment} /> : null}
      </ul>
    </Section>
  );
}

function LatestNote({ person, onTab }: { person: PersonView; onTab: (tab: TabId) => void }): JSX.Element | null {
  const note = person.notes[0];
  if (!note) return null;
  return (
    <Section title={i18n.t('panel.latestNote')} go={i18n.t('panel.allNotes')} onGo={() => onTab('notes')}>
      <NoteCard note={note} />
    </Section>
  );
}

/** Why these two are taken for one person, and the way out if they are not. */
function HowMatched({ person }: { person: PersonView }): JSX.Element {
  const unlink = useUnlink(person);
  const { busy } = usePanel();
  return (
    <section class="group" aria-label={i18n.t('panel.match.why')}>
      <header class="group-head">
        <h2 class="eyebrow">{i18n.t('panel.match.why')}</h2>
        <Button kind="quiet" size="small" busy={busy.has('unlink')} onClick={unlink}>
          {i18n.t('panel.menu.notSame')}
        </Button>
      </header>
      {person.match.reasons.length ? (
        <Reasons reasons={person.match.reasons} />
      ) : (
        <Badge>{i18n.t(`panel.match.${person.match.by}`)}</Badge>
      )}
    </section>
  );
}
