import type { JSX } from 'preact';
import type { FieldKind } from '../../lib/catalog/fields.ts';
import { type InputProps, textOf } from './control-props.ts';

type Look = { type?: 'date' | 'datetime-local'; mode?: 'email' | 'tel' | 'decimal' };
const LOOKS: Partial<Record<FieldKind, Look>> = {
  email: { mode: 'email' },
  phone: { mode: 'tel' },
  number: { mode: 'decimal' },
  money: { mode: 'decimal' },
  date: { type: 'date' },
  due: { type: 'date' },
  instant: { type: 'datetime-local' },
  millis: { type: 'datetime-local' },
  seconds: { type: 'datetime-local' },
};

const TEXT = { type: 'text' } as const;
const DATE = { type: 'date' } as const;
const TIME = { type: 'datetime-local' } as const;

const two = (part: number): string => String(part).padStart(2, '0');
/** An instant as `datetime-local` wants it: this computer's hours, without a zone. */
function localOf(text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return '';
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
const instantOf = (local: string): string => (local ? new Date(local).toISOString() : '');

/** Everything that is typed: texts, numbers, days and times. In a mapping a day may be a template, so it is typed too. */
export function TextInput({ control, field, mapping, value, onChange }: InputProps): JSX.Element {
  const put = (text: string) => onChange(text === '' ? undefined : text);
  const text = textOf(value);
  if (field.kind === 'long') {
    return (
      <textarea {...control} class="input" name={field.name} rows={3} value={text} onInput={(e) => put(e.currentTarget.value)} />
    );
  }
  const look = LOOKS[field.kind] ?? {};
  const type = mapping ? 'text' : (look.type ?? 'text');
  const isLocal = type === 'datetime-local';
  return (
    <input
      {...control}
      class="input"
      name={field.name}
      {...(type === 'date' ? DATE : isLocal ? TIME : TEXT)}
      inputMode={look.mode}
      autocomplete="off"
      value={isLocal ? localOf(text) : text}
      onInput={(event) => put(isLocal ? instantOf(event.currentTarget.value) : event.currentTarget.value)}
    />
  );
}
