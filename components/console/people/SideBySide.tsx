import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { System } from '../../../lib/model/subject.ts';
import { Badge } from '../../ui/Badge.tsx';
import { dueWords, momentWords, spanWords } from '../../ui/time.ts';
import { wordOf } from '../../words.ts';
import { systemName } from '../words.ts';
import type { Both, Half } from './person-items.ts';

export interface SideBySideProps {
  title: string;
  empty: string;
  rows: Both[];
  now: number;
  zone: string;
  /** Buttons of a row. */
  acts: (row: Both) => ComponentChildren;
}

const SIDES = ['clio', 'highlevel'] as const satisfies readonly System[];

/** What stands in Clio beside what stands in HighLevel, row by row. */
export function SideBySide({ title, empty, rows, now, zone, acts }: SideBySideProps): JSX.Element {
  const id = useId();
  return (
    <section class="con-panel pp-section" aria-labelledby={id}>
      <h2 id={id}>
        {title} {rows.length ? <span class="pp-number nums">{rows.length}</span> : null}
      </h2>
      {rows.length ? (
        <table class="pp-sides">
          <thead>
            <tr>
              {SIDES.map((side) => (
                <th key={side} scope="col">
                  {systemName(side)}
                </th>
              ))}
              <th scope="col">
                <span class="unseen">{i18n.t('people.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} class={row.clio && row.highlevel ? undefined : 'pp-one'}>
                {SIDES.map((side) => (
                  <td key={side}>{row[side] ? <Item half={row[side]} now={now} zone={zone} /> : <Lacking side={side} />}</td>
                ))}
                <td class="pp-row-acts">{acts(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p class="muted">{empty}</p>
      )}
    </section>
  );
}

const Lacking = ({ side }: { side: System }): JSX.Element => (
  <span class="pp-lacking">{i18n.t(side === 'clio' ? 'people.onlyHighlevel' : 'people.onlyClio')}</span>
);

function whenWords({ due, start, end, done }: Half, now: number, zone: string): string {
  if (start) return end ? spanWords(start, end, now, zone) : momentWords(start, now, zone);
  if (!due) return '';
  const until = due.kind === 'day' ? Date.parse(`${due.day}T23:59:59Z`) : Date.parse(due.at);
  return dueWords(due, !done && until < now, now, zone);
}

function Item({ half, now, zone }: { half: Half; now: number; zone: string }): JSX.Element {
  const { title, text, who, matter, status, done, held } = half;
  const facts = [whenWords(half, now, zone), who, matter].filter(Boolean).join(' · ');
  return (
    <div class={done ? 'pp-item pp-item-done' : 'pp-item'}>
      <p class="pp-item-title" dir="auto">
        {title} {status ? <Badge>{wordOf('state', status) || status}</Badge> : null}
        {done ? <Badge tone="good">{wordOf('state', 'done')}</Badge> : null}
        {held ? <Badge tone="warn">{i18n.t('people.private')}</Badge> : null}
      </p>
      {facts ? <p class="small muted">{facts}</p> : null}
      {text ? (
        <p class="pp-item-text small" dir="auto" title={text}>
          {text}
        </p>
      ) : null}
    </div>
  );
}
