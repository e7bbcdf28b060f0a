import { useState } from 'preact/hooks';
import { operationOf } from '../../lib/catalog/operations/index.ts';
import type { LookUp } from '../../lib/catalog/operations/look-ups.ts';
import { send } from '../../lib/messages/send.ts';
import { type AppError, toAppError } from '../../lib/model/errors.ts';
import { valueAt } from '../../lib/model/value-at.ts';

export interface Choice {
  id: string;
  name: string;
}

/** Entries at a dotted place, through lists on the way (`pipelines.stages`). */
export function entriesAt(data: unknown, list: string): unknown[] {
  return list.split('.').reduce<unknown[]>(
    (at, name) =>
      at.flatMap((one) => {
        const next = valueAt(one, name);
        return Array.isArray(next) ? next : next === undefined ? [] : [next];
      }),
    [data],
  );
}

/** What people know a record by: its name, or whatever comes nearest. HighLevel's contacts have theirs in parts. */
function nameOf(entry: unknown, name: string, id: string): string {
  const parts = [valueAt(entry, 'firstName'), valueAt(entry, 'lastName')].filter(Boolean).join(' ');
  return String(
    valueAt(entry, name) || valueAt(entry, 'name') || parts || valueAt(entry, 'title') || valueAt(entry, 'email') || id,
  );
}

export const choicesIn = (data: unknown, { list, name }: LookUp, byName: boolean): Choice[] =>
  entriesAt(data, list).flatMap((entry) => {
    const id = valueAt(entry, 'id');
    if (id === undefined && !byName) return [];
    const words = nameOf(entry, name, String(id ?? ''));
    return words ? [{ id: byName ? words : String(id), name: words }] : [];
  });

export interface Choices {
  list?: Choice[];
  busy: boolean;
  error?: AppError;
  /** Lists can be searched by the vendor where there are too many to show. */
  searches: boolean;
  load: (query: string) => Promise<void>;
}

/** The records a field's value is chosen from, read from the vendor when somebody looks. `byName`: tags are their names. */
export function useChoices(lookUp: LookUp | undefined, connection: string | undefined, byName: boolean): Choices {
  const [state, setState] = useState<Omit<Choices, 'load' | 'searches'>>({ busy: false });
  const fields = operationOf(lookUp?.operation ?? '')?.fields ?? [];
  const searches = fields.some((field) => field.name === 'query' && field.fixed === undefined);
  const needsQuery = fields.some((field) => field.name === 'query' && field.required);
  const load = async (query: string) => {
    if (!lookUp || !connection || (needsQuery && !query.trim())) return;
    setState((before) => ({ ...before, busy: true, error: undefined }));
    try {
      const values: Record<string, string> = searches && query.trim() ? { query: query.trim() } : {};
      const { data } = await send('operation.try', { id: lookUp.operation, values, connection });
      setState({ busy: false, list: choicesIn(data, lookUp, byName) });
    } catch (thrown) {
      setState({ busy: false, error: toAppError(thrown) });
    }
  };
  return { ...state, searches, load };
}
