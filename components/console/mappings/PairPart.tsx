import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { SyncPairView, SyncView } from '../../../lib/model/console-sync.ts';
import { Button } from '../../ui/Button.tsx';
import { ActError } from '../ActError.tsx';
import { CalendarsCard } from './CalendarsCard.tsx';
import { DndCard } from './DndCard.tsx';
import { EntitiesCard } from './EntitiesCard.tsx';
import { ExtrasCard } from './ExtrasCard.tsx';
import { PilotCard } from './PilotCard.tsx';
import { PreviewCard } from './PreviewCard.tsx';
import { StateCard } from './StateCard.tsx';
import { SyncCard } from './SyncCard.tsx';
import { UsersCard } from './UsersCard.tsx';
import { type Choosing, useChoice } from './use-choice.ts';

interface PairPartProps {
  view: SyncView;
  pair: SyncPairView;
  say: (words: string) => void;
}

/** One Clio account and its location: the switch, the choices, and beside them what they do with a real person. */
export function PairPart({ view, pair, say }: PairPartProps): JSX.Element {
  const choosing = useChoice(pair);
  const { choice, change } = choosing;
  const part = { pair, choice, change };
  return (
    <>
      <SyncCard view={view} pair={pair} choosing={choosing} say={say} />
      <div class="map-columns">
        <div class="map-column">
          <EntitiesCard {...part} />
          <ExtrasCard {...part} />
          <DndCard {...part} />
          <UsersCard {...part} />
          <CalendarsCard {...part} />
          <PilotCard {...part} />
        </div>
        <div class="map-column map-beside">
          <PreviewCard pair={pair} choice={choice} />
          <StateCard view={view} pair={pair} />
        </div>
      </div>
      <SaveBar choosing={choosing} on={pair.choice.on} say={say} />
    </>
  );
}

function SaveBar({ choosing, on, say }: { choosing: Choosing; on: boolean; say: (words: string) => void }): JSX.Element | null {
  const { changed, act, save, discard } = choosing;
  if (!changed && !act.error) return null;
  const submit = async () => {
    if (!(await save())) return;
    say(i18n.t(on ? 'mappings.save.saved' : 'mappings.save.savedOff'));
    document.getElementById('page')?.focus({ preventScroll: true });
  };
  return (
    <div class="map-save">
      <div class="map-save-words">
        <p class="con-strong" role="status">
          {i18n.t('mappings.save.changed')}
        </p>
        <ActError error={act.error} />
      </div>
      <Button onClick={discard}>{i18n.t('mappings.save.discard')}</Button>
      <Button kind="primary" busy={act.busy} onClick={submit}>
        {i18n.t('mappings.save.save')}
      </Button>
    </div>
  );
}
