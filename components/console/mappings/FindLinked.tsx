import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SyncPairView } from '../../../lib/model/console-sync.ts';
import type { Place } from '../../../lib/model/panel.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { useLinked } from './use-linked.ts';

const OFFERED = 8;

interface FindLinkedProps {
  pair: SyncPairView;
  label: string;
  icon?: 'add';
  /** Who is not offered. */
  without?: string[];
  /** Offers nobody before somebody is looked for. */
  quiet?: boolean;
  onPick: (person: Place) => void;
}

/** Somebody of all who are linked, by name. */
export function FindLinked({ pair, label, icon, without = [], quiet = false, onPick }: FindLinkedProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const people = useLinked(pair, typed);
  const isShown = !quiet || typed.trim() !== '';
  const free = people.filter(({ id }) => !without.includes(id));
  const pick = (one: Place) => {
    if (quiet) setTyped('');
    onPick(one);
  };
  return (
    <>
      <Field label={label}>{(control) => <SearchInput {...control} value={typed} onSearch={setTyped} />}</Field>
      {isShown ? (
        <div class="map-chips">
          {free.slice(0, OFFERED).map((one) => (
            <Button key={one.id} size="small" icon={icon} onClick={() => pick(one)}>
              {one.name}
            </Button>
          ))}
          {free.length ? null : <p class="small muted">{i18n.t('mappings.pilot.nobody')}</p>}
        </div>
      ) : null}
    </>
  );
}
