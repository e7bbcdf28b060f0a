import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PersonRowView } from '../../../lib/model/console-sync.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import type { ManyAct } from './PeopleActs.tsx';
import { Results } from './Results.tsx';
import { jobsOf, type Side } from './sides.ts';
import { type Run, useRun } from './use-run.ts';

export interface RunDialogProps {
  act: ManyAct;
  side: Side;
  rows: PersonRowView[];
  onClose: () => void;
}

const TAGGING: ReadonlySet<ManyAct> = new Set(['tag', 'untag']);
const tagsIn = (text: string): string[] => [...new Set(text.split(',').map((tag) => tag.trim()))].filter(Boolean).slice(0, 50);

/** Says what will happen and to how many, then how far it is, then what became of each. */
export function RunDialog({ act, side, rows, onClose }: RunDialogProps): JSX.Element {
  const run = useRun();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const fitting = rows.filter((row) => jobsOf(act, side, row).length);
  const jobs = fitting.flatMap((row) => jobsOf(act, side, row));
  const title = i18n.t(`people.act.${act}`);
  const start = () => {
    const tags = TAGGING.has(act) ? tagsIn(text) : undefined;
    if (tags?.length === 0) setWrong(true);
    else run.start(act, jobs, { tags });
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      closeLabel={i18n.t('people.close')}
      actions={<Actions {...{ run, start, onClose, title }} count={fitting.length} danger={act === 'unlink'} />}
    >
      {run.state === 'idle' ? (
        <RunForm
          act={act}
          fitting={fitting.length}
          of={rows.length}
          text={text}
          onText={setText}
          isWrong={isWrong}
          onSubmit={start}
        />
      ) : (
        <Results run={run} />
      )}
    </Dialog>
  );
}

interface RunFormProps {
  act: ManyAct;
  /** How many of those who are selected it can be done for. */
  fitting: number;
  of: number;
  text: string;
  isWrong: boolean;
  onText: (text: string) => void;
  onSubmit: () => void;
}

/** What will happen, to whom, and the tags it takes. */
function RunForm({ act, fitting, of, text, isWrong, onText, onSubmit }: RunFormProps): JSX.Element {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form class="con-dialog" onSubmit={submit}>
      <p>{i18n.t(`people.ask.${act}`)}</p>
      {fitting < of ? <p class="muted">{i18n.t('people.fits', [String(fitting), String(of)])}</p> : null}
      {TAGGING.has(act) ? (
        <Field
          label={i18n.t('people.tagNames')}
          hint={i18n.t('people.tagHint')}
          error={isWrong ? i18n.t('people.tagNone') : undefined}
        >
          {(control) => <input {...control} class="input" value={text} onInput={(event) => onText(event.currentTarget.value)} />}
        </Field>
      ) : null}
    </form>
  );
}

interface ActionsProps {
  run: Run;
  start: () => void;
  onClose: () => void;
  title: string;
  count: number;
  danger: boolean;
}

function Actions({ run, start, onClose, title, count, danger }: ActionsProps): JSX.Element {
  if (run.state === 'running') return <Button onClick={run.stop}>{i18n.t('people.stop')}</Button>;
  if (run.state !== 'idle')
    return (
      <Button kind="primary" onClick={onClose}>
        {i18n.t('people.close')}
      </Button>
    );
  return (
    <>
      <Button onClick={onClose}>{i18n.t('console.cancel')}</Button>
      <Button kind={danger ? 'danger' : 'primary'} onClick={start}>
        {i18n.t('people.go', [title, i18n.t('people.selectedPeople', count)])}
      </Button>
    </>
  );
}
