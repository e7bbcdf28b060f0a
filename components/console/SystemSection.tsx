import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionsView, ConnectionView } from '../../lib/model/console.ts';
import type { System } from '../../lib/model/subject.ts';
import { Button } from '../ui/Button.tsx';
import { ClioForm } from './ClioForm.tsx';
import { ConnectionCard } from './ConnectionCard.tsx';
import { HighLevelForm } from './HighLevelForm.tsx';
import { SignInStatus } from './SignInStatus.tsx';
import { systemName } from './words.ts';

const WORDS = {
  highlevel: {
    none: 'console.connections.highlevelNone',
    count: 'console.connections.highlevelCount',
    add: 'console.connections.addHighlevel',
  },
  clio: { none: 'console.connections.clioNone', count: 'console.connections.clioCount', add: 'console.connections.addClio' },
} as const;

/** What needs a person stands first; the rest keeps its order. */
const byUrgency = (one: ConnectionView, other: ConnectionView): number =>
  Number(other.state === 'reconnect') - Number(one.state === 'reconnect');

export interface SystemSectionProps {
  system: System;
  view: ConnectionsView;
  now: number;
  done: (words?: string) => void;
}

/** One system's accounts, and the form for a first or a further one. */
export function SystemSection({ system, view, now, done }: SystemSectionProps): JSX.Element {
  const id = useId();
  const mine = view.connections.filter((one) => one.system === system).sort(byUrgency);
  const [adding, setAdding] = useState(false);
  const open = mine.length === 0 || adding;
  const connected = () => {
    setAdding(false);
    done(i18n.t('console.connected', [systemName(system)]));
  };
  return (
    <section class="con-system" aria-labelledby={id}>
      <Head system={system} id={id} count={mine.length} open={open} onToggle={() => setAdding(!adding)} />
      <SignInStatus system={system} signIn={view.signIn} />
      {open ? (
        <div class="con-panel">
          {system === 'highlevel' ? (
            <HighLevelForm view={view} onDone={connected} />
          ) : (
            <ClioForm view={view} onDone={connected} />
          )}
        </div>
      ) : null}
      {mine.length === 0 ? null : (
        <ul class="con-cards">
          {mine.map((one) => (
            <li key={one.id}>
              <ConnectionCard connection={one} view={view} now={now} done={done} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface HeadProps {
  system: System;
  id: string;
  count: number;
  open: boolean;
  onToggle: () => void;
}

/** Name, how many, and the button for a further one; a first one needs no button, its form stands open. */
function Head({ system, id, count, open, onToggle }: HeadProps): JSX.Element {
  const words = WORDS[system];
  return (
    <header class="con-system-head">
      <h2 id={id}>{systemName(system)}</h2>
      <span class="muted small">{count === 0 ? i18n.t(words.none) : i18n.t(words.count, count)}</span>
      {count === 0 ? null : (
        <Button size="small" icon={open ? 'close' : 'add'} aria-expanded={open} onClick={onToggle}>
          {i18n.t(open ? 'console.cancel' : words.add)}
        </Button>
      )}
    </header>
  );
}
