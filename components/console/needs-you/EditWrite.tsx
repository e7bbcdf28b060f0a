import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { editable, edited, heldValues } from '../../../lib/catalog/edit.ts';
import type { Problem } from '../../../lib/catalog/operations/validate.ts';
import type { WriteItem } from '../../../lib/model/operation.ts';
import type { Given } from '../../../lib/model/rule.ts';
import type { System } from '../../../lib/model/subject.ts';
import { OperationForm } from '../../form/OperationForm.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { dayIn } from '../../ui/time.ts';
import { wordOf } from '../../words.ts';
import { ActError } from '../ActError.tsx';
import { useSend } from '../use-send.ts';
import { WhyStopped } from './WhyStopped.tsx';

export interface EditWriteProps {
  write: Pick<WriteItem, 'id' | 'op' | 'error' | 'edit'>;
  zone: string;
  size?: 'small';
}

type Editing = EditWriteProps & { edit: NonNullable<WriteItem['edit']> };

/** Puts a refused write right. Nothing where nothing of it can be. */
export function EditWrite(props: EditWriteProps): JSX.Element | null {
  const [open, setOpen] = useState(false);
  const { op, edit } = props.write;
  if (!edit || !editable(op, edit.input).length) return null;
  return (
    <>
      <Button size={props.size} onClick={() => setOpen(true)}>
        {i18n.t('needsYou.edit.go')}
      </Button>
      {open ? <EditDialog {...props} edit={edit} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** A moment is changed by its day. */
const dayOf = (value: unknown, zone: string): Given =>
  typeof value === 'string' && value.includes('T') ? dayIn(value, zone) : (value as Given);

function startOf({ op, edit, zone }: { op: string; edit: Editing['edit']; zone: string }): Record<string, Given> {
  const dues = new Set(editable(op, edit.input).flatMap(({ name, kind }) => (kind === 'due' ? [name] : [])));
  const held = Object.entries(heldValues(op, edit.input)) as [string, Given][];
  return Object.fromEntries(held.map(([name, value]) => [name, dues.has(name) ? dayOf(value, zone) : value]));
}

/** What differs from the values that failed; what was emptied is blank. */
function changesOf(start: Record<string, Given>, now: Record<string, Given>): Record<string, Given> {
  const names = [...new Set([...Object.keys(start), ...Object.keys(now)])];
  const isSame = (name: string) => JSON.stringify(start[name] ?? '') === JSON.stringify(now[name] ?? '');
  return Object.fromEntries(names.filter((name) => !isSame(name)).map((name) => [name, now[name] ?? '']));
}

function useEdit({ write: { id, op }, edit, zone }: Editing, onDone: () => void) {
  const [start] = useState(() => startOf({ op, edit, zone }));
  const [values, setValues] = useState(start);
  const [errors, setErrors] = useState<Problem[]>([]);
  const act = useSend('write.edit');
  const changes = changesOf(start, values);
  // Held back as it looks privileged: a second click says that this very text may be seen there.
  const held = act.error?.code === 'held';
  const isChanged = Object.keys(changes).length > 0;
  const save = async () => {
    if (act.busy || !isChanged) return;
    const checked = edited(op, edit.input, changes);
    setErrors(checked.ok ? [] : checked.errors);
    if (checked.ok && (await act.run({ writeId: id, values: changes, ...(held && { held }) }))) onDone();
  };
  const change = (next: (before: Record<string, Given>) => Record<string, Given>) => {
    setValues(next);
    act.clear();
  };
  return { values, change, errors, act, isChanged, held, save };
}

function EditDialog({ onClose, ...props }: Editing & { onClose: () => void }): JSX.Element {
  const id = useId();
  const { op, error } = props.write;
  const { values, change, errors, act, isChanged, held, save } = useEdit(props, onClose);
  const operation = { system: op.split('.')[0] as System, fields: editable(op, props.edit.input) };
  const submit = (event: Event) => {
    event.preventDefault();
    void save();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps what is typed here from the keys of the page behind
    <div onKeyDown={(event) => event.stopPropagation()}>
      <Dialog
        title={i18n.t('needsYou.edit.title', [wordOf('op', op) || wordOf('op', 'other')])}
        onClose={onClose}
        closeLabel={i18n.t('console.close')}
        actions={<Actions form={id} busy={act.busy} disabled={!isChanged} held={held} onClose={onClose} />}
      >
        <form id={id} class="con-dialog" noValidate onSubmit={submit}>
          {error ? <WhyStopped error={error} /> : null}
          <p class="muted">{i18n.t('needsYou.edit.lead')}</p>
          <OperationForm
            operation={operation}
            connection={props.edit.connection}
            values={values}
            errors={errors}
            onChange={change}
          />
          <ActError error={act.error} words={held ? i18n.t('needsYou.edit.held') : undefined} />
        </form>
      </Dialog>
    </div>
  );
}

interface ActionsProps {
  form: string;
  busy: boolean;
  disabled: boolean;
  held: boolean;
  onClose: () => void;
}

function Actions({ onClose, held, ...save }: ActionsProps): JSX.Element {
  return (
    <>
      <Button onClick={onClose}>{i18n.t('console.cancel')}</Button>
      <Button kind="primary" type="submit" {...save}>
        {i18n.t(held ? 'needsYou.edit.anyway' : 'needsYou.edit.save')}
      </Button>
    </>
  );
}
