import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { wordOf } from '../words.ts';
import { usePanel } from './context.ts';
import { type Change, isOn, payloadOf, valueWords } from './review.ts';

/** Every field a push could write, before and after; replacing a value is asked one by one and off at first. */
export function ReviewSheet({ changes, close }: { changes: Change[]; close: () => void }): JSX.Element {
  const { view, act, busy } = usePanel();
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const chosen = payloadOf(changes, turned);
  const turn = (sign: string) =>
    setTurned(new Set(turned.has(sign) ? [...turned].filter((one) => one !== sign) : [...turned, sign]));
  const push = () => {
    // While writing is off the sheet stays under the explanation, so that what was ticked is not lost; else a refusal shows as a toast.
    if (view.can.writeHighLevel) close();
    void act('push', 'contact.push', { key: view.key, ...chosen });
  };
  const actions = (
    <>
      <Button kind="quiet" onClick={close}>
        {i18n.t('panel.cancel')}
      </Button>
      <Button kind="primary" class="grow" disabled={chosen.fields.length === 0} busy={busy.has('push')} onClick={push}>
        {chosen.fields.length ? i18n.t('panel.review.go', chosen.fields.length) : i18n.t('panel.review.none')}
      </Button>
    </>
  );
  return (
    <Dialog
      look="sheet"
      title={i18n.t('panel.review.title')}
      onClose={close}
      closeLabel={i18n.t('panel.close')}
      actions={actions}
    >
      <Part kind="fill" changes={changes} turned={turned} turn={turn} />
      <Part kind="overwrite" changes={changes} turned={turned} turn={turn} />
    </Dialog>
  );
}

interface PartProps {
  kind: Change['kind'];
  changes: Change[];
  turned: ReadonlySet<string>;
  turn: (sign: string) => void;
}

function Part({ kind, changes, turned, turn }: PartProps): JSX.Element | null {
  const mine = changes.filter((change) => change.kind === kind);
  if (mine.length === 0) return null;
  const title = kind === 'fill' ? i18n.t('panel.review.fill') : i18n.t('panel.review.overwrite');
  return (
    <fieldset class="review">
      <legend class="eyebrow">{title}</legend>
      {kind === 'overwrite' ? <p class="muted small">{i18n.t('panel.review.overwriteHint')}</p> : null}
      {mine.map((change) => (
        <Line key={change.row.field} change={change} on={isOn(change, turned)} turn={() => turn(change.sign)} />
      ))}
    </fieldset>
  );
}

function Line({ change, on, turn }: { change: Change; on: boolean; turn: () => void }): JSX.Element {
  const { row } = change;
  const name = wordOf('field', row.field);
  const label = change.kind === 'overwrite' ? i18n.t('panel.review.replace', [name]) : i18n.t('panel.review.fillOne', [name]);
  return (
    <label class={`review-line${on ? ' review-on' : ''}`}>
      <input type="checkbox" checked={on} onChange={turn} aria-label={label} />
      <span class="review-name">{name}</span>
      <span class="review-values">
        {row.highlevel ? (
          <del dir="auto">{valueWords(row.field, row.highlevel)}</del>
        ) : (
          <span class="nothing">{i18n.t('panel.fields.empty')}</span>
        )}
        <span aria-hidden="true">→</span>
        <ins dir="auto">{valueWords(row.field, row.clio)}</ins>
      </span>
    </label>
  );
}
