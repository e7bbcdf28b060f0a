import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Payload } from '../../../lib/messages/protocol.ts';
import { send } from '../../../lib/messages/send.ts';
import { type AppError, type ErrorCode, toAppError } from '../../../lib/model/errors.ts';

type Asked = Omit<Payload<'people.act'>, 'links'>;

export interface PersonAct {
  /** What runs, by the slot of its button. */
  busy?: string;
  error?: ErrorCode;
  detail?: string;
  /** A push that needs a yes first. */
  held?: Asked;
  run: (slot: string, asked: Asked) => Promise<boolean>;
  /** Takes a pushed item out of HighLevel. */
  recall: (pair: string) => Promise<void>;
  forget: () => void;
}

interface State {
  busy?: string;
  error?: ErrorCode;
  detail?: string;
  held?: Asked;
}

const failure = (error: AppError): State => ({ error: error.code, detail: error.facts.detail });

/** Clicks of one person's page. A push that is held back asks, and goes again with the yes. */
export function usePersonAct(link: string, say: (words: string) => void): PersonAct {
  const [state, setState] = useState<State>({});
  const run = async (slot: string, asked: Asked): Promise<boolean> => {
    setState({ busy: slot });
    try {
      const [result] = (await send('people.act', { ...asked, links: [link] })).done;
      const isHeld = result?.error === 'held';
      setState(isHeld ? { held: asked } : result?.state === 'failed' ? { error: result.error ?? 'unexpected' } : {});
      if (isHeld || result?.state === 'failed') return false;
      say(
        i18n.t(
          result?.state === 'skipped' ? 'people.nothingToDo' : result?.acts.length ? 'people.queuedWords' : 'people.doneWords',
        ),
      );
      return true;
    } catch (thrown) {
      setState(failure(toAppError(thrown)));
      return false;
    }
  };
  const recall = async (pair: string): Promise<void> => {
    setState({ busy: pair });
    try {
      await send('item.recall', { pair });
      setState({});
      say(i18n.t('people.recalled'));
    } catch (thrown) {
      setState(failure(toAppError(thrown)));
    }
  };
  return { ...state, run, recall, forget: () => setState({}) };
}
