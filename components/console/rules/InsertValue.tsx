import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../ui/Button.tsx';
import { useFactLabel } from './firm.ts';
import type { NameGroup } from './names.ts';
import { groupWords } from './words.ts';

/** Chips with everything a text may speak of; a press puts it in. */
export function InsertValue({
  groups,
  label,
  onPick,
}: {
  groups: NameGroup[];
  label: string;
  onPick: (name: string) => void;
}): JSX.Element {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <div class="rul-insert">
      <Button
        kind="quiet"
        size="small"
        icon="add"
        aria-expanded={open ? 'true' : 'false'}
        aria-controls={open ? id : undefined}
        aria-label={i18n.t('rules.insertInto', [label])}
        onClick={() => setOpen(!open)}
      >
        {i18n.t('rules.insert')}
      </Button>
      {open ? (
        <div class="rul-insert-box" id={id}>
          <Chips groups={groups} onPick={onPick} />
        </div>
      ) : null}
    </div>
  );
}

function Chips({ groups, onPick }: { groups: NameGroup[]; onPick: (name: string) => void }): JSX.Element {
  const label = useFactLabel();
  return (
    <>
      {groups.map(({ group, names }) => (
        <div key={group}>
          <p class="eyebrow">{groupWords(group)}</p>
          <div class="con-chips">
            {names.map((name) => (
              <button key={name} type="button" class="rul-chip" onClick={() => onPick(`${group}.${name}`)}>
                {label(name)}
              </button>
            ))}
          </div>
        </div>
      ))}
    </>
  );
}
