import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PersonPageView } from '../../../lib/model/console-sync.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Reasons } from '../needs-you/Candidates.tsx';
import { systemName } from '../words.ts';
import type { PersonAct } from './use-person-act.ts';

interface PersonHeadProps {
  view: PersonPageView;
  act: PersonAct;
  again: () => void;
}

/** Who it is, why both records are taken for one person, and the ways out. */
export function PersonHead({ view, act, again }: PersonHeadProps): JSX.Element {
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const unlink = async () => {
    close();
    if (await act.run('unlink', { act: 'unlink' })) again();
  };
  return (
    <header class="pp-person">
      <a class="pp-back" href="#/people">
        <Icon name="back" size={14} /> {i18n.t('people.back')}
      </a>
      <div class="pp-person-line">
        <h1 dir="auto">{view.name}</h1>
        <Reasons reasons={view.reasons} />
        <div class="pp-person-acts">
          <RecordLinks view={view} />
          <Button size="small" icon="unlink" busy={act.busy === 'unlink'} onClick={() => setAsking(true)}>
            {i18n.t('people.act.unlink')}
          </Button>
        </div>
      </div>
      {asking ? <UnlinkDialog name={view.name} onClose={close} onUnlink={() => void unlink()} /> : null}
    </header>
  );
}

/** The person's record in each system. */
function RecordLinks({ view: { name, urls } }: { view: PersonPageView }): JSX.Element {
  return (
    <>
      {(['clio', 'highlevel'] as const).map((side) => (
        <a
          key={side}
          class="button button-secondary button-small"
          href={urls[side]}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={i18n.t('people.openIn', [name, systemName(side)])}
        >
          <Icon name="open" size={14} /> {systemName(side)}
        </a>
      ))}
    </>
  );
}

interface UnlinkDialogProps {
  name: string;
  onClose: () => void;
  onUnlink: () => void;
}

function UnlinkDialog({ name, onClose, onUnlink }: UnlinkDialogProps): JSX.Element {
  return (
    <Dialog
      title={i18n.t('people.unlinkTitle', [name])}
      onClose={onClose}
      closeLabel={i18n.t('people.close')}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('console.cancel')}</Button>
          <Button kind="danger" onClick={onUnlink}>
            {i18n.t('people.act.unlink')}
          </Button>
        </>
      }
    >
      <p>{i18n.t('people.ask.unlink')}</p>
    </Dialog>
  );
}
