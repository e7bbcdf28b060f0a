import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { HOME_DAYS, type HomeDays } from '../../../lib/model/console-home.ts';

/** How many days the figures look back. */
export function SpanSwitch({ span, onPick }: { span: HomeDays; onPick: (span: HomeDays) => void }): JSX.Element {
  return (
    <fieldset class="home-span">
      <legend class="unseen">{i18n.t('home.span.label')}</legend>
      {HOME_DAYS.map((days) => (
        <label key={days} class="home-span-one">
          <input type="radio" name="home-span" class="unseen" checked={days === span} onChange={() => onPick(days)} />
          <span>{i18n.t('home.span.days', [String(days)])}</span>
        </label>
      ))}
    </fieldset>
  );
}
