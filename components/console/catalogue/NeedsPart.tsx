import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Operation } from '../../../lib/catalog/operation.ts';
import type { ConnectionsView, ConnectionView } from '../../../lib/model/console.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';

type State = 'granted' | 'missing' | 'unknown';
const TONES: Record<State, Tone> = { granted: 'good', missing: 'bad', unknown: 'neutral' };

/** Rights were proved one by one on the Connections page; what was not tried is not known. */
const stateOf = (connection: ConnectionView, scope: string): State =>
  connection.rights?.find((right) => right.scope === scope)?.state ?? 'unknown';

function words(state: State, name: string): string {
  if (state === 'granted') return i18n.t('catalogue.needs.has', [name]);
  return i18n.t(state === 'missing' ? 'catalogue.needs.lacks' : 'catalogue.needs.untried', [name]);
}

/** The rights an operation needs, and which of the connections have them. */
export function NeedsPart({ operation, view }: { operation: Operation; view?: ConnectionsView }): JSX.Element {
  const mine = view?.connections.filter(({ system }) => system === operation.system) ?? [];
  const scopes = operation.scopes.filter(Boolean);
  if (scopes.length === 0) return <p>{i18n.t('catalogue.needs.nothing')}</p>;
  return (
    <ul class="cat-needs">
      {scopes.map((scope) => (
        <li key={scope}>
          <code class="con-chip con-mono">{scope}</code>
          {mine.map((connection) => {
            const state = stateOf(connection, scope);
            return (
              <Badge key={connection.id} tone={TONES[state]}>
                {words(state, connection.name)}
              </Badge>
            );
          })}
          {view && mine.length === 0 ? <a href="#/connections">{i18n.t('catalogue.needs.connect')}</a> : null}
        </li>
      ))}
    </ul>
  );
}
