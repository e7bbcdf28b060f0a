import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PersonRowView } from '../../../lib/model/console-sync.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { hashOf } from '../use-hash.ts';
import { ago, systemName } from '../words.ts';
import { canBeLinked, type Side } from './sides.ts';

export const ROW_HEIGHT = 44;

export interface PersonRowProps {
  row: PersonRowView;
  side: Side;
  now: number;
  index: number;
  /** Where the row lies in the list (px). */
  start: number;
  selected: boolean;
  /** Always does the same: another function draws nothing anew. */
  onSelect: (rows: PersonRowView[], on: boolean) => void;
  /** Somebody is to be linked by hand. Always does the same, too. */
  onLink: (row: PersonRowView) => void;
}

/** Somebody of one side: linked people lead to their page, the others into their own system. Drawn anew only where something changed. */
export function PersonRow({ row, side, now, index, start, selected, onSelect, onLink }: PersonRowProps): JSX.Element {
  return useMemo(() => {
    const { name, email, phone, city, tags = [], changedAt } = row;
    const place = { transform: `translateY(${start}px)`, height: `${ROW_HEIGHT}px` };
    return (
      <tr class={`pp-row${selected ? ' pp-on' : ''}`} aria-rowindex={index} style={place}>
        <td>
          <input
            type="checkbox"
            checked={selected}
            aria-label={i18n.t('people.select', [name])}
            onChange={(event) => onSelect([row], event.currentTarget.checked)}
          />
        </td>
        <td class="pp-name">
          {row.kind === 'company' ? <Icon name="company" size={14} label={i18n.t('people.company')} /> : null}
          <Name row={row} />
          {tags.length ? <Tags tags={tags} /> : null}
        </td>
        <td class="pp-reach muted">
          <Reach email={email} phone={phone} />
        </td>
        <td class="pp-city cut muted" dir="auto" title={city}>
          {city ?? ''}
        </td>
        <td class="pp-state">
          <State row={row} side={side} onLink={onLink} />
        </td>
        <td class="pp-changed muted small nums">
          {ago(changedAt, now)}
          <OpenRecord row={row} side={side} />
        </td>
      </tr>
    );
  }, [row, side, now, index, start, selected]);
}

function Reach({ email, phone }: { email?: string; phone?: string }): JSX.Element {
  if (!email && !phone) return <>–</>;
  return (
    <>
      {email ? (
        <span class="cut" dir="auto" title={email}>
          {email}
        </span>
      ) : null}
      {phone ? (
        <span class="cut small nums" title={phone}>
          {phone}
        </span>
      ) : null}
    </>
  );
}

function Name({ row: { name, links } }: { row: PersonRowView }): JSX.Element {
  const [link] = links;
  return link ? (
    <a class="pp-link cut" dir="auto" title={name} href={hashOf('people', link)}>
      {name}
    </a>
  ) : (
    <span class="cut" dir="auto" title={name}>
      {name}
    </span>
  );
}

/** The first tag, and how many more there are. */
function Tags({ tags }: { tags: string[] }): JSX.Element {
  return (
    <span class="pp-tags" title={tags.join(', ')}>
      <span class="badge cut">{tags[0]}</span>
      {tags.length > 1 ? <span class="muted small"> +{tags.length - 1}</span> : null}
    </span>
  );
}

/** Into the person's own system. */
function OpenRecord({ row, side }: Pick<PersonRowProps, 'row' | 'side'>): JSX.Element {
  const words = i18n.t('people.openIn', [row.name, systemName(side.system)]);
  return (
    <a
      class="button button-quiet button-small button-bare"
      href={row.url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={words}
      title={words}
    >
      <Icon name="open" size={14} />
    </a>
  );
}

function State({ row, side, onLink }: Pick<PersonRowProps, 'row' | 'side' | 'onLink'>): JSX.Element {
  const { links, ask, candidates, name } = row;
  if (links.length) return <Badge tone="good">{i18n.t('people.isLinked')}</Badge>;
  if (ask)
    return (
      <a class="badge badge-warn" href={hashOf('needs-you', ask)}>
        {i18n.t('people.who', candidates?.length ?? 0)}
      </a>
    );
  if (!canBeLinked(side, row)) return <Badge>{i18n.t('people.notLinked')}</Badge>;
  return (
    <Button kind="quiet" size="small" icon="link" aria-label={i18n.t('people.linkRow', [name])} onClick={() => onLink(row)}>
      {i18n.t('people.linkShort')}
    </Button>
  );
}
