import type { Entity } from '../model/change.ts';
import type { Action } from './define.ts';

type RemoveParts<I> = Pick<Action<I, undefined>, 'id' | 'system' | 'input' | 'key' | 'request'> & {
  entity: Entity;
  idOf: (input: I) => string;
};

/** Deletes a record. Sent again it changes nothing more, and one that is gone already is what was wanted. */
export const removeAction = <I>({ entity, idOf, ...parts }: RemoveParts<I>): Action<I, undefined> => ({
  ...parts,
  resend: 'safe',
  absentIsDone: true,
  outcome: (input) => ({ id: idOf(input), told: [], gone: [{ entity, id: idOf(input) }], differs: [] }),
});
