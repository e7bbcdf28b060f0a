import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Activity } from '../../../lib/model/activity.ts';
import { activityKindKey, activityOutcomeKey } from '../../../lib/model/sync-words.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { clockWords } from '../../ui/time.ts';
import { useQuery } from '../../use-query.ts';
import type { DetailProps } from './detail-props.ts';
import { lookUp, opWords, whyWords } from './words.ts';

/** Everything of the same click or plan, oldest first. */
export function CauseChain({ row, act, zone }: DetailProps & { act: string }): JSX.Element {
  const filter = row.link ? { link: row.link, act } : { act };
  const { value, error } = useQuery('activity.view', { filter }, ({ signal }) => signal === 'store.changed');
  if (error && !value) return <p class="muted">{i18n.t('activityPage.chainFailed')}</p>;
  if (!value) return <Skeleton lines={2} label={i18n.t('activityPage.chain')} />;
  const rows = value.rows.toReversed();
  if (rows.length < 2) return <p class="muted">{i18n.t('activityPage.alone')}</p>;
  return (
    <ol class="log-chain" aria-label={i18n.t('activityPage.chain')}>
      {rows.map((one) => (
        <li key={one.seq} aria-current={one.seq === row.seq ? 'step' : undefined}>
          <span class="log-clock nums">{clockWords(one.at, zone)}</span>
          <span>
            {stepWords(one)}
            {one.seq === row.seq ? <span class="muted"> ({i18n.t('activityPage.self')})</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

function stepWords({ kind, op, why, body, outcome }: Activity): string {
  const what = op ? opWords(op) : lookUp(activityKindKey(kind));
  const words = [what, body.label].filter(Boolean).join(' · ');
  const end = lookUp(activityOutcomeKey(outcome)).toLowerCase();
  return why ? `${words}: ${end}. ${whyWords(why)}` : `${words}: ${end}`;
}
