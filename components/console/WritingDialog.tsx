import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { System } from '../../lib/model/subject.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

export interface WritingDialogProps {
  system: System;
  busy: boolean;
  onClose: () => void;
  onYes: () => void;
}

/** Asks before writing is switched on, saying what a write goes through. */
export function WritingDialog({ system, busy, onClose, onYes }: WritingDialogProps): JSX.Element {
  return (
    <Dialog
      title={i18n.t(system === 'highlevel' ? 'console.writing.confirmHighlevel' : 'console.writing.confirmClio')}
      onClose={onClose}
      closeLabel={i18n.t('console.close')}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('console.writing.keep')}</Button>
          <Button kind="primary" busy={busy} onClick={onYes}>
            {i18n.t('console.writing.submit')}
          </Button>
        </>
      }
    >
      <div class="con-dialog">
        <p>{i18n.t('console.writing.confirmLead')}</p>
        <ul class="con-list">
          <li>{i18n.t('console.writing.confirmShown')}</li>
          <li>{i18n.t('console.writing.confirmQueued')}</li>
          <li>{i18n.t('console.writing.confirmRead')}</li>
        </ul>
        <p class="muted">{i18n.t('console.writing.confirmOff')}</p>
      </div>
    </Dialog>
  );
}
