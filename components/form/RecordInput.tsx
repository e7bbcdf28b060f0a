import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { lookUpOf } from '../../lib/catalog/operations/look-ups.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import { type InputProps, textOf } from './control-props.ts';
import { fieldLabel } from './field-words.ts';
import type { Choice } from './use-choices.ts';

const split = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

export type RecordInputProps = InputProps & { label?: string };

/** An id, typed or chosen from the vendor's list; for tags and ids the chosen one is added to those that are there. */
export function RecordInput(props: RecordInputProps): JSX.Element {
  const { field, system, connection, value, onChange, label } = props;
  const [open, setOpen] = useState(false);
  const [known, setKnown] = useState<Choice>();
  const lookUp = system === 'local' ? undefined : lookUpOf(system, field);
  const several = field.kind === 'list' || field.kind === 'ids';
  const text = textOf(value);
  const pick = (choice: Choice) => {
    setKnown(choice);
    setOpen(false);
    onChange(several ? [...new Set([...split(text), choice.id])] : choice.id);
  };
  const name = known?.id === text ? known.name : props.nameOf?.(text);
  const what = label ?? fieldLabel(field.name);
  return (
    <div class="form-record">
      <div class="con-joined">
        <IdInput {...props} several={several} />
        {lookUp && connection ? <Pick what={what} open={open} onToggle={() => setOpen(!open)} /> : null}
      </div>
      {name && !several && name !== text ? <p class="field-hint">{name}</p> : null}
      {open && lookUp ? (
        <ChoiceList
          lookUp={lookUp}
          connection={connection}
          byName={field.name === 'tags'}
          label={what}
          onPick={pick}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}

function IdInput({ control, field, value, onChange, label, several }: RecordInputProps & { several: boolean }): JSX.Element {
  return (
    <input
      {...control}
      class="input con-mono"
      name={field.name}
      type="text"
      autocomplete="off"
      spellcheck={false}
      aria-label={label}
      placeholder={i18n.t(several ? 'form.commas' : 'form.id')}
      value={textOf(value)}
      onInput={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}

function Pick({ what, open, onToggle }: { what: string; open: boolean; onToggle: () => void }): JSX.Element {
  return (
    <Button icon="search" aria-expanded={open ? 'true' : 'false'} aria-label={i18n.t('form.pickWhat', [what])} onClick={onToggle}>
      {i18n.t('form.pick')}
    </Button>
  );
}
