import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TryView } from '../../../lib/model/catalogue-view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { CallBlock } from './CallBlock.tsx';
import { JsonTree } from './JsonTree.tsx';
import { type Rows, rowsIn } from './rows.ts';

type Look = 'table' | 'tree' | 'call';

/** What a read brought: as a table where it is a list, as it came, and the call that was made. */
export function AnswerPart({ answer }: { answer: TryView }): JSX.Element {
  const rows = rowsIn(answer.data);
  const [chosen, setChosen] = useState<Look>('table');
  const looks: Look[] = rows ? ['table', 'tree', 'call'] : ['tree', 'call'];
  const look = looks.includes(chosen) ? chosen : 'tree';
  const labels = {
    table: i18n.t('catalogue.answer.table'),
    tree: i18n.t('catalogue.answer.tree'),
    call: i18n.t('catalogue.answer.call'),
  };
  return (
    <section class="cat-answer" aria-label={i18n.t('catalogue.answer.title')}>
      <p class="cat-answer-head">
        <Badge tone="good">{i18n.t('catalogue.answer.status', [String(answer.status)])}</Badge>
        <span class="muted small nums">{i18n.t('catalogue.answer.took', [String(answer.ms)])}</span>
        {answer.cut ? <span class="muted small">{i18n.t('catalogue.answer.cut')}</span> : null}
      </p>
      <Tabs
        label={i18n.t('catalogue.answer.title')}
        tabs={looks.map((id) => ({ id, label: labels[id], count: id === 'table' ? rows?.rows.length : undefined }))}
        chosen={look}
        onChoose={setChosen}
      >
        {look === 'table' && rows ? <Table {...rows} /> : null}
        {look === 'tree' ? (
          <div class="cat-tree con-mono">
            <JsonTree value={answer.data} />
          </div>
        ) : null}
        {look === 'call' ? <CallBlock call={answer.call} label={i18n.t('catalogue.sent')} /> : null}
      </Tabs>
    </section>
  );
}

function Table({ columns, rows }: Rows): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="cat-scroll" tabIndex={0} aria-label={i18n.t('catalogue.answer.table')}>
      <table class="cat-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((text, column) => (
                <td key={column} class="cut" title={text}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
