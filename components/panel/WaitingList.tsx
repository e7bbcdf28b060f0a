import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { WriteItem } from '../../lib/model/operation.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { Icon } from '../ui/Icon.tsx';
import { inWords, sinceWords } from '../ui/time.ts';
import { wordOf } from '../words.ts';
import { usePanel } from './context.ts';
import { WaitingActs } from './WaitingActs.tsx';

const TONES: Record<WriteItem['state'], Tone> = {
  queued: 'accent',
  sending: 'accent',
  done: 'good',
  unknown: 'warn',
  'needs-you': 'warn',
  failed: 'bad',
};

/** Writes of this person that are not done yet, oldest first; nothing when there are none. */
export function WaitingList(): JSX.Element | null {
  const { view } = usePanel();
  if (view.waiting.length === 0) return null;
  return (
    <section class="group" aria-label={i18n.t('panel.waiting.title')}>
      <h2 class="eyebrow">{i18n.t('panel.waiting.title')}</h2>
      <ul class="rows">
        {view.waiting.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Row({ item }: { item: WriteItem }): JSX.Element {
  const { view } = usePanel();
  const open = item.state === 'failed' || item.state === 'needs-you';
  const when = [i18n.t('panel.waiting.queued', [sinceWords(item.queuedAt, view.now, view.timeZone)])];
  if (item.nextAt && item.nextAt > view.now && item.state === 'queued')
    when.push(i18n.t('panel.waiting.next', [inWords(item.nextAt, view.now)]));
  return (
    <li class="row">
      <span class="row-mark">
        <Icon name={open ? 'alert' : 'up'} size={14} />
      </span>
      <div class="row-words">
        <p class="row-title">
          {wordOf('op', item.op) || wordOf('op', 'other')} <bdi>{item.label}</bdi>
        </p>
        <p class="row-sub">{when.join(' · ')}</p>
        {item.error ? <p class="row-sub row-bad">{wordOf('error', item.error.code)}</p> : null}
        {item.error?.facts.detail ? <p class="row-sub said">{i18n.t('panel.said', [item.error.facts.detail])}</p> : null}
        <WaitingActs item={item} />
      </div>
      <Badge tone={TONES[item.state]}>{wordOf('state', item.state)}</Badge>
    </li>
  );
}
