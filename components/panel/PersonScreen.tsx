import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { PersonView } from '../../lib/model/panel.ts';
import { type Tab, Tabs } from '../ui/Tabs.tsx';
import { ActivityTab } from './ActivityTab.tsx';
import { AddNote } from './AddNote.tsx';
import { AddTask } from './AddTask.tsx';
import { AppointmentsTab } from './AppointmentsTab.tsx';
import { ContactTab } from './ContactTab.tsx';
import { usePanel } from './context.ts';
import { Foot } from './Head.tsx';
import { NotesTab } from './NotesTab.tsx';
import { PersonHead } from './PersonHead.tsx';
import { PushFoot } from './PushFoot.tsx';
import { isTab, TABS, type TabId } from './person-tabs.ts';
import { TasksTab } from './TasksTab.tsx';

export function PersonScreen({
  person,
  tab,
  onTab,
}: {
  person: PersonView;
  tab: string;
  onTab: (tab: string) => void;
}): JSX.Element {
  const { view } = usePanel();
  const chosen = isTab(tab) ? tab : 'contact';
  const counts: Partial<Record<TabId, number>> = {
    tasks: person.tasks.filter((task) => !task.done).length,
    notes: person.notes.length,
    appointments: person.appointments.filter((one) => one.when === 'next').length,
    activity: view.waiting.length,
  };
  const tabs: Tab<TabId>[] = TABS.map((id) => ({ id, label: i18n.t(`panel.tabs.${id}`), count: counts[id] }));
  return (
    <>
      <PersonHead person={person} />
      <main class="stage">
        <Tabs label={i18n.t('panel.tabs.label')} tabs={tabs} chosen={chosen} onChoose={onTab}>
          <div class="body stack">
            <TabBody id={chosen} person={person} onTab={onTab} />
          </div>
        </Tabs>
      </main>
      <TabFoot id={chosen} person={person} />
    </>
  );
}

function TabBody({ id, person, onTab }: { id: TabId; person: PersonView; onTab: (tab: TabId) => void }): JSX.Element {
  if (id === 'tasks') return <TasksTab person={person} />;
  if (id === 'notes') return <NotesTab person={person} />;
  if (id === 'appointments') return <AppointmentsTab person={person} />;
  if (id === 'activity') return <ActivityTab />;
  return <ContactTab person={person} onTab={onTab} />;
}

/** One primary act a tab. */
function TabFoot({ id, person }: { id: TabId; person: PersonView }): JSX.Element | null {
  if (id === 'contact') return <PushFoot person={person} />;
  if (id === 'tasks') return <Foot children={<AddTask users={person.users} />} />;
  if (id === 'notes') return <Foot children={<AddNote />} />;
  return null;
}
