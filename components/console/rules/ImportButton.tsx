import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import { type AppError, toAppError } from '../../../lib/model/errors.ts';
import type { RuleProblem } from '../../../lib/model/rule.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ActError } from '../ActError.tsx';
import { ProblemList } from './ProblemList.tsx';

interface Failed {
  problems: RuleProblem[];
  error?: AppError;
}

/** Takes a file of rules. With one thing wrong nothing is taken, and everything that is wrong is said. */
export function ImportButton({ done, say }: { done: () => void; say: (words: string) => void }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState<Failed>();
  const take = async (file: File | undefined) => {
    if (!file) return;
    try {
      const read = await send('rule.import', { text: await file.text() });
      if (!read.ok) return setFailed({ problems: read.problems });
      say(i18n.t('rules.imported', [String(read.rules.length)]));
      done();
    } catch (thrown) {
      const error = toAppError(thrown);
      // A file too long for a message never reaches the reader of rules.
      setFailed(error.code === 'bad-message' ? { problems: [{ at: '', code: 'too-big' }] } : { problems: [], error });
    }
  };
  return (
    <>
      <input
        ref={input}
        class="unseen"
        type="file"
        accept="application/json,.json"
        tabIndex={-1}
        aria-label={i18n.t('rules.importFile')}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{i18n.t('rules.import')}</Button>
      {failed ? <FailedDialog {...failed} onClose={() => setFailed(undefined)} /> : null}
    </>
  );
}

function FailedDialog({ problems, error, onClose }: Failed & { onClose: () => void }): JSX.Element {
  return (
    <Dialog title={i18n.t('rules.importFailed')} closeLabel={i18n.t('console.close')} onClose={onClose}>
      <p>{i18n.t('rules.importNothing')}</p>
      <ProblemList problems={problems} />
      <ActError error={error} />
    </Dialog>
  );
}
