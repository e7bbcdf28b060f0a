import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { StuckWrite } from '../../../lib/model/console-sync.ts';
import { sinceWords } from '../../ui/time.ts';
import { valueWords as anyWords } from '../activity/words.ts';
import { fieldWords, valueWords } from './values.ts';
import { WhyStopped } from './WhyStopped.tsx';

/** `highlevel.task.create` is about a task. */
const entityOf = (op: string): string => op.split('.')[1] ?? '';

export interface StuckDetailProps {
  write: StuckWrite;
  now: number;
  zone: string;
}

/** A write that stopped: what it wants, why it stopped, and what the other side said. */
export function StuckDetail({ write, now, zone }: StuckDetailProps): JSX.Element {
  const { by, error, queuedAt } = write;
  return (
    <>
      {error ? <WhyStopped error={error} /> : null}
      <p class="muted small">
        {i18n.t(`needsYou.by.${by}`)} · {i18n.t('needsYou.queued', [sinceWords(queuedAt, now, zone)])}
      </p>
      <WantedTable write={write} zone={zone} />
    </>
  );
}

/** What was to be written, beside what was found there when it overwrites something. */
function WantedTable({ write, zone }: { write: StuckWrite; zone: string }): JSX.Element | null {
  const { op, sent = {}, found = {} } = write;
  const isUpdate = Object.keys(found).length > 0;
  const fields = [...new Set([...Object.keys(sent), ...Object.keys(found)])];
  if (!fields.length) return null;
  return (
    <table class="ny-table">
      <thead>
        <tr>
          <th scope="col">{i18n.t('needsYou.field')}</th>
          {isUpdate ? <th scope="col">{i18n.t('needsYou.found')}</th> : null}
          <th scope="col">{i18n.t('needsYou.sent')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{fieldWords(entityOf(op), field)}</th>
            {isUpdate ? <Cell value={found[field]} zone={zone} /> : null}
            <Cell value={sent[field]} zone={zone} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ value, zone }: { value: unknown; zone: string }): JSX.Element {
  const words = typeof value === 'string' ? valueWords(value, zone) : anyWords(value);
  return <td dir="auto">{words || <span class="ny-blank">{i18n.t('needsYou.blank')}</span>}</td>;
}
