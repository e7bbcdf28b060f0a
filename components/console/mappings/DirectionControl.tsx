import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Direction } from '../../../lib/model/sync.ts';
import { Icon } from '../../ui/Icon.tsx';
import { systemName } from '../words.ts';
import { directionWords } from './words.ts';

const ORDER: Direction[] = ['to-highlevel', 'both', 'to-clio'];
const ICONS = { 'to-highlevel': 'right', both: 'both-ways', 'to-clio': 'left' } as const;

interface DirectionControlProps {
  label: string;
  value: Direction;
  onChoose: (direction: Direction) => void;
}

/** Four native radios in a row, so arrows move between them. Off, then the arrows as they point between the two names. */
export function DirectionControl({ label, value, onChoose }: DirectionControlProps): JSX.Element {
  const name = useId();
  const way = (one: Direction) => (
    <label key={one} class="map-way" title={directionWords(one)}>
      <input type="radio" class="unseen" name={name} checked={value === one} onChange={() => onChoose(one)} />
      {one === 'off' ? directionWords(one) : <Icon name={ICONS[one]} />}
      {one === 'off' ? null : <span class="unseen">{directionWords(one)}</span>}
    </label>
  );
  return (
    <fieldset class={value === 'off' ? 'map-ways map-ways-off' : 'map-ways'}>
      <legend class="unseen">{label}</legend>
      {way('off')}
      <span class="map-side" aria-hidden="true">
        {systemName('clio')}
      </span>
      {ORDER.map(way)}
      <span class="map-side" aria-hidden="true">
        {systemName('highlevel')}
      </span>
    </fieldset>
  );
}
