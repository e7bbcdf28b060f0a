import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../lib/model/console.ts';
import { Button } from '../ui/Button.tsx';
import { EraseDialog } from './EraseDialog.tsx';

/** The last section: everything gone from this browser. */
export function EraseEverything({ view, done }: { view: ConnectionsView; done: (words?: string) => void }): JSX.Element {
  const id = useId();
  const [asking, setAsking] = useState(false);
  return (
    <section class="con-erase" aria-labelledby={id}>
      <div>
        <h2 id={id}>{i18n.t('console.erase.title')}</h2>
        <p class="muted">{i18n.t('console.erase.lead')}</p>
      </div>
      <Button icon="trash" class="con-erase-button" onClick={() => setAsking(true)}>
        {i18n.t('console.erase.open')}
      </Button>
      {asking ? <EraseDialog view={view} onClose={() => setAsking(false)} done={done} /> : null}
    </section>
  );
}
