import type { ComponentChildren, JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionView } from '../../lib/model/console.ts';
import { dayWords, regionHost, regionName } from './words.ts';

/** Account, region, how and by whom it was signed in, since when, and how old its key is. */
export function CardFacts({ connection }: { connection: ConnectionView }): JSX.Element {
  const { system, account, region, method, userName, pairedWith, connectedAt, keyAgeDays } = connection;
  const rows: [string, ComponentChildren][] = [
    [
      i18n.t(system === 'clio' ? 'console.card.accountClio' : 'console.card.account'),
      <span class="con-mono">{account.split(':').at(-1)}</span>,
    ],
  ];
  if (region) rows.push([i18n.t('console.clio.region'), `${regionName(region)} (${regionHost(region)})`]);
  rows.push([i18n.t('console.card.method'), i18n.t(method === 'token' ? 'console.method.token' : 'console.method.oauth')]);
  if (userName) rows.push([i18n.t('console.card.who'), userName]);
  if (pairedWith.length > 0) rows.push([i18n.t('console.card.paired'), pairedWith.map((place) => place.name).join(', ')]);
  rows.push([i18n.t('console.card.since'), dayWords(connectedAt)]);
  rows.push([i18n.t('console.card.key'), i18n.t('console.card.keyAge', keyAgeDays)]);
  return (
    <dl class="con-facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
