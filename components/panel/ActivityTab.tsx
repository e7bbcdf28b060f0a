import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ActView } from '../../lib/model/operation.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { Empty } from '../ui/Empty.tsx';
import { sinceWords } from '../ui/time.ts';
import { wordOf } from '../words.ts';
import { UndoButton } from './ActToasts.tsx';
import { usePanel } from './context.ts';
import { WaitingList } from './WaitingList.tsx';
import { actTitle, checkedWords } from './words.ts';

export const ACT_TONES: Record<ActView['state'], Tone> = {
  queued: 'accent',
  sending: 'accent',
  done: 'good',
  'needs-you': 'warn',
  failed: 'bad',
  undone: 'neutral',
};

/** What still waits, and what was done of late. */
export function ActivityTab(): JSX.Element {
  const { view } = usePanel();
  return (
    <>
      <WaitingList />
      {view.acts.length === 0 && view.waiting.length === 0 ? (
        <Empty icon="clock" title={i18n.t('panel.activity.noneTitle')}>
          {i18n.t('panel.activity.none')}
        </Empty>
      ) : null}
      {view.acts.length ? (
        <section class="group" aria-label={i18n.t('panel.activity.recent')}>
          <h2 class="eyebrow">{i18n.t('panel.activity.recent')}</h2>
          <ul class="rows">
            {view.acts.map((act) => (
              <Row key={act.id} act={act} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Row({ act }: { act: ActView }): JSX.Element {
  const { view } = usePanel();
  const facts = [sinceWords(act.at, view.now, view.timeZone)];
  if (act.state === 'done' && act.checked) facts.push(checkedWords(act));
  return (
    <li class="row">
      <div class="row-words">
        <p class="row-title" dir="auto">
          {actTitle(act)}
        </p>
        <p class="row-sub">{facts.join(' · ')}</p>
        {act.error ? <p class="row-sub row-bad">{wordOf('error', act.error.code)}</p> : null}
      </div>
      <div class="row-end">
        <Badge tone={ACT_TONES[act.state]}>{wordOf('state', act.state)}</Badge>
        <UndoButton act={act} />
      </div>
    </li>
  );
}
