import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { useQuery } from '../../use-query.ts';

/** Questions and stopped writes, in the rail; nothing while nothing waits. */
export function AskBadge(): JSX.Element | null {
  const { value } = useQuery('asks.count', {}, ({ signal }) => signal === 'store.changed');
  const count = value ? value.open + value.stopped : 0;
  if (!count) return null;
  return (
    <span class="badge badge-warn con-page-badge">
      <span aria-hidden="true">{count > 999 ? '999+' : count}</span>
      <span class="unseen">{i18n.t('needsYou.badge', count)}</span>
    </span>
  );
}
