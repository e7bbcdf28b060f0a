import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { send } from '../../lib/messages/send.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { useQuery } from '../use-query.ts';
import { failureWords } from '../words.ts';
import { useReadOnceSignedIn } from './use-fresh.ts';
import { View } from './View.tsx';

/**
 * The panel behind its gate: nothing is shown or asked until the background has accepted the frame's one-time nonce. A page that frames
 * this document itself gets a plain line.
 */
export function Panel({ nonce, onGreeted }: { nonce: string; onGreeted?: () => void }): JSX.Element | null {
  const [gate, setGate] = useState<'waiting' | 'open' | 'refused'>('waiting');
  const greeted = useRef(onGreeted);
  useEffect(() => {
    send('panel.hello', { nonce })
      .then(
        () => setGate('open'),
        () => setGate('refused'),
      )
      .finally(() => greeted.current?.());
  }, [nonce]);
  if (gate === 'waiting') return null;
  return gate === 'open' ? <Asking /> : <p class="refused">{i18n.t('panel.refused')}</p>;
}

function Asking(): JSX.Element {
  const { value, error, again } = useQuery(
    'panel.view',
    {},
    ({ signal }) => signal === 'store.changed' || signal === 'panel.subject',
  );
  useReadOnceSignedIn(value);
  const drafts = useRef(new Map<string, Map<string, string>>());
  const [tab, setTab] = useState<string>('contact');
  if (!value) return error ? <Unanswered words={failureWords(error)} again={again} /> : <main aria-busy="true" class="shell" />;
  // Whose local state it is: everything typed, chosen or opened is dropped with the record, the person of the matter, or the link.
  const linked = value.screen.kind === 'person' ? value.screen.person.highlevelId : value.screen.kind;
  const whose = `${value.key}|${value.people?.chosen ?? ''}|${linked}`;
  const mine = drafts.current.get(whose) ?? new Map<string, string>();
  drafts.current.set(whose, mine);
  return <View key={whose} view={value} drafts={mine} tab={tab} onTab={setTab} unanswered={error} again={again} />;
}

function Unanswered({ words, again }: { words: string; again: () => void }): JSX.Element {
  return (
    <main class="shell">
      <Empty icon="alert" title={i18n.t('panel.unanswered')} action={<Button onClick={again}>{i18n.t('panel.retry')}</Button>}>
        {words}
      </Empty>
    </main>
  );
}
