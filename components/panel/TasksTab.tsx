import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { PersonView, TaskItem } from '../../lib/model/panel.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { usePanel } from './context.ts';
import { TaskRow } from './TaskRow.tsx';
import { byDue, canPush, groupOf, TASK_GROUPS, type TaskGroup } from './tasks.ts';
import { Unread } from './Unread.tsx';
import { usePushTasks } from './use-push-tasks.tsx';

const TITLES = {
  'only-clio': 'panel.tasks.onlyClio',
  both: 'panel.tasks.both',
  'only-highlevel': 'panel.tasks.onlyHighlevel',
  done: 'panel.tasks.done',
} as const satisfies Record<TaskGroup, string>;

export function TasksTab({ person }: { person: PersonView }): JSX.Element {
  const unread = person.unread.filter((part) => part === 'tasks' || part === 'clio-tasks');
  return (
    <>
      <Unread parts={unread} />
      {person.tasks.length === 0 && unread.length === 0 ? (
        <Empty icon="check" title={i18n.t('panel.tasks.noneTitle')}>
          {i18n.t('panel.tasks.none')}
        </Empty>
      ) : null}
      {TASK_GROUPS.map((group) => (
        <Group key={group} group={group} tasks={byDue(person.tasks.filter((task) => groupOf(task) === group))} />
      ))}
    </>
  );
}

function Group({ group, tasks }: { group: TaskGroup; tasks: TaskItem[] }): JSX.Element | null {
  const push = usePushTasks();
  const { busy } = usePanel();
  if (tasks.length === 0) return null;
  const title = i18n.t(TITLES[group]);
  const pushable = group === 'only-clio' ? tasks.filter(canPush) : [];
  return (
    <section class="group" aria-label={title}>
      <header class="group-head">
        <h2 class="eyebrow">{title}</h2>
        {pushable.length > 1 ? (
          <Button
            kind="quiet"
            size="small"
            data-focus="push-all"
            busy={busy.has('push-all')}
            onClick={() => push('push-all', pushable)}
          >
            {i18n.t('panel.tasks.pushAll', [String(pushable.length)])}
          </Button>
        ) : null}
      </header>
      <ul class="rows">
        {tasks.map((task) => (
          <TaskRow key={task.key} task={task} />
        ))}
      </ul>
    </section>
  );
}
