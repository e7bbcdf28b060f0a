import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { SyncPairView, SyncView } from '../../../lib/model/console-sync.ts';
import { SYNC_ENTITIES, type SyncChoice } from '../../../lib/model/sync.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ActError } from '../ActError.tsx';
import { systemName } from '../words.ts';
import type { Choosing } from './use-choice.ts';
import { count, directionWords, entityWords } from './words.ts';

interface TurnOnDialogProps {
  view: SyncView;
  pair: SyncPairView;
  choosing: Choosing;
  onClose: () => void;
  onYes: () => void;
}

/** Says what switching on will do with the choices as they are, and what it never does. */
export function TurnOnDialog({ view, pair, choosing, onClose, onYes }: TurnOnDialogProps): JSX.Element {
  const { choice, act } = choosing;
  return (
    <Dialog
      title={i18n.t('mappings.turnOn.title')}
      onClose={onClose}
      closeLabel={i18n.t('console.close')}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('mappings.turnOn.keep')}</Button>
          <Button kind="primary" busy={act.busy} onClick={onYes}>
            {i18n.t('mappings.turnOn.submit')}
          </Button>
        </>
      }
    >
      <div class="con-dialog">
        <h3>{i18n.t('mappings.turnOn.will')}</h3>
        <Will pair={pair} choice={choice} />
        <h3>{i18n.t('mappings.turnOn.wont')}</h3>
        <ul class="con-list">
          <li>{i18n.t('mappings.turnOn.old')}</li>
          <li>{i18n.t('mappings.turnOn.delete')}</li>
          <li>{i18n.t('mappings.turnOn.privileged')}</li>
          {(['clio', 'highlevel'] as const)
            .filter((system) => !view.writing[system])
            .map((system) => (
              <li key={system}>{i18n.t('mappings.turnOn.noWriting', [systemName(system)])}</li>
            ))}
        </ul>
        <ActError error={act.error} />
      </div>
    </Dialog>
  );
}

function Will({ pair, choice }: { pair: SyncPairView; choice: SyncChoice }): JSX.Element {
  const on = SYNC_ENTITIES.filter((one) => choice.entities[one].direction !== 'off');
  const asks = on.some((one) => choice.entities[one].policy === 'ask');
  return (
    <ul class="con-list">
      {on.map((one) => (
        <li key={one}>{i18n.t('mappings.turnOn.entity', [entityWords(one), directionWords(choice.entities[one].direction)])}</li>
      ))}
      <li>{i18n.t('mappings.turnOn.read', [count(pair.linked)])}</li>
      {on.some((one) => choice.entities[one].create) ? <li>{i18n.t('mappings.turnOn.create')}</li> : null}
      {asks ? <li>{i18n.t('mappings.turnOn.differ')}</li> : null}
      {choice.pilot.on ? <li class="con-strong">{i18n.t('mappings.turnOn.pilotOn')}</li> : null}
    </ul>
  );
}
