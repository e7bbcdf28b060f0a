import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Direction } from '../../../lib/model/sync.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { systemName } from '../words.ts';
import { AddExtra } from './AddExtra.tsx';
import { DirectionControl } from './DirectionControl.tsx';
import { type Extra, extraWarnings } from './extras.ts';
import { PolicySelect } from './PolicySelect.tsx';
import type { PartProps } from './part-props.ts';
import { Warnings } from './Warnings.tsx';

/** Fields that a person named: a Clio custom field beside a HighLevel one or a tag, with what it can't hold. */
export function ExtrasCard({ pair, choice, change }: PartProps): JSX.Element {
  const id = useId();
  const [adding, setAdding] = useState(false);
  const extras = choice.extras as Extra[];
  const add = (one: Extra) => {
    change({ extras: [...extras, one] });
    setAdding(false);
  };
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <div class="map-head">
        <div>
          <h2 id={id}>{i18n.t('mappings.extras.title')}</h2>
          <p class="muted small">{i18n.t('mappings.extras.lead')}</p>
        </div>
        {adding ? null : (
          <Button size="small" icon="add" onClick={() => setAdding(true)}>
            {i18n.t('mappings.extras.add')}
          </Button>
        )}
      </div>
      {extras.length && choice.entities.contact.direction === 'off' ? (
        <p class="con-reason small">{i18n.t('mappings.extras.off')}</p>
      ) : null}
      {extras.length ? <Rows extras={extras} pair={pair} put={(next) => change({ extras: next })} label={id} /> : null}
      {extras.length || adding ? null : <p class="muted small">{i18n.t('mappings.extras.none')}</p>}
      {adding ? <AddExtra fields={pair.customFields} others={extras} onClose={() => setAdding(false)} onAdd={add} /> : null}
    </section>
  );
}

interface RowsProps {
  extras: Extra[];
  pair: PartProps['pair'];
  put: (next: Extra[]) => void;
  label: string;
}

function Rows({ extras, pair, put, label }: RowsProps): JSX.Element {
  return (
    <ul class="map-extras" aria-labelledby={label}>
      {extras.map((one) => (
        <ExtraRow
          key={one.id}
          extra={one}
          pair={pair}
          put={(part) => put(extras.map((other) => (other.id === one.id ? { ...other, ...part } : other)))}
          remove={() => put(extras.filter((other) => other.id !== one.id))}
        />
      ))}
    </ul>
  );
}

interface ExtraRowProps {
  extra: Extra;
  pair: PartProps['pair'];
  put: (part: Partial<Extra>) => void;
  remove: () => void;
}

function ExtraRow({ extra, pair, put, remove }: ExtraRowProps): JSX.Element {
  const { name, direction = 'off', policy = 'ask' } = extra;
  const { highlevel } = extra;
  const clio = pair.customFields.clio.find((one) => one.id === extra.clio.fieldId);
  const other = 'tag' in highlevel ? undefined : pair.customFields.highlevel.find((one) => one.id === highlevel.fieldId);
  const isGone = 'tag' in highlevel ? undefined : !other;
  const otherName =
    'tag' in highlevel
      ? i18n.t('mappings.extras.tagNamed', [highlevel.tag])
      : (other?.name ?? i18n.t('mappings.extras.gone', [systemName('highlevel')]));
  return (
    <li class="map-extra">
      <div class="map-extra-words">
        <p class="con-strong">{name}</p>
        <p class="small muted">
          {clio?.name ?? i18n.t('mappings.extras.gone', [systemName('clio')])} <Icon name="both-ways" size={12} />{' '}
          <span class={isGone ? 'con-reason' : undefined}>{otherName}</span>
        </p>
      </div>
      <Button kind="quiet" size="small" icon="trash" aria-label={i18n.t('mappings.extras.remove', [name])} onClick={remove} />
      <div class="map-extra-choices">
        <DirectionControl
          label={i18n.t('mappings.field.directionOf', [name])}
          value={direction}
          onChoose={(next: Direction) => put({ direction: next })}
        />
        <PolicySelect
          label={i18n.t('mappings.field.policyOf', [name])}
          value={policy}
          onChoose={(next) => put({ policy: next })}
        />
      </div>
      {clio ? <Warnings found={extraWarnings(extra, clio, other)} /> : null}
    </li>
  );
}
