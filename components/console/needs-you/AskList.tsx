import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { askKindKey } from '../../../lib/model/sync-words.ts';
import { wordOf } from '../../words.ts';
import { ago } from '../words.ts';
import type { Group, Item } from './items.ts';
import { fieldWords } from './values.ts';

const say = i18n.t as unknown as (key: string) => string;

export const groupWords = (group: Group): string => (group === 'stuck' ? i18n.t('needsYou.stuck') : say(askKindKey(group)));

/** What tells one row from another of its group. */
function summary({ ask, write }: Item): string {
  if (write) return wordOf('op', write.op) || wordOf('op', 'other');
  const { fields, candidates, choices, held, side } = ask?.body ?? {};
  if (fields?.length) return fields.map(({ id }) => fieldWords(ask?.entity, id)).join(', ');
  if (ask?.kind === 'vanished') return i18n.t(side === 'highlevel' ? 'needsYou.goneHighlevel' : 'needsYou.goneClio');
  if (ask?.kind === 'duplicate') return i18n.t('needsYou.records', candidates?.length ?? 0);
  if (candidates?.length) return i18n.t('needsYou.candidates', candidates.length);
  if (choices?.length) return i18n.t('needsYou.places', choices.length);
  return (held ?? []).map(({ code }) => say(`merge.guard.${code.replaceAll('-', '_')}`)).join(', ');
}

export interface AskListProps {
  groups: { group: Group; items: Item[] }[];
  active?: string;
  now: number;
  /** Moves the focus to the active row each time it becomes another. */
  focus: number;
  onPick: (key: string) => void;
}

/** All that waits, by kind. One stop in the tab order; the row that has it is the one shown beside. */
export function AskList({ groups, active, now, focus, onPick }: AskListProps): JSX.Element {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = box.current?.querySelector<HTMLElement>('[aria-selected=true]');
    row?.scrollIntoView?.({ block: 'nearest' });
    if (focus) row?.focus({ preventScroll: true });
  }, [focus, active]);
  return (
    <div class="ny-list" role="listbox" aria-label={i18n.t('needsYou.title')} ref={box}>
      {groups.map(({ group, items }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of options
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <p class="ny-group" id={`${id}-${group}`} role="presentation">
            <span class="eyebrow">{groupWords(group)}</span> <span class="ny-count nums">{items.length}</span>
          </p>
          {items.map((item) => (
            <Row key={item.key} item={item} now={now} active={item.key === active} onPick={onPick} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Row({
  item,
  now,
  active,
  onPick,
}: {
  item: Item;
  now: number;
  active: boolean;
  onPick: (key: string) => void;
}): JSX.Element {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the page takes the keys
    <div
      class={`ny-row ny-${item.group}`}
      role="option"
      aria-selected={active ? 'true' : 'false'}
      tabIndex={active ? 0 : -1}
      onClick={() => onPick(item.key)}
    >
      <span class="ny-row-top">
        <span class="ny-row-name cut" dir="auto" title={item.label}>
          {item.label}
        </span>
        <span class="ny-row-when">{ago(item.at, now)}</span>
      </span>
      <span class="ny-row-sub cut" dir="auto">
        {summary(item)}
      </span>
    </div>
  );
}
