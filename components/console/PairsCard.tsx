import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionsView, ConnectionView } from '../../lib/model/console.ts';
import { Badge } from '../ui/Badge.tsx';
import { Field } from '../ui/Field.tsx';
import { ActError } from './ActError.tsx';
import { useSend } from './use-send.ts';
import { systemName } from './words.ts';

/** Which HighLevel location goes with which Clio account: one choice per Clio account. */
export function PairsCard({ view, done }: { view: ConnectionsView; done: (words?: string) => void }): JSX.Element {
  const id = useId();
  const firms = view.connections.filter((one) => one.system === 'clio');
  const locations = view.connections.filter((one) => one.system === 'highlevel');
  const lacking = locations.length === 0 ? 'highlevel' : firms.length === 0 ? 'clio' : undefined;
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('console.pairs.title')}</h2>
      <p class="muted">{i18n.t('console.pairs.lead')}</p>
      {lacking ? (
        <p class="con-reason">{i18n.t('console.writing.noneConnected', [systemName(lacking)])}</p>
      ) : (
        firms.map((firm) => <PairRow key={firm.id} firm={firm} locations={locations} view={view} done={done} />)
      )}
    </section>
  );
}

interface PairRowProps {
  firm: ConnectionView;
  locations: ConnectionView[];
  view: ConnectionsView;
  done: (words?: string) => void;
}

function PairRow({ firm, locations, view, done }: PairRowProps): JSX.Element {
  const act = useSend('connection.pair');
  const chosen = view.pairs.find((pair) => pair.clio === firm.id)?.highlevel ?? '';
  const pick = async (highlevel: string) => {
    const name = locations.find((one) => one.id === highlevel)?.name;
    if (name && (await act.run({ clio: firm.id, highlevel }))) done(i18n.t('console.pairs.saved', [firm.name, name]));
  };
  return (
    <div class="con-pair">
      <p class="con-pair-firm">
        <span class="con-strong">{firm.name}</span>
        {chosen ? (
          <span class="muted small">{i18n.t('console.pairs.with')}</span>
        ) : (
          <Badge tone="warn">{i18n.t('console.pairs.missing')}</Badge>
        )}
      </p>
      <Field label={i18n.t('console.pairs.label', [firm.name])} hideLabel>
        {(control) => (
          <select
            {...control}
            class="input"
            value={chosen}
            disabled={act.busy}
            onChange={(event) => pick(event.currentTarget.value)}
          >
            {chosen ? null : <option value="">{i18n.t('console.pairs.choose')}</option>}
            {locations.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ActError error={act.error} />
    </div>
  );
}
