import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Activity } from '../../../lib/model/activity.ts';
import type { ActivityView } from '../../../lib/model/console-sync.ts';
import { Icon } from '../../ui/Icon.tsx';
import { clockWords, dayIn, dayWords } from '../../ui/time.ts';
import { RowDetail } from './RowDetail.tsx';
import { RowLine } from './RowLine.tsx';

/** Rows under the day they fell on, newest first. */
export function LogList({ view, now }: { view: ActivityView; now: number }): JSX.Element {
  const days = Map.groupBy(view.rows, ({ at }) => dayIn(at, view.timeZone));
  return (
    <section class="log" aria-label={i18n.t('activityPage.list')}>
      {[...days].map(([day, rows]) => (
        <section key={day} class="log-day" aria-label={dayWords(day, now, view.timeZone)}>
          <h2 class="eyebrow log-date">{dayWords(day, now, view.timeZone)}</h2>
          <ul class="log-rows">
            {rows.map((row) => (
              <Row key={row.seq} row={row} view={view} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Row({ row, view }: { row: Activity; view: ActivityView }): JSX.Element {
  const [open, setOpen] = useState(false);
  const id = useId();
  const zone = view.timeZone;
  return (
    <li class={open ? 'log-row log-row-open' : 'log-row'}>
      <button
        type="button"
        class="log-line"
        data-log-row
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onKeyDown={moveOn}
        onClick={() => setOpen(!open)}
      >
        <span class="log-clock nums">{clockWords(row.at, zone)}</span>
        <RowLine row={row} people={view.people} rules={view.rules} />
        <Icon name="chevron" size={14} />
      </button>
      {open ? (
        <div id={id}>
          <RowDetail row={row} people={view.people} rules={view.rules} zone={zone} />
        </div>
      ) : null}
    </li>
  );
}

const STEPS: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Arrows (and j, k) go from row to row, over the days. */
function moveOn(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...document.querySelectorAll<HTMLElement>('[data-log-row]')];
  const next = rows[rows.indexOf(event.currentTarget as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
