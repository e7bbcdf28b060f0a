import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PersonPageView } from '../../../lib/model/console-sync.ts';
import { AppError } from '../../../lib/model/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ActError } from '../ActError.tsx';
import { useSaid } from '../use-said.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { usePersonAct } from './use-person-act.ts';

interface UnlinkedProps {
  /** The person as they were shown before. */
  view: PersonPageView;
  again: () => void;
}

/** A link that ended under an open page is not shown as if it were still there; one click makes it again. */
export function Unlinked({ view, again }: UnlinkedProps): JSX.Element {
  const { said, say } = useSaid();
  const act = usePersonAct(view.link, say);
  const [finding, setFinding] = useState(false);
  const { name, clioId, highlevelId, link } = view;
  const [account = '', , other = ''] = link.split('|');
  const side = { id: account, system: 'clio', account, name: '', other } as const;
  const relink = async () => {
    if (await act.run('link', { act: 'link', highlevelId })) again();
  };
  const close = () => {
    setFinding(false);
    again();
  };
  return (
    <div class="con-body pp">
      <h1 dir="auto">{name}</h1>
      <div role="status">
        <Empty
          icon="unlink"
          title={i18n.t('people.ended', [name])}
          action={<Ways busy={act.busy === 'link'} onRelink={() => void relink()} onFind={() => setFinding(true)} />}
        >
          {i18n.t('people.endedMore')}
        </Empty>
      </div>
      {act.error ? <ActError error={new AppError(act.error, act.detail ? { detail: act.detail } : {})} /> : null}
      {finding ? <LinkDialog side={side} row={{ id: clioId, name }} onClose={close} /> : null}
      {said}
    </div>
  );
}

interface WaysProps {
  busy: boolean;
  onRelink: () => void;
  onFind: () => void;
}

function Ways({ busy, onRelink, onFind }: WaysProps): JSX.Element {
  return (
    <>
      <Button kind="primary" icon="link" busy={busy} onClick={onRelink}>
        {i18n.t('people.relink')}
      </Button>
      <Button icon="search" onClick={onFind}>
        {i18n.t('people.linkOther')}
      </Button>
      <a class="button button-secondary" href="#/people">
        {i18n.t('people.back')}
      </a>
    </>
  );
}
