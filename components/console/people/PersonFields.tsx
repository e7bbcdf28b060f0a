import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PersonPageView } from '../../../lib/model/console-sync.ts';
import type { FieldRow } from '../../../lib/model/panel.ts';
import { Button } from '../../ui/Button.tsx';
import { wordOf } from '../../words.ts';
import { valueWords } from '../needs-you/values.ts';
import type { PersonAct } from './use-person-act.ts';

interface PersonFieldsProps {
  view: PersonPageView;
  act: PersonAct;
}

/** Field by field; each difference can be settled towards one side. */
export function PersonFields({ view, act }: PersonFieldsProps): JSX.Element {
  const id = useId();
  return (
    <section class="con-panel pp-section" aria-labelledby={id}>
      <header class="pp-section-head">
        <h2 id={id}>{i18n.t('people.fields')}</h2>
        <FillAll view={view} act={act} />
      </header>
      {view.fields.length ? <FieldTable view={view} act={act} /> : <p class="muted">{i18n.t('people.unread')}</p>}
    </section>
  );
}

/** Pushes all that HighLevel lacks at once. */
function FillAll({ view: { fields, writing }, act }: PersonFieldsProps): JSX.Element | null {
  const fills = fields.filter(({ state, pushable }) => state === 'only-clio' && pushable).map(({ field }) => field);
  if (!fills.length || !writing.highlevel) return null;
  return (
    <Button
      kind="primary"
      size="small"
      busy={act.busy === 'fill'}
      onClick={() => void act.run('fill', { act: 'push', fields: fills })}
    >
      {i18n.t('people.pushAll', fills.length)}
    </Button>
  );
}

function FieldTable({ view: { fields, timeZone, writing }, act }: PersonFieldsProps): JSX.Element {
  return (
    <table class="pp-sides pp-fields">
      <thead>
        <tr>
          <th scope="col">{i18n.t('people.field')}</th>
          <th scope="col">Clio</th>
          <th scope="col">HighLevel</th>
          <th scope="col">
            <span class="unseen">{i18n.t('people.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((row) => (
          <tr key={row.field} class={row.state === 'same' ? undefined : 'pp-differs'}>
            <th scope="row">{wordOf('field', row.field)}</th>
            <Value value={row.clio} zone={timeZone} />
            <Value value={row.highlevel} zone={timeZone} />
            <td class="pp-row-acts">
              <FieldActs row={row} act={act} writing={writing} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ value, zone }: { value?: string; zone: string }): JSX.Element {
  return <td dir="auto">{value ? valueWords(value, zone) : <span class="pp-lacking">{i18n.t('people.blank')}</span>}</td>;
}

function FieldActs({
  row,
  act,
  writing,
}: {
  row: FieldRow;
  act: PersonAct;
  writing: PersonPageView['writing'];
}): JSX.Element | null {
  const { field, state, pushable, copyable, highlevel } = row;
  const name = wordOf('field', field);
  if (pushable && writing.highlevel && (state === 'only-clio' || state === 'differs')) {
    const isOver = state === 'differs';
    const words = i18n.t(isOver ? 'people.overwrite' : 'people.fill');
    const over = isOver ? { overwrite: [field], seen: { [field]: highlevel ?? '' } } : {};
    return (
      <Button
        kind="quiet"
        size="small"
        aria-label={`${words}: ${name}`}
        busy={act.busy === `push:${field}`}
        onClick={() => void act.run(`push:${field}`, { act: 'push', fields: [field], ...over })}
      >
        {words}
      </Button>
    );
  }
  if (!copyable || !writing.clio || state !== 'only-highlevel') return null;
  return (
    <Button
      kind="quiet"
      size="small"
      aria-label={`${i18n.t('people.copy')}: ${name}`}
      busy={act.busy === `copy:${field}`}
      onClick={() => void act.run(`copy:${field}`, { act: 'copy', fields: [field] })}
    >
      {i18n.t('people.copy')}
    </Button>
  );
}
