import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AskView, PersonPageView } from '../../../lib/model/console-sync.ts';
import type { System } from '../../../lib/model/subject.ts';
import { Button } from '../../ui/Button.tsx';
import { ActError } from '../ActError.tsx';
import { AskDetail } from '../needs-you/AskDetail.tsx';
import type { Picks } from '../needs-you/ConflictTable.tsx';
import { itemsOf } from '../needs-you/items.ts';
import { type Decisions, useDecisions } from '../needs-you/use-decisions.ts';
import { openAll, pickedChoice } from '../needs-you/use-triage.ts';

/** What is asked about this person, decided on the spot. */
export function PersonAsks({ view, now, again }: { view: PersonPageView; now: number; again: () => void }): JSX.Element | null {
  const decisions = useDecisions(view, again);
  const { held, failed } = decisions;
  return (
    <>
      {failed ? <ActError error={failed.error} /> : null}
      {view.asks
        .filter(({ key }) => !decisions.hidden.has(key))
        .map((ask) => (
          <One key={ask.key} ask={ask} view={view} now={now} decisions={decisions} />
        ))}
      {held ? (
        <p class="pp-held" role="status">
          {held.words}{' '}
          <Button kind="quiet" size="small" onClick={decisions.undo}>
            {i18n.t('needsYou.undo')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function One({ ask, view, now, decisions }: { ask: AskView; view: PersonPageView; now: number; decisions: Decisions }) {
  const [picks, setPicks] = useState<Picks>({});
  const [item] = itemsOf({ now, asks: [ask], count: 1, writes: [] }, new Set()).flatMap(({ items }) => items);
  if (!item) return null;
  return (
    <AskDetail
      item={item}
      choices={[...item.choices, ...pickedChoice(item, picks)]}
      now={now}
      zone={view.timeZone}
      picks={picks}
      noPerson
      onPick={(field: string, side: System) => setPicks({ ...picks, [field]: side })}
      onDecide={(choice) => {
        if (choice.id === 'merge') openAll(item);
        decisions.decide({ item: item.key, label: item.label, words: choice.label, decision: choice.decision });
      }}
    />
  );
}
