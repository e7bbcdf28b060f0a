import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { FormActs } from './AddTask.tsx';
import { usePanel } from './context.ts';
import { useDraft } from './use-draft.ts';

export function AddNote(): JSX.Element {
  const { ifWriting, drafts } = usePanel();
  const [open, setOpen] = useState(Boolean(drafts.get('note')));
  if (open) return <NoteForm close={() => setOpen(false)} />;
  return (
    <Button icon="add" class="grow" data-focus="add-note" onClick={() => ifWriting(() => setOpen(true))}>
      {i18n.t('panel.addNote.open')}
    </Button>
  );
}

function NoteForm({ close }: { close: () => void }): JSX.Element {
  const { view, act, busy } = usePanel();
  const [text, setText] = useDraft('note');
  const [tried, setTried] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!text.trim() || busy.has('add-note')) return;
    if (!(await act('add-note', 'note.add', { key: view.key, text: text.trim() }))) return;
    setText('');
    close();
  };
  const missing = tried && !text.trim() ? i18n.t('panel.addNote.missing') : undefined;
  return (
    <form class="form" aria-label={i18n.t('panel.addNote.open')} noValidate onSubmit={(event) => void submit(event)}>
      <Field label={i18n.t('panel.addNote.text')} error={missing}>
        {(control) => (
          <textarea
            {...control}
            class="input"
            rows={4}
            maxLength={5000}
            dir="auto"
            autofocus
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <FormActs slot="add-note" words={i18n.t('panel.addNote.go')} close={close} />
    </form>
  );
}
