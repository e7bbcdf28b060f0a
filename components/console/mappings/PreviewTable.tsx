import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { FieldView } from '../../../lib/model/console-sync.ts';
import type { PreviewField, PreviewPart } from '../../../lib/model/settings-view.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { entityWords, fieldName, lookUp } from './words.ts';

/** Nothing would be done, and nothing is worth saying about it. */
export const isQuiet = ({ does, why, warning }: PreviewField): boolean =>
  does === 'keep' && !warning && ['off', 'same', 'both_blank', 'unread'].includes(why.split('.').at(-1) ?? '');

const BADGES: Record<PreviewField['does'], { tone: Tone; key: string }> = {
  'to-clio': { tone: 'accent', key: 'toClio' },
  'to-highlevel': { tone: 'accent', key: 'toHighlevel' },
  conflict: { tone: 'warn', key: 'conflict' },
  keep: { tone: 'neutral', key: 'keep' },
};

interface PreviewTableProps {
  part: PreviewPart;
  fields: FieldView[];
  all: boolean;
}

/** Both values of each field, and what would be done about them and why. */
export function PreviewTable({ part, fields, all }: PreviewTableProps): JSX.Element | null {
  const rows = all ? part.fields : part.fields.filter((one) => !isQuiet(one));
  if (!rows.length) return null;
  const title = part.label ? `${entityWords(part.entity)} · ${part.label}` : entityWords(part.entity);
  return (
    <div class="map-preview">
      <h3 class="eyebrow cut" title={title}>
        {title}
      </h3>
      <ul aria-label={title}>
        {rows.map((one) => (
          <PreviewRow key={one.id} row={one} field={fields.find(({ id }) => id === one.id)} />
        ))}
      </ul>
    </div>
  );
}

function PreviewRow({ row, field }: { row: PreviewField; field?: FieldView }): JSX.Element {
  const { tone, key } = BADGES[row.does];
  const isWrite = row.does === 'to-clio' || row.does === 'to-highlevel';
  return (
    <li class={isWrite ? 'map-row map-row-writes' : row.does === 'conflict' ? 'map-row map-row-asks' : 'map-row'}>
      <p class="map-row-head">
        <span class="con-strong">{field ? fieldName(field) : row.id}</span>
        <Badge tone={tone}>{lookUp(`mappings.preview.${key}`)}</Badge>
      </p>
      <p class="map-row-values">
        <Value system="Clio" value={row.clio} />
        <Icon name={row.does === 'to-clio' ? 'left' : row.does === 'to-highlevel' ? 'right' : 'both-ways'} size={12} />
        <Value system="HighLevel" value={row.highlevel} />
      </p>
      <p class="small muted">{lookUp(row.why)}</p>
      {row.warning ? (
        <p class="map-row-warning small">
          <Icon name="alert" size={14} />
          <span>
            {lookUp(row.warning.why)}
            {row.warning.limit ? ` (${i18n.t('mappings.preview.max', [String(row.warning.limit)])})` : ''}
          </span>
        </p>
      ) : null}
    </li>
  );
}

function Value({ system, value }: { system: string; value?: string }): JSX.Element {
  return (
    <span class={value ? 'map-value' : 'map-value muted'} title={value}>
      <span class="unseen">{system}: </span>
      {value || i18n.t('mappings.preview.empty')}
    </span>
  );
}
