import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { DATE_STYLES, type Preferences, type SettingsView } from '../../../lib/model/settings-view.ts';
import { Field } from '../../ui/Field.tsx';
import { systemName } from '../words.ts';
import type { SetPreferences } from './LookCard.tsx';

const localeOf = (style: Preferences['dates']): string | undefined =>
  style === 'auto' ? i18n.t('time.locale') || undefined : style;

/** A day and a time in that style. */
const example = (style: Preferences['dates'], at: number): string =>
  new Intl.DateTimeFormat(localeOf(style), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);

/** The name of a country in the language of the words. */
function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(i18n.t('time.locale') || undefined, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The language of the words, how days are written, and what each account takes for granted. */
export function LanguageCard({ view, set }: { view: SettingsView; set: SetPreferences }): JSX.Element {
  const id = useId();
  const { dates } = view.preferences;
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('settings.language.title')}</h2>
      <Field label={i18n.t('settings.language.language')} hint={i18n.t('settings.language.hint')}>
        {(control) => (
          <select {...control} class="input" value="en">
            <option value="en">{i18n.t('settings.language.english')}</option>
          </select>
        )}
      </Field>
      <Field label={i18n.t('settings.language.dates')} hint={i18n.t('settings.language.example', [example(dates, view.now)])}>
        {(control) => (
          <select
            {...control}
            class="input"
            value={dates}
            onChange={(event) => set({ dates: event.currentTarget.value as Preferences['dates'] })}
          >
            {DATE_STYLES.map((one) => (
              <option key={one} value={one}>
                {one === 'auto' ? i18n.t('settings.language.auto') : example(one, view.now)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <h3 class="field-label">{i18n.t('settings.language.phones')}</h3>
      <p class="muted small">{i18n.t('settings.language.phonesHint')}</p>
      {view.regions.length ? <Regions view={view} /> : <p class="small">{i18n.t('settings.language.none')}</p>}
    </section>
  );
}

function Regions({ view }: { view: SettingsView }): JSX.Element {
  return (
    <table class="set-table">
      <caption class="unseen">{i18n.t('settings.language.phones')}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('settings.language.account')}</th>
          <th scope="col">{i18n.t('settings.language.country')}</th>
          <th scope="col">{i18n.t('settings.language.zone')}</th>
        </tr>
      </thead>
      <tbody>
        {view.regions.map(({ id, name, system, country, timeZone }) => (
          <tr key={id}>
            <th scope="row">
              {name} <span class="muted small">{systemName(system)}</span>
            </th>
            <td>{countryName(country)}</td>
            <td>{timeZone ?? i18n.t('settings.language.noZone')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
