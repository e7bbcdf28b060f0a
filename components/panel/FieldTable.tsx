import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ContactField } from '../../lib/model/contact.ts';
import type { FieldRow, PersonView } from '../../lib/model/panel.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { wordOf } from '../words.ts';
import { usePanel } from './context.ts';
import { copiesOf, valueWords } from './review.ts';
import { inFlight, stateTone } from './words.ts';

/** `=` both alike, `→` a push would fill it, `←` Clio lacks it, `≠` both have something else. */
type Mark = '=' | '→' | '←' | '≠';
const MARKS = { '=': 'panel.mark.same', '→': 'panel.mark.fill', '←': 'panel.mark.back', '≠': 'panel.mark.differs' } as const;

function markOf(row: FieldRow): Mark {
  if (row.clio && !row.highlevel) return '→';
  if (!row.clio && row.highlevel) return '←';
  return row.state === 'same' ? '=' : '≠';
}

export function FieldTable({ person }: { person: PersonView }): JSX.Element {
  const [only, setOnly] = useState(false);
  const { view } = usePanel();
  const rows = person.fields.filter((row) => row.clio || row.highlevel);
  const different = rows.filter((row) => row.state !== 'same');
  const shown = only ? different : rows;
  const copies = view.can.writeClio ? copiesOf(rows) : [];
  return (
    <section class="group" aria-label={i18n.t('panel.fields.title')}>
      <header class="group-head">
        <h2 class="eyebrow">{i18n.t('panel.fields.title')}</h2>
        {different.length && different.length < rows.length ? (
          <Button kind="quiet" size="small" aria-pressed={only ? 'true' : 'false'} onClick={() => setOnly(!only)}>
            {i18n.t('panel.fields.only')}
          </Button>
        ) : null}
      </header>
      <table class="fields">
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{i18n.t('panel.fields.field')}</span>
            </th>
            <th scope="col">Clio</th>
            <th scope="col">
              <span class="unseen">{i18n.t('panel.fields.compared')}</span>
            </th>
            <th scope="col">HighLevel</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.field} row={row} copy={copies.includes(row.field)} />
          ))}
        </tbody>
      </table>
      {copies.length > 1 ? <CopyAll fields={copies} /> : null}
    </section>
  );
}

function Row({ row, copy }: { row: FieldRow; copy: boolean }): JSX.Element {
  const mark = markOf(row);
  const badge = inFlight(row.state) || row.state === 'failed' || row.state === 'needs-you' || row.state === 'held';
  return (
    <tr class={row.state === 'same' ? 'same' : 'differs'}>
      <th scope="row">{wordOf('field', row.field)}</th>
      <td>{copy ? <CopyOne field={row.field} /> : <Value field={row.field} value={row.clio} />}</td>
      <td class="fields-mark">
        <span aria-hidden="true">{mark}</span>
        <span class="unseen">{i18n.t(MARKS[mark])}</span>
      </td>
      <td>
        <Value field={row.field} value={row.highlevel} />
        {badge ? <Badge tone={stateTone(row.state)}>{wordOf('state', row.state)}</Badge> : null}
      </td>
    </tr>
  );
}

function Value({ field, value }: { field: ContactField; value?: string }): JSX.Element {
  if (!value) return <span class="nothing">{i18n.t('panel.fields.empty')}</span>;
  return (
    <span class="value" dir="auto" title={value}>
      {valueWords(field, value)}
    </span>
  );
}

function CopyOne({ field }: { field: ContactField }): JSX.Element {
  const { view, act, busy } = usePanel();
  const slot = `copy:${field}`;
  return (
    <Button
      kind="quiet"
      size="small"
      icon="copy"
      class="copy"
      data-focus={slot}
      aria-label={i18n.t('panel.fields.copyOne', [wordOf('field', field)])}
      busy={busy.has(slot)}
      onClick={() => void act(slot, 'contact.copy-to-clio', { key: view.key, fields: [field] })}
    >
      {i18n.t('panel.fields.copy')}
    </Button>
  );
}

function CopyAll({ fields }: { fields: ContactField[] }): JSX.Element {
  const { view, act, busy } = usePanel();
  return (
    <Button
      kind="quiet"
      size="small"
      icon="copy"
      class="start"
      busy={busy.has('copy')}
      onClick={() => void act('copy', 'contact.copy-to-clio', { key: view.key, fields })}
    >
      {i18n.t('panel.fields.copyAll', fields.length)}
    </Button>
  );
}
