import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Pick } from './Pick.tsx';
import type { PartProps } from './part-props.ts';

const MINUTES = [10, 15, 30, 60, 120, 1440];

function reminderWords(minutes: number): string {
  if (minutes === 60) return i18n.t('mappings.calendars.hour');
  return minutes === 1440 ? i18n.t('mappings.calendars.day') : i18n.t('mappings.calendars.minutes', [String(minutes)]);
}

/** Where new appointments and entries are made, and when Clio reminds. */
export function CalendarsCard({ pair, choice, change }: PartProps): JSX.Element {
  const id = useId();
  const { reminderMinutes, calendars } = choice;
  const offered = [...new Set([...MINUTES, ...(reminderMinutes === undefined ? [] : [reminderMinutes])])];
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('mappings.calendars.title')}</h2>
      <div class="con-pair-fields">
        {(['clio', 'highlevel'] as const).map((system) => (
          <Pick
            key={system}
            label={i18n.t(system === 'clio' ? 'mappings.calendars.clio' : 'mappings.calendars.highlevel')}
            none={i18n.t('mappings.calendars.choose')}
            value={calendars[system]}
            places={pair.calendars[system]}
            onChoose={(one) => change({ calendars: { ...calendars, [system]: one } })}
          />
        ))}
        <Pick
          label={i18n.t('mappings.calendars.reminder')}
          none={i18n.t('mappings.calendars.noReminder')}
          value={reminderMinutes === undefined ? undefined : String(reminderMinutes)}
          places={offered.map((one) => ({ id: String(one), name: reminderWords(one) }))}
          onChoose={(one) => change({ reminderMinutes: one === undefined ? undefined : Number(one) })}
        />
      </div>
    </section>
  );
}
