import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type EntityChoice, SYNC_ENTITIES, type SyncEntity } from '../../../lib/model/sync.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { DirectionControl } from './DirectionControl.tsx';
import { FieldsTable } from './FieldsTable.tsx';
import { PolicySelect } from './PolicySelect.tsx';
import type { PartProps } from './part-props.ts';
import { entityHint, entityWords } from './words.ts';

const ICONS: Record<SyncEntity, IconName> = {
  contact: 'person',
  task: 'check',
  note: 'note',
  appointment: 'calendar',
  dnd: 'offline',
};

/** Every kind of record: which way it travels, what wins, whether new ones are made, and its fields. */
export function EntitiesCard(props: PartProps): JSX.Element {
  const id = useId();
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('mappings.entities.title')}</h2>
      <ul class="map-entities">
        {SYNC_ENTITIES.map((one) => (
          <EntityRow key={one} entity={one} {...props} />
        ))}
      </ul>
    </section>
  );
}

/** What else must be chosen before this can work. */
function lacking(entity: SyncEntity, { choice }: PartProps): string | undefined {
  const { direction, create } = choice.entities[entity];
  if (direction === 'off') return undefined;
  if (entity === 'dnd' && !choice.dnd) return i18n.t('mappings.entities.needsDnd');
  const needsClio = direction !== 'to-highlevel' && !choice.calendars.clio;
  const needsHighLevel = direction !== 'to-clio' && !choice.calendars.highlevel;
  if (entity === 'appointment' && create && (needsClio || needsHighLevel)) return i18n.t('mappings.entities.needsCalendar');
  return undefined;
}

function EntityRow({ entity, ...props }: PartProps & { entity: SyncEntity }): JSX.Element {
  const { choice, change } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const mine = choice.entities[entity];
  const isOff = mine.direction === 'off';
  const name = entityWords(entity);
  const set = (part: Partial<EntityChoice>) => change({ entities: { ...choice.entities, [entity]: { ...mine, ...part } } });
  const lack = lacking(entity, props);
  return (
    <li class={isOff ? 'map-entity map-entity-off' : 'map-entity'}>
      <div class="map-entity-line">
        <span class="map-entity-icon">
          <Icon name={ICONS[entity]} />
        </span>
        <div class="map-entity-words">
          <h3>{name}</h3>
          <p class="small muted">{entityHint(entity)}</p>
        </div>
        <DirectionControl
          label={i18n.t('mappings.entities.direction', [name])}
          value={mine.direction}
          onChoose={(direction) => set({ direction })}
        />
      </div>
      {lack ? <p class="con-reason small">{lack}</p> : null}
      {isOff ? null : <EntityMore entity={entity} mine={mine} set={set} open={open} table={id} toggle={() => setOpen(!open)} />}
      <div id={id} hidden={!open || isOff}>
        {open && !isOff ? <FieldsTable entity={entity} fields={props.pair.fields[entity]} choice={mine} set={set} /> : null}
      </div>
    </li>
  );
}

interface EntityMoreProps {
  entity: SyncEntity;
  mine: EntityChoice;
  set: (part: Partial<EntityChoice>) => void;
  open: boolean;
  table: string;
  toggle: () => void;
}

/** Do-not-disturb is one flag of a person who is there already: nothing to make, no fields. */
function EntityMore({ entity, mine, set, open, table, toggle }: EntityMoreProps): JSX.Element {
  const name = entityWords(entity);
  const own = Object.keys(mine.fields).length;
  return (
    <div class="map-entity-more">
      <div class="map-inline">
        <span aria-hidden="true">{i18n.t('mappings.entities.policy')}</span>
        <PolicySelect
          label={i18n.t('mappings.entities.policyFor', [name])}
          value={mine.policy}
          onChoose={(policy) => set({ policy })}
        />
      </div>
      {entity === 'dnd' ? null : (
        <>
          <label class="map-check">
            <input
              type="checkbox"
              checked={mine.create}
              aria-label={i18n.t('mappings.entities.createFor', [name])}
              onChange={(event) => set({ create: event.currentTarget.checked })}
            />
            <span>{i18n.t('mappings.entities.create')}</span>
          </label>
          <button
            type="button"
            class="con-rights-toggle map-toggle"
            aria-expanded={open}
            aria-controls={table}
            aria-label={i18n.t('mappings.entities.fields', [name])}
            onClick={toggle}
          >
            <Icon name="chevron" size={14} />
            {own ? i18n.t('mappings.entities.fieldCount', own) : i18n.t('mappings.entities.follow')}
          </button>
        </>
      )}
    </div>
  );
}
