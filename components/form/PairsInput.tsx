import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';
import type { ControlProps } from '../ui/Field.tsx';
import type { InputProps } from './control-props.ts';
import { fieldLabel } from './field-words.ts';
import { RecordInput } from './RecordInput.tsx';

type Row = [string, string];
const rowsOf = (value: unknown): Row[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value as Record<string, string>) : [];

const tableOf = (rows: Row[]): Record<string, string> | undefined => {
  const full = rows.filter(([key]) => key);
  return full.length > 0 ? Object.fromEntries(full) : undefined;
};

const controlOf = (id: string, at: number): ControlProps => ({
  id: `${id}-${at}`,
  'aria-describedby': undefined,
  'aria-invalid': undefined,
});

/** Values by the id of a custom field, or by the key of a property. */
export function PairsInput(props: InputProps): JSX.Element {
  const { field, value, onChange } = props;
  const [rows, setRows] = useState<Row[]>(() => (rowsOf(value).length ? rowsOf(value) : [['', '']]));
  const put = (next: Row[]) => {
    setRows(next);
    onChange(tableOf(next));
  };
  const change = (at: number, row: Row) => put(rows.map((one, index) => (index === at ? row : one)));
  return (
    <fieldset class="form-pairs" id={props.control.id} aria-label={fieldLabel(field.name)}>
      {rows.map(([key, text], at) => (
        <div class="form-pair" key={at}>
          <RecordInput
            {...props}
            control={controlOf(props.control.id, at)}
            label={i18n.t('form.pairKey')}
            value={key}
            onChange={(next) => change(at, [String(next ?? ''), text])}
          />
          <input
            class="input"
            type="text"
            aria-label={i18n.t('form.pairValue')}
            placeholder={i18n.t('form.pairValue')}
            value={text}
            onInput={(event) => change(at, [key, event.currentTarget.value])}
          />
          <Remove onRemove={() => put(rows.filter((_, index) => index !== at))} />
          {props.chips?.(`${i18n.t('form.pairValue')} ${at + 1}`, (chip) => change(at, [key, `${text}${chip}`]))}
        </div>
      ))}
      <Add onAdd={() => setRows([...rows, ['', '']])} />
    </fieldset>
  );
}

function Remove({ onRemove }: { onRemove: () => void }): JSX.Element {
  return <Button kind="quiet" size="small" icon="close" aria-label={i18n.t('form.removeRow')} onClick={onRemove} />;
}

function Add({ onAdd }: { onAdd: () => void }): JSX.Element {
  return (
    <Button kind="quiet" size="small" icon="add" onClick={onAdd}>
      {i18n.t('form.addRow')}
    </Button>
  );
}
