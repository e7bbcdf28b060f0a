import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AskBody } from '../../../lib/model/ask.ts';
import type { System } from '../../../lib/model/subject.ts';
import { systemName } from '../words.ts';
import { apart, fieldWords, valueWords } from './values.ts';

/** Who wins, by field id. */
export type Picks = Readonly<Record<string, System>>;
type FieldOf = NonNullable<AskBody['fields']>[number];

const say = i18n.t as unknown as (key: string) => string;
const SIDES = ['clio', 'highlevel'] as const;

export interface ConflictTableProps {
  fields: FieldOf[];
  entity?: string;
  zone: string;
  picks: Picks;
  /** Left out where there is nothing to pick: one field is decided by the buttons. */
  onPick?: (field: string, side: System) => void;
}

/** Both values side by side, what differs tinted; with several fields each has its own winner. */
export function ConflictTable({ fields, onPick, ...rest }: ConflictTableProps): JSX.Element {
  return (
    <table class="ny-table">
      <thead>
        <tr>
          <th scope="col">{i18n.t('needsYou.field')}</th>
          {SIDES.map((side) => (
            <th key={side} scope="col">
              {systemName(side)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <Row key={field.id} field={field} onPick={onPick} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ field, entity, zone, picks, onPick }: Omit<ConflictTableProps, 'fields'> & { field: FieldOf }): JSX.Element {
  const group = useId();
  const name = fieldWords(entity, field.id);
  return (
    <tr>
      <th scope="row">
        {name}
        {field.base ? <span class="ny-was">{i18n.t('needsYou.was', [valueWords(field.base, zone)])}</span> : null}
        {field.why && field.why !== 'ask' ? (
          <span class="ny-was">{say(`merge.why.${field.why.replaceAll('-', '_')}`)}</span>
        ) : null}
      </th>
      {SIDES.map((side) => {
        const isPicked = picks[field.id] === side;
        const value = <Value value={field[side]} other={field[side === 'clio' ? 'highlevel' : 'clio']} zone={zone} />;
        return (
          <td key={side} class={isPicked ? 'ny-picked' : undefined}>
            {onPick ? (
              <label class="ny-pick">
                <input
                  type="radio"
                  name={group}
                  checked={isPicked}
                  aria-label={i18n.t('needsYou.pick', [name, systemName(side), field[side] ?? i18n.t('needsYou.blank')])}
                  onChange={() => onPick(field.id, side)}
                />
                {value}
              </label>
            ) : (
              value
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Value({ value, other, zone }: { value?: string; other?: string; zone: string }): JSX.Element {
  if (!value) return <span class="ny-blank">{i18n.t('needsYou.blank')}</span>;
  const [before, middle, after] = apart(valueWords(value, zone), valueWords(other ?? '', zone));
  return (
    <span class="ny-value" dir="auto">
      {before}
      {middle ? <mark class="ny-differs">{middle}</mark> : null}
      {after}
    </span>
  );
}
