import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Right } from '../../lib/model/connection.ts';
import type { ConnectionView } from '../../lib/model/console.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { areaName, rightWords } from './words.ts';

const TONES: Record<Right['state'], Tone> = { granted: 'good', missing: 'bad', unknown: 'warn' };

export interface RightsTableProps {
  id: string;
  connection: ConnectionView;
  rights: Right[];
  writing: boolean;
}

/** What each right allows, whether it is there, how that was proved, and what to do about a missing one. */
export function RightsTable({ id, connection, rights, writing }: RightsTableProps): JSX.Element {
  return (
    <div class="con-table-box" id={id}>
      <table class="con-table">
        <caption class="unseen">{i18n.t('console.rights.caption', [connection.name])}</caption>
        <thead>
          <tr>
            <th scope="col">{i18n.t('console.rights.what')}</th>
            <th scope="col">{i18n.t('console.rights.access')}</th>
            <th scope="col">{i18n.t('console.rights.state')}</th>
            <th scope="col">{i18n.t('console.rights.proof')}</th>
          </tr>
        </thead>
        <tbody>
          {rights.map((right) => (
            <Row key={right.id} right={right} connection={connection} later={right.access === 'write' && !writing} />
          ))}
        </tbody>
      </table>
      <p class="field-hint">{i18n.t('console.rights.harmless')}</p>
    </div>
  );
}

/** `later`: a write right while writing is off, which may well be missing. */
function Row({ right, connection, later }: { right: Right; connection: ConnectionView; later: boolean }): JSX.Element {
  const fix = right.state === 'granted' ? undefined : fixWords(right, connection);
  return (
    <>
      <tr class={fix ? 'con-right-open' : undefined}>
        <th scope="row">
          {rightWords(right)}
          <code class="con-scope">{right.scope}</code>
        </th>
        <td>{i18n.t(right.access === 'read' ? 'console.rights.read' : 'console.rights.write')}</td>
        <td>
          <Badge tone={later && right.state === 'missing' ? 'neutral' : TONES[right.state]}>{stateWords(right.state)}</Badge>
        </td>
        <td class="con-proof">{right.proof}</td>
      </tr>
      {fix ? (
        <tr>
          <td colSpan={4} class={`con-fix con-fix-${later ? 'later' : right.state}`}>
            {fix}
          </td>
        </tr>
      ) : null}
    </>
  );
}

const stateWords = (state: Right['state']): string => {
  if (state === 'granted') return i18n.t('console.rights.granted');
  return state === 'missing' ? i18n.t('console.rights.missing') : i18n.t('console.rights.unknown');
};

/** What to do about a right that is not proved, in the words of the vendor's own pages. */
function fixWords(right: Right, connection: ConnectionView): string {
  if (right.state === 'unknown') return i18n.t('console.rights.unknownHint');
  if (connection.system === 'highlevel') {
    return i18n.t(connection.method === 'token' ? 'console.rights.fixToken' : 'console.rights.fixHighlevel', [right.scope]);
  }
  const area = areaName(right.scope.split('.')[0] ?? right.scope);
  return i18n.t(right.access === 'read' ? 'console.rights.fixClioRead' : 'console.rights.fixClioWrite', [area]);
}
