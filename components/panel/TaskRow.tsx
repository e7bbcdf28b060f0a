import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { TaskItem } from '../../lib/model/panel.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { dueWords } from '../ui/time.ts';
import { wordOf } from '../words.ts';
import { usePanel } from './context.ts';
import { canPush, isHeld, titleOf } from './tasks.ts';
import { usePushTasks } from './use-push-tasks.tsx';
import { stateTone } from './words.ts';

export function TaskRow({ task }: { task: TaskItem }): JSX.Element {
  const title = titleOf(task);
  return (
    <li class={`row${task.done ? ' row-done' : ''}`}>
      <span class="row-mark">{task.highlevel ? <Tick task={task} taskId={task.highlevel.id} /> : <ClioMark task={task} />}</span>
      <div class="row-words">
        <p class="row-title" dir="auto" title={title.length > 80 ? title : undefined}>
          {title}
        </p>
        <Facts task={task} />
      </div>
      <End task={task} />
    </li>
  );
}

/** Completes or reopens the HighLevel task. While the message is on its way the box shows what was wanted. */
function Tick({ task, taskId }: { task: TaskItem; taskId: string }): JSX.Element {
  const { view, act, busy, ifWriting } = usePanel();
  const slot = `tick:${task.key}`;
  const going = busy.has(slot);
  const words = task.done ? i18n.t('panel.tasks.reopen', [titleOf(task)]) : i18n.t('panel.tasks.complete', [titleOf(task)]);
  const onClick = (event: Event) => {
    // The view decides what is ticked: the browser's own toggle would stay if the act were refused.
    event.preventDefault();
    if (!going) ifWriting(() => void act(slot, 'task.complete', { key: view.key, taskId, completed: !task.done }));
  };
  return (
    <input
      type="checkbox"
      aria-label={words}
      aria-busy={going ? 'true' : undefined}
      data-focus={slot}
      checked={going ? !task.done : task.done}
      onClick={onClick}
    />
  );
}

function ClioMark({ task }: { task: TaskItem }): JSX.Element {
  return task.done ? (
    <Icon name="check" size={14} label={i18n.t('panel.tasks.doneInClio')} />
  ) : (
    <span class="dot" title={i18n.t('panel.tasks.inClio')} />
  );
}

function Facts({ task }: { task: TaskItem }): JSX.Element | null {
  const { view } = usePanel();
  const who = task.highlevel?.who ?? task.clio?.who;
  const rest = [who, task.clio?.matter, task.clio?.private ? i18n.t('panel.tasks.private') : undefined].filter(
    (word) => word !== undefined,
  );
  const due = task.due ? dueWords(task.due, task.overdue && !task.done, view.now, view.timeZone) : i18n.t('panel.tasks.noDue');
  return (
    <p class="row-sub">
      <span class={task.overdue && !task.done ? 'row-bad' : undefined}>{due}</span>
      {rest.map((word) => (
        <bdi key={word}> · {word}</bdi>
      ))}
      {task.differs?.length ? (
        <span class="row-warn"> · {i18n.t('panel.tasks.differs', [task.differs.map(differWord).join(', ')])}</span>
      ) : null}
    </p>
  );
}

const differWord = (value: 'title' | 'due' | 'done'): string => i18n.t(`panel.tasks.value.${value}`);

function End({ task }: { task: TaskItem }): JSX.Element | null {
  const push = usePushTasks();
  const { busy } = usePanel();
  const slot = `push:${task.key}`;
  const quiet = task.state === 'only-clio' || task.state === 'only-highlevel' || (task.state === 'same' && task.done);
  const held = isHeld(task) && !task.highlevel;
  return (
    <div class="row-end">
      {held ? (
        <Badge tone="warn">{i18n.t('state.held')}</Badge>
      ) : quiet ? null : (
        <Badge tone={stateTone(task.state)}>{wordOf('state', task.state)}</Badge>
      )}
      {canPush(task) && !task.done ? (
        <Button
          kind="quiet"
          size="small"
          data-focus={slot}
          busy={busy.has(slot)}
          aria-label={i18n.t('panel.tasks.pushOne', [titleOf(task)])}
          onClick={() => push(slot, [task])}
        >
          {held ? i18n.t('panel.tasks.pushHeld') : i18n.t('panel.tasks.push')}
        </Button>
      ) : null}
    </div>
  );
}
