import type { Handlers } from '../messages/serve.ts';
import type { ActsParts } from './act.ts';
import { createActs } from './acts.ts';
import { createChoices } from './choices.ts';
import type { PersonChoiceParts } from './choices-person.ts';
import type { WriteChoiceParts } from './choices-write.ts';
import { type ConsoleHandlerParts, consoleHandlers } from './handlers-console.ts';
import { type PanelParts, panelHandlers } from './handlers-panel.ts';
import { type SubjectParts, subjectHandlers } from './handlers-subject.ts';

export type HandlerParts = ActsParts & PersonChoiceParts & WriteChoiceParts & SubjectParts & PanelParts & ConsoleHandlerParts;

/** One handler for every message there is. */
export const createHandlers = (parts: HandlerParts): Handlers => ({
  ...createActs(parts),
  ...createChoices(parts),
  ...subjectHandlers(parts),
  ...panelHandlers(parts),
  ...consoleHandlers(parts),
});
