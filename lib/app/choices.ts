import type { Handlers } from '../messages/serve.ts';
import { choosePerson, type PersonChoiceParts, pairLocation, refresh, removeLink, setLink } from './choices-person.ts';
import { dropWrite, retryWrite, undoAct, type WriteChoiceParts } from './choices-write.ts';
import { editWrite } from './edit-write.ts';

export type ChoiceHandlers = Pick<
  Handlers,
  | 'person.choose'
  | 'location.pair'
  | 'link.set'
  | 'link.remove'
  | 'panel.refresh'
  | 'act.undo'
  | 'write.retry'
  | 'write.edit'
  | 'write.drop'
>;

/** Decisions of a person about who is who, and second thoughts about writes. */
export const createChoices = (parts: PersonChoiceParts & WriteChoiceParts): ChoiceHandlers => ({
  'person.choose': (payload, from) => choosePerson(parts, payload, from),
  'location.pair': (payload, from) => pairLocation(parts, payload, from),
  'link.set': (payload, from) => setLink(parts, payload, from),
  'link.remove': (payload, from) => removeLink(parts, payload, from),
  'panel.refresh': (payload, from) => refresh(parts, payload, from),
  'act.undo': (payload) => undoAct(parts, payload),
  'write.retry': (payload) => retryWrite(parts, payload),
  'write.edit': (payload) => editWrite(parts, payload),
  'write.drop': (payload) => dropWrite(parts, payload),
});
