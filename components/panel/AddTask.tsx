import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Place } from '../../lib/model/panel.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { dayAfter, dayIn } from '../ui/time.ts';
import { usePanel } from './context.ts';
import { useDraft } from './use-draft.ts';

/** The button that opens the form, and the form. What was typed stays until it is sent. */
export function AddTask({ users }: { users: Place[] }): JSX.Element {
  const { ifWriting, drafts } = usePanel();
  const [open, setOpen] = useState(Boolean(drafts.get('task.title')));
  if (open) return <TaskForm users={users} close={() => setOpen(false)} />;
  return (
    <Button icon="add" class="grow" data-focus="add-task" onClick={() => ifWriting(() => setOpen(true))}>
      {i18n.t('panel.addTask.open')}
    </Button>
  );
}

function TaskForm({ users, close }: { users: Place[]; close: () => void }): JSX.Element {
  const { view, act, busy } = usePanel();
  const [title, setTitle] = useDraft('task.title');
  const [due, setDue] = useDraft('task.due', dayAfter(dayIn(view.now, view.timeZone), 1));
  const [who, setWho] = useDraft('task.who');
  const [tried, setTried] = useState(false);
  const missing = { title: !title.trim(), due: !/^\d{4}-\d{2}-\d{2}$/.test(due) };
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (missing.title || missing.due || busy.has('add-task')) return;
    const done = await act('add-task', 'task.add', {
      key: view.key,
      title: title.trim(),
      due,
      ...(who ? { assignedTo: who } : {}),
    });
    if (!done) return;
    setTitle('');
    close();
  };
  return (
    <form class="form" aria-label={i18n.t('panel.addTask.open')} noValidate onSubmit={(event) => void submit(event)}>
      <Title value={title} onValue={setTitle} missing={tried && missing.title} />
      <div class="form-row">
        <Field label={i18n.t('panel.addTask.due')} error={tried && missing.due ? i18n.t('panel.addTask.dueMissing') : undefined}>
          {(control) => (
            <input {...control} class="input" type="date" value={due} onInput={(event) => setDue(event.currentTarget.value)} />
          )}
        </Field>
        <Who users={users} value={who} onValue={setWho} />
      </div>
      <FormActs slot="add-task" words={i18n.t('panel.addTask.go')} close={close} />
    </form>
  );
}

function Title({ value, onValue, missing }: { value: string; onValue: (value: string) => void; missing: boolean }): JSX.Element {
  return (
    <Field label={i18n.t('panel.addTask.title')} error={missing ? i18n.t('panel.addTask.titleMissing') : undefined}>
      {(control) => (
        <input
          {...control}
          class="input"
          autofocus
          maxLength={200}
          value={value}
          dir="auto"
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function Who({ users, value, onValue }: { users: Place[]; value: string; onValue: (value: string) => void }): JSX.Element {
  return (
    <Field label={i18n.t('panel.addTask.who')}>
      {(control) => (
        <select {...control} class="input" value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          <option value="">{i18n.t('panel.addTask.nobody')}</option>
          {users.map((user) => (
            <option key={user.id} value={user.id}>
              {user.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Cancel and send, the same in both forms. */
export function FormActs({ slot, words, close }: { slot: string; words: string; close: () => void }): JSX.Element {
  const { busy } = usePanel();
  return (
    <div class="form-acts">
      <Button kind="quiet" onClick={close}>
        {i18n.t('panel.cancel')}
      </Button>
      <Button kind="primary" type="submit" busy={busy.has(slot)}>
        {words}
      </Button>
    </div>
  );
}
