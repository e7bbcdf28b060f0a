import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { FieldRow } from '../../lib/model/panel.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { wordOf } from '../words.ts';
import { usePanel } from './context.ts';
import { valueWords } from './review.ts';

const filled = (rows: FieldRow[]): FieldRow[] => rows.filter((row) => row.clio);

/** What a new HighLevel contact would hold, before anything is written. */
export function CreatePreview({ rows, location }: { rows: FieldRow[]; location: string }): JSX.Element {
  return (
    <Card level={2} title={i18n.t('panel.create.title', [location])}>
      <dl class="pairs">
        {filled(rows).map((row) => (
          <div key={row.field} class="pair">
            <dt>{wordOf('field', row.field)}</dt>
            <dd class="cut" dir="auto" title={row.clio}>
              {valueWords(row.field, row.clio)}
            </dd>
          </div>
        ))}
      </dl>
      <p class="muted small">{i18n.t('panel.create.words')}</p>
    </Card>
  );
}

export function CreateButton({ rows }: { rows: FieldRow[] }): JSX.Element {
  const { view, act, busy } = usePanel();
  const count = filled(rows).length;
  return (
    <Button
      kind="primary"
      class="grow"
      busy={busy.has('create')}
      onClick={() => void act('create', 'contact.create', { key: view.key })}
    >
      {i18n.t('panel.create.go', count)}
    </Button>
  );
}
