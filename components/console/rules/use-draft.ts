import { useEffect, useState } from 'preact/hooks';
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
  /** Differs from what is kept; a new rule that nobody touched does not. */
  isChanged: boolean;
  discard: () => void;
}

/** What somebody worked on and has not saved, by the rule's id: it is there again when they come back from another page. */
const unsaved = new Map<string, Rule>();
const NEW = '';

/** A rule while somebody works on it. */
export function useDraft(start: Rule, isNew: boolean): Draft {
  const key = isNew ? NEW : start.id;
  const [kept, setKept] = useState(start);
  const [rule, setRule] = useState(() => {
    const old = unsaved.get(key);
    // What was saved elsewhere meanwhile is not written over by what was begun before.
    return old?.version === start.version ? old : start;
  });
  const isChanged = !sameRule(rule, kept);
  useEffect(() => {
    if (isChanged) unsaved.set(key, rule);
    else unsaved.delete(key);
  }, [rule, kept]);
  const [state, setState] = useState<{ busy: boolean; error?: AppError }>({ busy: false });
  const reset = (next: Rule) => {
    unsaved.delete(key);
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
  return { rule, dirty: isNew || isChanged, isChanged, ...state, change: setRule, save, reset, discard: () => reset(kept) };
}
