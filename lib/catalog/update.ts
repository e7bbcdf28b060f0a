import type { Request } from '../http/endpoint.ts';
import { type Action, type Context, defineAction, type Told } from './define.ts';
import { differing, filledNames, same } from './same.ts';

/** Values under the names of the input, in the form in which they are read back. */
type Held = Record<string, unknown>;

export interface UpdateParts<I, F, A, W> extends Pick<Action<I>, 'id' | 'system' | 'input' | 'key'> {
  look: (input: I, context: Context) => Request<F>;
  request: (input: I, context: Context, fresh: W) => Request<A>;
  /** The record in what was read, and in the answer. */
  fresh: (read: F) => W;
  answered: (answer: A) => W;
  /** What was asked for, and what the person or rule saw there. Blank values are not asked for. */
  wanted: (input: I, context: Context) => Held;
  seen: (input: I, context: Context) => Held;
  /** Names whose former value was not seen, so that nothing can be said about a change. */
  blind?: (input: I, name: string) => boolean;
  held: (record: W, input: I, context: Context) => Held;
  told: (record: W, input: I, context: Context) => Told;
  /** The input that puts back what was there; undefined where something was blank, as nothing can be emptied. */
  former?: (input: I, record: W) => Partial<I> | undefined;
}

/**
 * A change of a record: read first; left alone when somebody wrote another value since it was seen, or when all is as wanted; read back.
 * Taken back by the same operation with what was there before.
 */
export const updateAction = <I, F, A, W>(parts: UpdateParts<I, F, A, W>): Action<I, F, A> => {
  const outcome = (input: I, record: W, context: Context) => {
    const told = parts.told(record, input, context);
    return { id: told.id, told: [told], differs: differing(parts.wanted(input, context), parts.held(record, input, context)) };
  };
  const { id, system, input: shape, key, look } = parts;
  return defineAction<I, F, A>({
    ...{ id, system, input: shape, key, look },
    resend: 'check',
    lookFirst: true,
    refuse(input, read, context) {
      const [wanted, seen] = [parts.wanted(input, context), parts.seen(input, context)];
      const now = parts.held(parts.fresh(read), input, context);
      const other = filledNames(wanted).filter((name) => !same(name, wanted[name], now[name]));
      if (!other.length) return 'done';
      return other.some((name) => !parts.blind?.(input, name) && !same(name, seen[name], now[name])) ? 'changed' : undefined;
    },
    find(input, read, _, context) {
      const found = outcome(input, parts.fresh(read), context);
      return found.differs.length ? undefined : found;
    },
    request: (input, context, read) => parts.request(input, context, parts.fresh(read as F)),
    outcome: (input, answer, context) => outcome(input, parts.answered(answer), context),
    before: (input, read) => parts.former?.(input, parts.fresh(read)),
    undo: (input, _, before) =>
      before ? { op: id, input: { ...input, ...before, seen: (input as { values?: unknown }).values } } : undefined,
  });
};

/** The former values of the names that are to be written; undefined where one was blank. */
export function formerOf<V extends object>(values: V, was: Partial<Record<keyof V, unknown>>): V | undefined {
  const names = filledNames(values as Held) as (keyof V)[];
  if (!names.length || names.some((name) => was[name] === undefined || was[name] === '')) return undefined;
  return Object.fromEntries(names.map((name) => [name, was[name]])) as V;
}
