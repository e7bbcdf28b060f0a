import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SyncPairView } from '../../../lib/model/console-sync.ts';
import type { Place } from '../../../lib/model/panel.ts';
import type { PreviewView } from '../../../lib/model/settings-view.ts';
import type { SyncChoice } from '../../../lib/model/sync.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ActError } from '../ActError.tsx';
import { FindLinked } from './FindLinked.tsx';
import { Pick } from './Pick.tsx';
import { isQuiet, PreviewTable } from './PreviewTable.tsx';
import { usePreview } from './use-preview.ts';

/** The choices tried on one real person, saved or not. */
export function PreviewCard({ pair, choice }: { pair: SyncPairView; choice: SyncChoice }): JSX.Element {
  const id = useId();
  const [picked, setPicked] = useState<Place>();
  const person = picked?.id ?? pair.people[0]?.id;
  const isFar = picked && !pair.people.some((one) => one.id === picked.id);
  const { view, error } = usePreview(pair, person, choice);
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('mappings.preview.title')}</h2>
      <p class="muted small">{i18n.t('mappings.preview.lead')}</p>
      {person ? (
        <>
          <Pick
            label={i18n.t('mappings.preview.person')}
            value={person}
            places={isFar ? [picked, ...pair.people] : pair.people}
            onChoose={(one) => setPicked(pair.people.find((other) => other.id === one) ?? picked)}
          />
          {/* The list holds the first ones only. */}
          <FindLinked pair={pair} label={i18n.t('mappings.preview.find')} quiet onPick={setPicked} />
        </>
      ) : (
        <p class="muted small">{i18n.t('mappings.preview.none')}</p>
      )}
      <ActError error={error} />
      {person && !view && !error ? <Skeleton lines={4} label={i18n.t('console.loading')} /> : null}
      {person && view ? <Found key={person} view={view} fields={pair.fields} /> : null}
    </section>
  );
}

function Found({ view, fields }: { view: PreviewView; fields: SyncPairView['fields'] }): JSX.Element {
  const [all, setAll] = useState(false);
  const every = view.parts.flatMap((one) => one.fields);
  const quiet = every.filter(isQuiet).length;
  const writes = every.filter(({ does }) => does === 'to-clio' || does === 'to-highlevel').length;
  const asked = every.filter(({ does }) => does === 'conflict').length;
  if (view.unread) return <p class="con-reason small">{i18n.t('mappings.preview.unread')}</p>;
  return (
    <>
      {view.outside ? <p class="con-reason small">{i18n.t('mappings.preview.outside')}</p> : null}
      <p class="small" role="status">
        {quiet === every.length
          ? i18n.t('mappings.preview.quiet', [String(quiet)])
          : i18n.t('mappings.preview.summary', [String(writes), String(asked)])}
      </p>
      {view.parts.map((part, at) => (
        <PreviewTable key={`${part.entity}${at}`} part={part} fields={fields[part.entity]} all={all} />
      ))}
      {quiet ? (
        <button type="button" class="map-quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? i18n.t('mappings.preview.hideRest')
            : `${i18n.t('mappings.preview.rest', [String(quiet)])} · ${i18n.t('mappings.preview.showRest')}`}
        </button>
      ) : null}
    </>
  );
}
