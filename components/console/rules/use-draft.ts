import { useState } from 'preact/hooks';
import { send } from '../../../lib/messages/send.ts';
import { type AppError, toAppError } from '../../../lib/model/errors.ts';
import type { Rule } from '../../../lib/model/rule.ts';
import { sameRule } from './draft.ts';

export interface Draft {
  rule: Rule;
  dirty: boolean;
  busy: boolean;
  error?: AppError;
  change: (change: (before: Rule) => Rule) => void;
  /** Resolves to the rule as it is kept. */
  save: () => Promise<Rule | undefined>;
  reset: (rule: Rule) => void;
}

/** A rule while somebody works on it. */
export function useDraft(start: Rule, isNew: boolean): Draft {
  const [kept, setKept] = useState(start);
  const [rule, setRule] = useState(start);
  const [state, setState] = useState<{ busy: boolean; error?: AppError }>({ busy: false });
  const reset = (next: Rule) => {
    setKept(next);
    setRule(next);
  };
  const save = async (): Promise<Rule | undefined> => {
    setState({ busy: true });
    try {
      const saved = await send('rule.save', { rule });
      setState({ busy: false });
      reset(saved);
      return saved;
    } catch (thrown) {
      setState({ busy: false, error: toAppError(thrown) });
      return undefined;
    }
  };
  return { rule, dirty: isNew || !sameRule(rule, kept), ...state, change: setRule, save, reset };
}
