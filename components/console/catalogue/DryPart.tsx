import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { DryView } from '../../../lib/model/catalogue-view.ts';
import { skipWords } from '../../../lib/rules/operators.ts';
import { fieldLabel } from '../../form/field-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { valueWords } from '../activity/words.ts';
import { CallBlock } from './CallBlock.tsx';

const lookUp = i18n.t as unknown as (key: string) => string;

/** What a write would do. */
export function DryPart({ dry }: { dry: DryView }): JSX.Element {
  const { call, first, fields, skipped } = dry;
  return (
    <section class="cat-answer" aria-label={i18n.t('catalogue.dry.title')}>
      <Banner tone="info" icon="shield" title={i18n.t('catalogue.dry.nothingSent')}>
        {skipped ? lookUp(skipWords(skipped)) : i18n.t('catalogue.dry.wouldSend')}
      </Banner>
      {fields.length > 0 ? (
        <table class="cat-table cat-diff">
          <thead>
            <tr>
              <th scope="col">{i18n.t('catalogue.dry.field')}</th>
              <th scope="col">{i18n.t('catalogue.dry.before')}</th>
              <th scope="col">{i18n.t('catalogue.dry.after')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{fieldLabel(field)}</th>
                <td>{valueWords(before) || <span class="muted">{i18n.t('catalogue.dry.unknown')}</span>}</td>
                <td>{valueWords(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {first ? <CallBlock call={first} label={i18n.t('catalogue.dry.first')} /> : null}
      {call ? <CallBlock call={call} label={i18n.t('catalogue.dry.then')} /> : null}
    </section>
  );
}
