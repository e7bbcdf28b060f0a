import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AsksView } from '../../../lib/model/console-sync.ts';
import type { System } from '../../../lib/model/subject.ts';
import type { Picks } from './ConflictTable.tsx';
import type { Choice } from './choices.ts';
import { type Group, type Item, itemsOf } from './items.ts';
import { type Decisions, useDecisions } from './use-decisions.ts';

export interface Triage extends Decisions {
  groups: { group: Group; items: Item[] }[];
  /** The one shown beside the list. */
  item?: Item;
  /** The item's own choices, and the one that the picks add. */
  choices: Choice[];
  picks: Picks;
  /** Grows when the active row is to have the focus. */
  focus: number;
  pick: (field: string, side: System) => void;
  choose: (choice: Choice) => void;
  takeBack: () => void;
  go: (key: string) => void;
  step: (by: number) => void;
}

/** What was picked field by field, as one more choice. All for one side is that side. */
export function pickedChoice(item: Item | undefined, picks: Picks): Choice[] {
  const fields = item?.ask?.body.fields ?? [];
  const chosen = Object.entries(picks).filter(([id]) => fields.some((field) => field.id === id));
  if (!item?.ask || !chosen.length) return [];
  const answer = { offer: 'keep-both' as const, fields: Object.fromEntries(chosen) };
  const label = i18n.t('needsYou.picked', [String(chosen.length), String(fields.length)]);
  return [{ id: 'picked', label, kind: 'primary', decision: { do: 'answer', key: item.key, answer } }];
}

/** Opens every record that is to be merged; neither API can do it. */
export function openAll({ ask }: Item): void {
  for (const { id } of ask?.body.candidates ?? []) {
    const url = ask?.urls[id];
    if (url) window.open(url, '_blank', 'noopener');
  }
}

interface Active {
  /** Its place in the list; -1 of an empty one. */
  at: number;
  item?: Item;
  focus: number;
  /** Makes another one active, and gives it the focus. */
  go: (key: string | undefined) => void;
}

/** Which one of the list is active, also when the active one goes away by itself. */
function useActive(items: Item[]): Active {
  const [active, setActive] = useState<string>();
  const [focus, setFocus] = useState(0);
  const place = useRef(0);
  const found = items.findIndex(({ key }) => key === active);
  // The active one went away by itself: the one that took its place is next.
  const at = found >= 0 ? found : Math.min(place.current, items.length - 1);
  place.current = Math.max(0, at);
  const item = items[at];
  useEffect(() => {
    if (item && item.key !== active) setActive(item.key);
  }, [item?.key, active]);
  const go = (key: string | undefined) => {
    setActive(key);
    setFocus((count) => count + 1);
  };
  return { at, item, focus, go };
}

/** Goes through what waits: which one is shown, what is picked in it, and who comes next after a decision. */
export function useTriage(view: AsksView | undefined, again: () => void): Triage {
  const decisions = useDecisions(view, again);
  const [picked, setPicked] = useState<{ key?: string; picks: Picks }>({ picks: {} });
  const groups = view ? itemsOf(view, decisions.hidden) : [];
  const flat = groups.flatMap(({ items }) => items);
  const { at, item, focus, go } = useActive(flat);
  const picks = picked.key === item?.key ? picked.picks : {};
  return {
    ...decisions,
    groups,
    item,
    choices: item ? [...item.choices, ...pickedChoice(item, picks)] : [],
    picks,
    focus,
    pick: (field, side) => setPicked({ key: item?.key, picks: { ...picks, [field]: side } }),
    choose(choice) {
      if (!item) return;
      if (choice.id === 'merge') openAll(item);
      const next = flat[at + 1] ?? flat[at - 1];
      decisions.decide({ item: item.key, label: item.label, words: choice.label, decision: choice.decision });
      go(next?.key);
    },
    takeBack() {
      const key = decisions.undo();
      if (key) go(key);
    },
    go,
    step(by) {
      const next = flat[Math.max(0, Math.min(flat.length - 1, at + by))];
      if (next) go(next.key);
    },
  };
}
