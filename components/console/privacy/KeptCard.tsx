import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PrivacyView } from '../../../lib/model/settings-view.ts';
import { systemName } from '../words.ts';

const count = (value: number): string => new Intl.NumberFormat(i18n.t('time.locale') || undefined).format(value);

/** How much of whom stands on this browser's disk. */
export function KeptCard({ view }: { view: PrivacyView }): JSX.Element {
  const id = useId();
  const also: [string, number][] = [
    [i18n.t('privacy.kept.activity'), view.activity],
    [i18n.t('privacy.kept.changes'), view.changes],
    [i18n.t('privacy.kept.waiting'), view.waiting],
    [i18n.t('privacy.kept.asks'), view.asks],
  ];
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('privacy.kept.title')}</h2>
      <p class="muted small">{i18n.t('privacy.kept.sealed')}</p>
      {view.accounts.length ? <Accounts view={view} /> : <p class="small">{i18n.t('privacy.kept.none')}</p>}
      <h3 class="eyebrow">{i18n.t('privacy.kept.also')}</h3>
      <dl class="con-facts">
        {also.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class="nums">{count(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Accounts({ view }: { view: PrivacyView }): JSX.Element {
  return (
    <table class="pri-table">
      <caption class="unseen">{i18n.t('privacy.kept.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('privacy.kept.account')}</th>
          <th scope="col" class="pri-number">
            {i18n.t('privacy.kept.people')}
          </th>
          <th scope="col" class="pri-number">
            {i18n.t('privacy.kept.records')}
          </th>
          <th scope="col" class="pri-number">
            {i18n.t('privacy.kept.links')}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.accounts.map(({ id, name, system, people, records, links }) => (
          <tr key={id}>
            <th scope="row">
              {name} <span class="muted pri-aside">{systemName(system)}</span>
            </th>
            {[people, records, links].map((value, at) => (
              <td key={at} class="pri-number nums">
                {count(value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
