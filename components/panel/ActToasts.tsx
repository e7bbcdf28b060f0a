import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { retryOf } from '../../lib/model/errors.ts';
import type { ActView } from '../../lib/model/operation.ts';
import { Button } from '../ui/Button.tsx';
import { Toast, Toasts } from '../ui/Toast.tsx';
import { waitWords } from '../ui/time.ts';
import { wordOf } from '../words.ts';
import { type Refusal, usePanel } from './context.ts';
import { useCountdown } from './use-clock.ts';
import { actTitle, checkedWords } from './words.ts';

/** How long a finished act stays on screen without an undo, and a failed one before only the activity tab shows it. */
const SHOWN_MS = 10_000;
const FAILED_MS = 5 * 60_000;
const AT_ONCE = 2;

const isOpen = (act: ActView): boolean => act.state === 'queued' || act.state === 'sending';
const isBad = (act: ActView): boolean => act.state === 'failed' || act.state === 'needs-you';

/** When an act's toast goes away by itself; never while it is on its way. */
const goneAt = (act: ActView): number =>
  isOpen(act) ? Number.POSITIVE_INFINITY : isBad(act) ? act.at + FAILED_MS : Math.max(act.at + SHOWN_MS, act.undoUntil ?? 0);

/** How the last acts ended, with undo while there is time; refusals with their words and a retry. Read out as they come. */
export function ActToasts({ refusals, dismiss }: { refusals: Refusal[]; dismiss: (slot: string) => void }): JSX.Element {
  const { view, clock } = usePanel();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const last = view.acts.map(goneAt).filter(Number.isFinite);
  const now = useCountdown(clock, last.length ? Math.max(...last) : undefined);
  // A toast closed while it was going comes back when it ended badly.
  const shown = view.acts.filter((act) => !closed.has(`${act.id}:${isBad(act)}`) && goneAt(act) > now).slice(0, AT_ONCE);
  return (
    <Toasts label={i18n.t('panel.act.region')}>
      {shown.toReversed().map((act) => (
        <ActToast key={act.id} act={act} close={() => setClosed(new Set([...closed, `${act.id}:${isBad(act)}`]))} />
      ))}
      {refusals.map((refusal) => (
        <RefusalToast key={refusal.slot} refusal={refusal} close={() => dismiss(refusal.slot)} />
      ))}
    </Toasts>
  );
}

function ActToast({ act, close }: { act: ActView; close: () => void }): JSX.Element {
  const tone = act.state === 'done' ? 'good' : act.state === 'failed' ? 'bad' : act.state === 'needs-you' ? 'warn' : 'neutral';
  return (
    <Toast
      title={actTitle(act)}
      tone={tone}
      busy={isOpen(act)}
      action={<UndoButton act={act} />}
      closeLabel={i18n.t('panel.close')}
      onClose={close}
    >
      <ActWords act={act} />
    </Toast>
  );
}

function ActWords({ act }: { act: ActView }): JSX.Element {
  if (act.error) {
    const { code, facts } = act.error;
    return (
      <>
        {wordOf('error', code)}
        {facts.detail ? <span class="said"> {i18n.t('panel.said', [facts.detail])}</span> : null}
      </>
    );
  }
  if (act.state === 'done') return <>{act.checked ? checkedWords(act) : i18n.t('panel.act.done')}</>;
  return <>{wordOf('state', `${act.state}-long`)}</>;
}

/** Undo with the seconds left; nothing once they are over. */
export function UndoButton({ act }: { act: ActView }): JSX.Element | null {
  const panel = usePanel();
  const now = useCountdown(panel.clock, act.undoUntil);
  if (act.undoUntil === undefined || now >= act.undoUntil || act.state === 'undone' || isBad(act)) return null;
  const slot = `undo:${act.id}`;
  return (
    <Button
      kind="quiet"
      size="small"
      busy={panel.busy.has(slot)}
      onClick={() => void panel.act(slot, 'act.undo', { actId: act.id })}
    >
      {i18n.t('panel.act.undo')}{' '}
      <span class="nums" aria-hidden="true">
        {waitWords(act.undoUntil, now)}
      </span>
    </Button>
  );
}

/** Codes that the same message cannot get past. */
const NO_RETRY: ReadonlySet<string> = new Set([
  'subject-changed',
  'too-late-to-undo',
  'not-allowed',
  'bad-message',
  'writing-off',
  'held',
]);

function RefusalToast({ refusal, close }: { refusal: Refusal; close: () => void }): JSX.Element {
  const { act, busy } = usePanel();
  const { code, facts } = refusal.error;
  const retry = NO_RETRY.has(code) ? null : (
    <Button kind="quiet" size="small" onClick={refusal.retry}>
      {i18n.t('panel.retry')}
    </Button>
  );
  const connections =
    retryOf(code) === 'after-sign-in' || code === 'writing-off' ? (
      <Button kind="quiet" size="small" busy={busy.has('console')} onClick={() => void act('console', 'console.open', {})}>
        {i18n.t('panel.connections')}
      </Button>
    ) : null;
  const action = (
    <>
      {retry}
      {connections}
    </>
  );
  return (
    <Toast title={i18n.t('panel.act.refused')} tone="bad" action={action} closeLabel={i18n.t('panel.close')} onClose={close}>
      {wordOf('error', code)}
      {facts.detail ? <span class="said"> {i18n.t('panel.said', [facts.detail])}</span> : null}
    </Toast>
  );
}
