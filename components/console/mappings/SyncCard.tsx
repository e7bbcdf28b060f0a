import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SyncPairView, SyncView } from '../../../lib/model/console-sync.ts';
import { SYNC_ENTITIES } from '../../../lib/model/sync.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ActError } from '../ActError.tsx';
import { Switch } from '../Switch.tsx';
import { ago, timeWords } from '../words.ts';
import { TurnOnDialog } from './TurnOnDialog.tsx';
import type { Choosing } from './use-choice.ts';
import { count } from './words.ts';

interface SyncCardProps {
  view: SyncView;
  pair: SyncPairView;
  choosing: Choosing;
  say: (words: string) => void;
}

/** The master switch of a pair, with how far it has got. */
export function SyncCard({ view, pair, choosing, say }: SyncCardProps): JSX.Element {
  const id = useId();
  const [asking, setAsking] = useState(false);
  const { on } = pair.choice;
  const isEmpty = SYNC_ENTITIES.every((one) => choosing.choice.entities[one].direction === 'off');
  const set = async (next: boolean) => {
    if (await choosing.save(next)) {
      setAsking(false);
      if (!next) say(i18n.t('mappings.turnOff.done'));
    }
  };
  return (
    <section class="con-panel map-sync" aria-labelledby={id}>
      <SyncWords id={id} view={view} pair={pair} choosing={choosing} isEmpty={isEmpty} quiet={asking} />
      <Figures view={view} pair={pair} />
      <Switch
        labelledBy={id}
        describedBy={`${id}-hint`}
        on={on}
        disabled={choosing.act.busy || (!on && isEmpty)}
        onToggle={() => (on ? set(false) : setAsking(true))}
      />
      {asking ? (
        <TurnOnDialog view={view} pair={pair} choosing={choosing} onClose={() => setAsking(false)} onYes={() => set(true)} />
      ) : null}
    </section>
  );
}

interface SyncWordsProps extends Omit<SyncCardProps, 'say'> {
  id: string;
  isEmpty: boolean;
  /** The dialog says why it failed. */
  quiet: boolean;
}

function SyncWords({ id, view, pair, choosing, isEmpty, quiet }: SyncWordsProps): JSX.Element {
  const { on, since } = pair.choice;
  return (
    <div class="map-sync-words">
      <h2 id={id}>
        {i18n.t('mappings.sync.title')}{' '}
        <Badge tone={on ? 'good' : 'neutral'}>{i18n.t(on ? 'mappings.sync.on' : 'mappings.sync.off')}</Badge>
      </h2>
      <p class="con-strong">
        {pair.clio.name} <span class="muted">{i18n.t('mappings.withLocation', [pair.location.name])}</span>
      </p>
      <p class="muted small" id={`${id}-hint`}>
        {on ? i18n.t('mappings.sync.onLine', [timeWords(since)]) : i18n.t('mappings.sync.offLine')}
        {!on && isEmpty ? <strong class="con-reason"> {i18n.t('mappings.sync.nothingOn')}</strong> : null}
      </p>
      <MayNot view={view} choosing={choosing} />
      {quiet ? null : <ActError error={choosing.act.error} />}
    </div>
  );
}

function Figures({ view, pair }: { view: SyncView; pair: SyncPairView }): JSX.Element {
  const rows: [string, string][] = [
    [i18n.t('mappings.sync.linked'), count(pair.linked)],
    [i18n.t('mappings.sync.waiting'), count(pair.waiting)],
    [i18n.t('mappings.sync.compared'), pair.lastReconcile ? ago(pair.lastReconcile.at, view.now) : i18n.t('mappings.sync.never')],
  ];
  return (
    <dl class="map-figures">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class="nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A direction that needs writing is chosen, and writing is off. */
function MayNot({ view, choosing }: { view: SyncView; choosing: Choosing }): JSX.Element | null {
  const used = SYNC_ENTITIES.map((one) => choosing.choice.entities[one].direction);
  const lacks = (['clio', 'highlevel'] as const).filter(
    (system) => !view.writing[system] && used.some((one) => one === 'both' || one === `to-${system}`),
  );
  if (!lacks.length) return null;
  return (
    <div class="con-note con-note-warn">
      <div>
        {lacks.map((system) => (
          <p key={system}>{i18n.t(system === 'clio' ? 'mappings.sync.mayNotClio' : 'mappings.sync.mayNotHighlevel')}</p>
        ))}
        <a href="#/connections">{i18n.t('mappings.sync.switchWriting')}</a>
      </div>
    </div>
  );
}
