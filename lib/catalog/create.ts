import type { Request } from '../http/endpoint.ts';
import { type Action, type Context, defineAction, type Outcome, type Told } from './define.ts';

export interface CreateParts<I, F, A, W>
  extends Pick<Action<I, F, A>, 'id' | 'system' | 'input' | 'key' | 'lag' | 'request' | 'refuse'> {
  /** The list in which a new record would stand. */
  look: (input: I, context: Context) => Request<F>;
  rows: (read: F) => W[];
  answered: (answer: A) => W;
  idOf: (record: W) => string;
  /** Names of the values in which a record is not what was asked for. */
  differs: (input: I, record: W, context: Context) => string[];
  told: (record: W, input: I, context: Context) => Told;
  /** Is it the one, going by what tells records apart? For finding one that was stored other than sent; left out, only an exact one is ours. */
  like?: (input: I, record: W, context: Context) => boolean;
  follow?: (input: I, id: string) => Outcome['follow'];
  /** The operation that deletes it. */
  undo?: (input: I, id: string) => { op: string; input: unknown };
}

/** Makes a record. What was in the list before is noted, so that after a lost answer the one new record like it is ours; several are asked about. */
export const createAction = <I, F, A, W>(parts: CreateParts<I, F, A, W>): Action<I, F, A> => {
  const { id, system, input: shape, key, lag, look, request, refuse, undo } = parts;
  const outcome = (input: I, record: W, context: Context): Outcome => ({
    id: parts.idOf(record),
    told: [parts.told(record, input, context)],
    differs: parts.differs(input, record, context),
    follow: parts.follow?.(input, parts.idOf(record)),
  });
  return defineAction<I, F, A>({
    ...{ id, system, input: shape, key, lag, look, request, refuse },
    resend: 'check',
    lookFirst: true,
    snapshot: (read) => parts.rows(read).map(parts.idOf),
    find(input, read, snapshot, context) {
      const fresh = parts.rows(read).filter((one) => !snapshot.includes(parts.idOf(one)));
      const exact = fresh.filter((one) => !parts.differs(input, one, context).length);
      const made = exact.length ? exact : fresh.filter((one) => parts.like?.(input, one, context));
      return made.length > 1 ? 'several' : made[0] && outcome(input, made[0], context);
    },
    outcome: (input, answer, context) => outcome(input, parts.answered(answer), context),
    undo: undo && ((input, result) => undo(input, result.id)),
  });
};
