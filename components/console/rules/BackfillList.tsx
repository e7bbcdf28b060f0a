import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { BackfillView } from '../../../lib/model/rules-view.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ActError } from '../ActError.tsx';
import { useSend } from '../use-send.ts';
import { ago, errorWords } from '../words.ts';

const TONES: Record<BackfillView['state'], Tone> = { running: 'accent', paused: 'warn', done: 'good', cancelled: 'neutral' };
const stateWords = i18n.t as unknown as (key: string) => string;

/** Runs of rules over records that were there before, with their progress. */
export function BackfillList({
  backfills,
  now,
  again,
}: {
  backfills: BackfillView[];
  now: number;
  again: () => void;
}): JSX.Element | null {
  if (backfills.length === 0) return null;
  return (
    <section aria-labelledby="rul-backfills">
      <h2 class="eyebrow" id="rul-backfills">
        {i18n.t('rules.backfill.runs')}
      </h2>
      <ul class="rul-list">
        {backfills.map((one) => (
          <BackfillRow key={one.id} backfill={one} now={now} again={again} />
        ))}
      </ul>
    </section>
  );
}

export function BackfillRow({ backfill, now, again }: { backfill: BackfillView; now: number; again: () => void }): JSX.Element {
  const { id, name, state, done, of, ran, skipped, error, at } = backfill;
  const pause = useSend('backfill.pause');
  const cancel = useSend('backfill.cancel');
  const after = (ok: boolean) => ok && again();
  const open = state === 'running' || state === 'paused';
  const count = i18n.t('rules.backfill.progress', [done.toLocaleString(), of.toLocaleString()]);
  return (
    <li class="rul-row rul-backfill">
      <div class="rul-row-words">
        <p class="con-strong">{name}</p>
        <progress
          class="rul-progress"
          max={Math.max(of, 1)}
          value={done}
          aria-label={i18n.t('rules.backfill.progressOf', [name])}
        />
        <p class="muted small nums">
          {count} · {i18n.t('rules.backfill.ran', [String(ran), String(skipped)])} · {ago(at, now)}
        </p>
        {error ? <p class="field-error">{errorWords(error)}</p> : null}
        <ActError error={pause.error ?? cancel.error} />
      </div>
      <Badge tone={TONES[state]}>{stateWords(`rules.backfill.state.${state}`)}</Badge>
      {open ? (
        <div class="rul-row-acts">
          <Button size="small" busy={pause.busy} onClick={() => void pause.run({ id, on: state === 'running' }).then(after)}>
            {i18n.t(state === 'running' ? 'rules.backfill.pause' : 'rules.backfill.goOn')}
          </Button>
          <Button size="small" busy={cancel.busy} onClick={() => void cancel.run({ id }).then(after)}>
            {i18n.t('rules.backfill.cancel')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
