import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { fold } from '../../../lib/model/fold.ts';
import type { PrivacyFirm, PrivacyView } from '../../../lib/model/settings-view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { ActError } from '../ActError.tsx';
import { useSend } from '../use-send.ts';
import { WordList } from './WordList.tsx';

interface CardProps {
  view: PrivacyView;
  say: (words: string) => void;
}

/** The words at which a text waits for a person's yes, per Clio account. */
export function WordsCard({ view, say }: CardProps): JSX.Element {
  const id = useId();
  const [picked, setPicked] = useState<string>();
  const firm = view.firms.find(({ clio }) => clio.id === picked) ?? view.firms[0];
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('privacy.words.title')}</h2>
      <p class="muted small">{i18n.t('privacy.words.lead')}</p>
      {view.firms.length > 1 && firm ? (
        <Field label={i18n.t('privacy.firm')}>
          {(control) => (
            <select {...control} class="input" value={firm.clio.id} onChange={(event) => setPicked(event.currentTarget.value)}>
              {view.firms.map(({ clio }) => (
                <option key={clio.id} value={clio.id}>
                  {clio.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      {firm ? (
        <Editor key={firm.clio.id} firm={firm} builtIn={view.builtIn} say={say} />
      ) : (
        <>
          <p class="con-reason small">{i18n.t('privacy.words.noPair')}</p>
          <WordList words={view.builtIn} />
        </>
      )}
    </section>
  );
}

interface EditorProps {
  firm: PrivacyFirm;
  builtIn: readonly string[];
  say: CardProps['say'];
}

function Editor({ firm, builtIn, say }: EditorProps): JSX.Element {
  const act = useSend('privacy.words');
  const words = firm.words ?? builtIn;
  const set = async (next: readonly string[] | undefined, said: string): Promise<boolean> => {
    const accepted = await act.run({ clio: firm.clio.id, ...(next ? { words: [...next] } : {}) });
    if (accepted) say(said);
    return accepted;
  };
  return (
    <>
      <p class="pri-line">
        <Badge tone={firm.words ? 'accent' : 'neutral'}>
          {i18n.t(firm.words ? 'privacy.words.own' : 'privacy.words.builtIn')}
        </Badge>
        <span class="muted small">{i18n.t('privacy.words.count', [String(words.length)])}</span>
        {firm.words ? (
          <Button kind="quiet" size="small" onClick={() => set(undefined, i18n.t('privacy.words.restored'))}>
            {i18n.t('privacy.words.reset')}
          </Button>
        ) : null}
      </p>
      <AddWord words={words} busy={act.busy} add={(word) => set([word, ...words], i18n.t('privacy.words.added', [word]))} />
      <ActError error={act.error} />
      {words.length ? null : <p class="con-reason small">{i18n.t('privacy.words.empty')}</p>}
      <WordList
        words={words}
        onRemove={(gone) =>
          set(
            words.filter((one) => one !== gone),
            i18n.t('privacy.words.removed', [gone]),
          )
        }
      />
    </>
  );
}

interface AddWordProps {
  words: readonly string[];
  busy: boolean;
  /** Resolves to whether it was taken. */
  add: (word: string) => Promise<boolean>;
}

function AddWord({ words, busy, add }: AddWordProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const word = typed.trim().replaceAll(/\s+/g, ' ').slice(0, 100);
  const isKnown = word !== '' && words.some((one) => fold(one) === fold(word));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (word && !isKnown && !busy && (await add(word))) setTyped('');
  };
  return (
    <form class="con-joined pri-add" onSubmit={submit}>
      <Field label={i18n.t('privacy.words.add')} error={isKnown ? i18n.t('privacy.words.known') : undefined}>
        {(control) => (
          <input
            {...control}
            class="input"
            maxLength={100}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={busy} disabled={!word || isKnown || words.length >= 200}>
        {i18n.t('privacy.words.submit')}
      </Button>
    </form>
  );
}
