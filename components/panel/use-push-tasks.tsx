import { i18n } from '#i18n';
import type { TaskItem } from '../../lib/model/panel.ts';
import { type PanelContext, usePanel } from './context.ts';
import { isHeld, titleOf } from './tasks.ts';

const idsOf = (tasks: TaskItem[]): string[] => tasks.flatMap((task) => (task.clio ? [task.clio.id] : []));

/** Pushes Clio tasks; private ones and those that look privileged are asked about first, with the way to leave them out. */
export function usePushTasks(): (slot: string, tasks: TaskItem[]) => void {
  const { view, act, ask, ifWriting } = usePanel();
  const send = (slot: string, tasks: TaskItem[], held: boolean) =>
    void act(slot, 'task.push', { key: view.key, taskIds: idsOf(tasks), held });
  return (slot, tasks) => {
    const held = tasks.filter(isHeld);
    if (held.length === 0) return send(slot, tasks, false);
    const free = tasks.filter((task) => !isHeld(task));
    const choices: Parameters<PanelContext['ask']>[0]['choices'] = [];
    if (free.length)
      choices.push({ label: i18n.t('panel.held.without', free.length), kind: 'secondary', run: () => send(slot, free, false) });
    choices.push({ label: i18n.t('panel.held.go', tasks.length), kind: 'primary', run: () => send(slot, tasks, true) });
    ifWriting(() => ask({ title: i18n.t('panel.held.tasks', held.length), body: <HeldWords tasks={held} />, choices }));
  };
}

function HeldWords({ tasks }: { tasks: TaskItem[] }) {
  return (
    <>
      <ul class="plain">
        {tasks.map((task) => (
          <li key={task.key} class="cut" title={titleOf(task)}>
            <bdi>{titleOf(task)}</bdi> · {task.clio?.private ? i18n.t('panel.tasks.private') : i18n.t('panel.held.looks')}
          </li>
        ))}
      </ul>
      <p class="muted">{i18n.t('panel.held.tasksWords')}</p>
    </>
  );
}
