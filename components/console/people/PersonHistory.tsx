import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Activity } from '../../../lib/model/activity.ts';
import type { PersonPageView } from '../../../lib/model/console-sync.ts';
import { activityByKey, activityKindKey, activityOutcomeKey, activityWhyKey } from '../../../lib/model/sync-words.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { sinceWords } from '../../ui/time.ts';
import { wordOf } from '../../words.ts';
import { valueWords } from '../activity/words.ts';
import { fieldWords } from '../needs-you/values.ts';

const say = i18n.t as unknown as (key: string) => string;
const TONES: Partial<Record<Activity['outcome'], Tone>> = {
  done: 'good',
  queued: 'accent',
  asked: 'warn',
  held: 'warn',
  'needs-you': 'warn',
  failed: 'bad',
};

/** `before → after` of the fields that were written; whole texts are cut by the style. */
function changes({ before = {}, after = {} }: Activity['body'], entity: string | undefined): string {
  return Object.keys(after)
    .map((field) => {
      const [from, to] = [valueWords(before[field]), valueWords(after[field])];
      return `${fieldWords(entity, field)}: ${from ? `${from} → ` : ''}${to || i18n.t('people.blank')}`;
    })
    .join('; ');
}

/** What happened to this person lately, and by whom. */
export function PersonHistory({ view, now }: { view: PersonPageView; now: number }): JSX.Element {
  const id = useId();
  return (
    <section class="con-panel pp-section" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('people.history')}</h2>
      {view.activity.length ? (
        <ol class="pp-history">
          {view.activity.map((row) => (
            <li key={row.seq} class="pp-event">
              <span class="pp-event-at small muted nums">{sinceWords(row.at, now, view.timeZone)}</span>
              <div class="pp-event-words">
                <p dir="auto">
                  <span class="con-strong">{(row.op && wordOf('op', row.op)) || say(activityKindKey(row.kind))}</span>{' '}
                  {row.body.label}
                </p>
                <p class="small muted">
                  {say(activityByKey(row.by))}
                  {row.why ? ` · ${say(activityWhyKey(row.why))}` : ''}
                  {row.error ? ` · ${wordOf('error', row.error)}` : ''}
                </p>
                {row.body.after ? (
                  <p class="small pp-event-changes" dir="auto">
                    {changes(row.body, row.entity)}
                  </p>
                ) : null}
              </div>
              <Badge tone={TONES[row.outcome] ?? 'neutral'}>{say(activityOutcomeKey(row.outcome))}</Badge>
            </li>
          ))}
        </ol>
      ) : (
        <p class="muted">{i18n.t('people.noHistory')}</p>
      )}
    </section>
  );
}
