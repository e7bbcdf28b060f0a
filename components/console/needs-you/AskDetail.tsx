import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { System } from '../../../lib/model/subject.ts';
import { Icon } from '../../ui/Icon.tsx';
import { hashOf } from '../use-hash.ts';
import { systemName } from '../words.ts';
import { groupWords } from './AskList.tsx';
import { Candidates, OpenLink } from './Candidates.tsx';
import { Choices } from './Choices.tsx';
import { ConflictTable, type Picks } from './ConflictTable.tsx';
import type { Choice } from './choices.ts';
import { EditWrite } from './EditWrite.tsx';
import { HeldText } from './HeldText.tsx';
import type { Item } from './items.ts';
import './needs-you.css';
import { StuckDetail } from './StuckDetail.tsx';

export interface AskDetailProps {
  item: Item;
  /** The item's own, and what the picks add. */
  choices: Choice[];
  now: number;
  zone: string;
  picks: Picks;
  onPick: (field: string, side: System) => void;
  onDecide: (choice: Choice) => void;
  /** On the person's own page nobody needs the way there. */
  noPerson?: boolean;
}

/** One thing that needs a person, with all that is needed to decide it. */
export function AskDetail(props: AskDetailProps): JSX.Element {
  const { item, choices, now, zone, onDecide, noPerson } = props;
  const id = useId();
  const { ask, write } = item;
  // Who is still to be made has no page.
  const link = ask?.link ?? (write?.op.endsWith('.contact.create') ? undefined : write?.link);
  return (
    <article class="ny-detail-card" aria-labelledby={id}>
      <header class="ny-head">
        <div class="ny-head-words">
          <p class="eyebrow">{groupWords(item.group)}</p>
          <h2 id={id} dir="auto">
            {item.label}
          </h2>
        </div>
        <div class="ny-links">
          {link && !noPerson ? (
            <a class="button button-quiet button-small" href={hashOf('people', link)}>
              <Icon name="person" size={14} /> {i18n.t('needsYou.person')}
            </a>
          ) : null}
          {ask ? <Open item={item} /> : null}
        </div>
      </header>
      <p class="muted">{i18n.t(`needsYou.lead.${leadOf(item)}`)}</p>
      {write ? <StuckDetail write={write} now={now} zone={zone} /> : null}
      {ask ? <AskBodyPart {...props} ask={ask} /> : null}
      <Choices choices={choices} onDecide={onDecide}>
        {write ? <EditWrite write={write} zone={zone} /> : null}
      </Choices>
    </article>
  );
}

const CHILDREN: ReadonlySet<string | undefined> = new Set(['task', 'note', 'appointment']);
const leadOf = ({ group, ask }: Item) => {
  if (group === 'vanished' && CHILDREN.has(ask?.entity)) return 'vanishedChild';
  // Found different when they met: nobody changed anything "since".
  return group === 'conflict' && !ask?.body.fields?.some((field) => field.base !== undefined) ? 'drift' : group;
};

function AskBodyPart({ ask, choices, zone, picks, onPick, onDecide }: AskDetailProps & { ask: NonNullable<Item['ask']> }) {
  const { body, entity } = ask;
  const fields = body.fields ?? [];
  return (
    <>
      {fields.length ? (
        <ConflictTable
          fields={fields}
          entity={entity}
          zone={zone}
          picks={picks}
          onPick={fields.length > 1 && body.offers.includes('keep-both') ? onPick : undefined}
        />
      ) : null}
      <HeldText body={body} />
      <Candidates ask={ask} choices={choices} onDecide={onDecide} />
      {body.choices?.map((one) => (
        <Choices key={one.id} choices={choices} of={one.id} onDecide={onDecide} />
      ))}
    </>
  );
}

/** The record itself, in each system where it is one. */
function Open({ item }: { item: Item }): JSX.Element {
  const { clioId, highlevelId, candidates = [] } = item.ask?.body ?? {};
  const known = new Set(candidates.map(({ id }) => id));
  return (
    <>
      {(['clio', 'highlevel'] as const).map((side) => {
        const id = side === 'clio' ? clioId : highlevelId;
        const url = id && !known.has(id) ? item.ask?.urls[id] : undefined;
        const words = i18n.t('needsYou.openIn', [systemName(side)]);
        return <OpenLink key={side} url={url} label={words} words={systemName(side)} />;
      })}
    </>
  );
}
