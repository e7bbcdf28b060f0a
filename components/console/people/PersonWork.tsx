import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PersonPageView } from '../../../lib/model/console-sync.ts';
import type { ChildEntity } from '../../../lib/model/sync.ts';
import { activityWhyKey, UNTAKEN } from '../../../lib/model/sync-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { appointmentRows, type Both, noteRows, taskRows } from './person-items.ts';
import { SideBySide } from './SideBySide.tsx';
import type { PersonAct } from './use-person-act.ts';

interface WorkProps {
  view: PersonPageView;
  act: PersonAct;
  now: number;
}
interface Recalling {
  pair: string;
  entity: ChildEntity;
  title: string;
}

const say = i18n.t as unknown as (key: string) => string;

/** Tasks, notes and appointments of both sides. */
export function PersonWork({ view, act, now }: WorkProps): JSX.Element {
  const [recalling, setRecalling] = useState<Recalling>();
  const of = (entity: ChildEntity) => (row: Both) => (
    <Acts entity={entity} row={row} act={act} can={view.writing.highlevel} onRecall={setRecalling} />
  );
  const shared = { now, zone: view.timeZone };
  return (
    <>
      <SideBySide
        {...shared}
        title={i18n.t('people.tasks')}
        empty={i18n.t('people.noTasks')}
        rows={taskRows(view)}
        acts={of('task')}
      />
      <SideBySide
        {...shared}
        title={i18n.t('people.notes')}
        empty={i18n.t('people.noNotes')}
        rows={noteRows(view)}
        acts={of('note')}
      />
      <SideBySide
        {...shared}
        title={i18n.t('people.appointments')}
        empty={i18n.t('people.noAppointments')}
        rows={appointmentRows(view)}
        acts={of('appointment')}
      />
      {recalling ? <RecallDialog recalling={recalling} act={act} onClose={() => setRecalling(undefined)} /> : null}
      {act.held ? <HeldDialog act={act} /> : null}
    </>
  );
}

interface ActsProps {
  entity: ChildEntity;
  row: Both;
  act: PersonAct;
  can: boolean;
  onRecall: (recalling: Recalling) => void;
}

function Acts({ entity, row, act, can, onRecall }: ActsProps): JSX.Element | null {
  const { clio, highlevel, pair } = row;
  if (!can) return null;
  const title = (clio ?? highlevel)?.title ?? '';
  const button = (words: string, slot: string, onClick: () => void) => (
    <Button key={slot} kind="quiet" size="small" busy={act.busy === slot} aria-label={`${words}: ${title}`} onClick={onClick}>
      {words}
    </Button>
  );
  const slot = `${entity}:${row.key}`;
  const push = () => void act.run(slot, { act: entity === 'task' ? 'tasks' : 'note', ids: [clio?.id ?? ''] });
  const done = highlevel?.done ?? false;
  const complete = () => void act.run(`${slot}:done`, { act: done ? 'reopen' : 'complete', ids: [highlevel?.id ?? ''] });
  return (
    <>
      {entity === 'task' && highlevel
        ? button(i18n.t(done ? 'people.reopen' : 'people.complete'), `${slot}:done`, complete)
        : null}
      {entity !== 'appointment' && clio && !highlevel && !clio.done ? button(i18n.t('people.pushItem'), slot, push) : null}
      {pair ? button(i18n.t('people.recall'), pair, () => onRecall({ pair, entity, title })) : null}
    </>
  );
}

function RecallDialog({ recalling, act, onClose }: { recalling: Recalling; act: PersonAct; onClose: () => void }): JSX.Element {
  const run = () => {
    onClose();
    void act.recall(recalling.pair);
  };
  return (
    <Dialog
      title={i18n.t('people.recallTitle')}
      onClose={onClose}
      closeLabel={i18n.t('people.close')}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('console.cancel')}</Button>
          <Button kind="danger" onClick={run}>
            {i18n.t('people.recallYes')}
          </Button>
        </>
      }
    >
      <div class="con-dialog">
        <p class="con-strong" dir="auto">
          {recalling.title}
        </p>
        <p>{i18n.t('people.recallMore')}</p>
        <ul class="con-list">
          {UNTAKEN[recalling.entity].map((code) => (
            <li key={code}>{say(activityWhyKey(code))}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

/** Private tasks and matter notes go only after a yes to this very push. */
function HeldDialog({ act }: { act: PersonAct }): JSX.Element {
  const { held, forget } = act;
  return (
    <Dialog
      title={i18n.t('people.held')}
      onClose={forget}
      closeLabel={i18n.t('people.close')}
      actions={
        <>
          <Button onClick={forget}>{i18n.t('console.cancel')}</Button>
          <Button kind="primary" onClick={() => held && void act.run('held', { ...held, held: true })}>
            {i18n.t('people.heldYes')}
          </Button>
        </>
      }
    >
      <p>{i18n.t('people.heldMore')}</p>
    </Dialog>
  );
}
