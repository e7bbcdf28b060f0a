import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { CallView } from '../../../lib/model/catalogue-view.ts';

/** A call in full: method, address, headers, body. */
export function CallBlock({ call, label }: { call: CallView; label: string }): JSX.Element {
  return (
    <figure class="cat-call">
      <figcaption class="eyebrow">{label}</figcaption>
      <p class="cat-line con-mono">
        <strong>{call.method}</strong> {call.url}
      </p>
      <dl class="cat-headers con-mono">
        {Object.entries(call.headers).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {call.body === undefined ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section class="cat-body con-mono" tabIndex={0} aria-label={i18n.t('catalogue.body')}>
          {JSON.stringify(call.body, null, 2)}
        </section>
      )}
    </figure>
  );
}
