import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Field } from '../../ui/Field.tsx';
import { ActError } from '../ActError.tsx';
import { useSend } from '../use-send.ts';

const OFFERED = [7, 30, 90, 180, 365, 1095, 2555];

function spanWords(days: number): string {
  if (days === 365) return i18n.t('privacy.keep.year');
  return days % 365 ? i18n.t('privacy.keep.days', [String(days)]) : i18n.t('privacy.keep.years', [String(days / 365)]);
}

/** How long the activity log stays. */
export function KeepCard({ days, say }: { days: number; say: (words: string) => void }): JSX.Element {
  const id = useId();
  const act = useSend('privacy.keep');
  const offered = OFFERED.includes(days) ? OFFERED : [...OFFERED, days].sort((a, b) => a - b);
  const set = async (next: number) => {
    if (await act.run({ days: next })) say(i18n.t('privacy.keep.saved', [spanWords(next)]));
  };
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('privacy.keep.title')}</h2>
      <Field label={i18n.t('privacy.keep.label')} hint={i18n.t('privacy.keep.hint')}>
        {(control) => (
          <select
            {...control}
            class="input pri-short"
            value={days}
            disabled={act.busy}
            onChange={(event) => set(Number(event.currentTarget.value))}
          >
            {offered.map((one) => (
              <option key={one} value={one}>
                {spanWords(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ActError error={act.error} />
    </section>
  );
}
