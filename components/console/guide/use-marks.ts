import { useState } from 'preact/hooks';
import { send } from '../../../lib/messages/send.ts';
import { useQuery } from '../../use-query.ts';
import type { Mark, Marks } from './steps.ts';

export interface KeptMarks {
  /** Undefined until they are read. */
  marks?: Marks;
  set: (mark: Mark, on?: boolean) => void;
}

const marksIn = (kept: string): Marks => new Set(kept.split(',').filter(Boolean) as Mark[]);

/** What was passed by, kept in this browser: whoever comes back goes on where they left. */
export function useMarks(): KeptMarks {
  const { value, error } = useQuery('settings.view', {}, () => false);
  const [own, setOwn] = useState<Marks>();
  // Where it can't be read the guide works all the same; it forgets.
  const marks = own ?? (value ? marksIn(value.preferences.guide) : error ? marksIn('') : undefined);
  const set = (mark: Mark, on = true): void => {
    const next = new Set(marks).add(mark).add('seen');
    if (!on) next.delete(mark);
    setOwn(next);
    send('settings.set', { guide: [...next].join(',') }).catch(() => undefined);
  };
  return { marks, set };
}
