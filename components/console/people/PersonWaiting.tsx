import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PersonPageView } from '../../../lib/model/console-sync.ts';
import type { WriteItem } from '../../../lib/model/operation.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { sinceWords } from '../../ui/time.ts';
import { wordOf } from '../../words.ts';
import { ActError } from '../ActError.tsx';
import { EditWrite } from '../needs-you/EditWrite.tsx';
import { useSend } from '../use-send.ts';

const TONES: Record<WriteItem['state'], Tone> = {
  queued: 'accent',
  sending: 'accent',
  done: 'good',
  unknown: 'warn',
  'needs-you': 'warn',
  failed: 'bad',
};

/** Writes of this person that are not done yet; nothing where there are none. */
export function PersonWaiting({ view, now }: { view: PersonPageView; now: number }): JSX.Element | null {
  const id = useId();
  if (!view.waiting.length) return null;
  return (
    <section class="con-panel pp-section" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('people.waiting')}</h2>
      <ul class="pp-history">
        {view.waiting.map((item) => (
          <One key={item.id} item={item} now={now} zone={view.timeZone} />
        ))}
      </ul>
    </section>
  );
}

function One({ item, now, zone }: { item: WriteItem; now: number; zone: string }): JSX.Element {
  const retry = useSend('write.retry');
  const drop = useSend('write.drop');
  const { id, op, label, state, queuedAt, error } = item;
  const isStuck = state === 'failed' || state === 'needs-you';
  return (
    <li class="pp-event">
      <span class="pp-event-at small muted nums">{sinceWords(queuedAt, now, zone)}</span>
      <div class="pp-event-words">
        <p dir="auto">
          <span class="con-strong">{wordOf('op', op) || wordOf('op', 'other')}</span> {label}
        </p>
        {error ? <p class="small muted">{wordOf('error', error.code)}</p> : null}
        {error?.facts.detail ? (
          <p class="small muted" dir="auto">
            {i18n.t('needsYou.said', [error.facts.detail])}
          </p>
        ) : null}
        <ActError error={retry.error ?? drop.error} />
        {isStuck || state === 'queued' ? (
          <div class="pp-event-acts">
            {isStuck && error?.code !== 'changed-meanwhile' ? (
              <Button size="small" busy={retry.busy} onClick={() => void retry.run({ writeId: id })}>
                {i18n.t('needsYou.retry')}
              </Button>
            ) : null}
            <EditWrite write={item} zone={zone} size="small" />
            <Button size="small" kind="quiet" busy={drop.busy} onClick={() => void drop.run({ writeId: id })}>
              {i18n.t('needsYou.drop')}
            </Button>
          </div>
        ) : null}
      </div>
      <Badge tone={TONES[state]}>{wordOf('state', state)}</Badge>
    </li>
  );
}
