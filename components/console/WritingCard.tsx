import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../lib/model/console.ts';
import type { System } from '../../lib/model/subject.ts';
import { Badge } from '../ui/Badge.tsx';
import { ActError } from './ActError.tsx';
import { Switch } from './Switch.tsx';
import { useSend } from './use-send.ts';
import { WritingDialog } from './WritingDialog.tsx';
import { systemName } from './words.ts';

/** The writing switches, one a system, off until a person switches them on. */
export function WritingCard({ view, done }: { view: ConnectionsView; done: (words?: string) => void }): JSX.Element {
  const id = useId();
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('console.writing.title')}</h2>
      <p class="muted">{i18n.t('console.writing.lead')}</p>
      <WritingRow system="highlevel" view={view} done={done} />
      <WritingRow system="clio" view={view} done={done} />
    </section>
  );
}

/** Why writing can't be switched on, or nothing. */
function obstacle(system: System, view: ConnectionsView): string | undefined {
  const mine = view.connections.filter((one) => one.system === system);
  if (mine.length === 0) return i18n.t('console.writing.noneConnected', [systemName(system)]);
  if (mine.every((one) => one.rights === undefined)) return i18n.t('console.writing.notChecked', [systemName(system)]);
  const may = mine.some((one) => one.rights?.some((right) => right.access === 'write' && right.state === 'granted'));
  return may ? undefined : i18n.t('console.writing.noRights', [systemName(system)]);
}

/** Connections whose key may write nothing, by name, while another one's may: what is pushed there would be refused. */
function readOnly(system: System, view: ConnectionsView): string[] {
  const mine = view.connections.filter((one) => one.system === system && one.rights !== undefined);
  const mayNot = mine.filter((one) => !one.rights?.some((right) => right.access === 'write' && right.state === 'granted'));
  return mayNot.length < mine.length ? mayNot.map((one) => one.name) : [];
}

interface WritingRowProps {
  system: System;
  view: ConnectionsView;
  done: (words?: string) => void;
}

function WritingRow({ system, view, done }: WritingRowProps): JSX.Element {
  const id = useId();
  const [asking, setAsking] = useState(false);
  const act = useSend('writing.set');
  const on = view.writing[system];
  const reason = on ? undefined : obstacle(system, view);
  const without = readOnly(system, view);
  const set = async (next: boolean) => {
    const accepted = await act.run({ system, on: next });
    setAsking(false);
    if (accepted) done();
  };
  return (
    <div class="con-writing">
      <div class="con-writing-words">
        <p class="con-strong" id={id}>
          {i18n.t(system === 'highlevel' ? 'console.writing.highlevel' : 'console.writing.clio')}
        </p>
        <p class="muted small" id={`${id}-hint`}>
          {i18n.t(system === 'highlevel' ? 'console.writing.highlevelHint' : 'console.writing.clioHint')}
          {reason ? <strong class="con-reason"> {reason}</strong> : null}
          {without.length ? <strong class="con-reason"> {i18n.t('console.writing.without', [without.join(', ')])}</strong> : null}
        </p>
        <ActError error={act.error} />
      </div>
      <Badge tone={on ? 'accent' : 'neutral'}>{i18n.t(on ? 'console.writing.on' : 'console.writing.off')}</Badge>
      <Switch
        labelledBy={id}
        describedBy={`${id}-hint`}
        on={on}
        disabled={reason !== undefined || act.busy}
        onToggle={() => (on ? set(false) : setAsking(true))}
      />
      {asking ? <WritingDialog system={system} busy={act.busy} onClose={() => setAsking(false)} onYes={() => set(true)} /> : null}
    </div>
  );
}
