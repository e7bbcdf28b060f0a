import type { Handlers } from '../messages/serve.ts';
import type { ActsParts } from './act.ts';
import { createActs } from './acts.ts';
import { createChoices } from './choices.ts';
import type { PersonChoiceParts } from './choices-person.ts';
import type { WriteChoiceParts } from './choices-write.ts';
import { catalogueHandlers } from './handlers-catalogue.ts';
import { type ConsoleHandlerParts, consoleHandlers } from './handlers-console.ts';
import { type PanelParts, panelHandlers } from './handlers-panel.ts';
import { peopleHandlers } from './handlers-people.ts';
import { type RuleHandlerParts, ruleHandlers } from './handlers-rules.ts';
import { type SettingsHandlerParts, settingsHandlers } from './handlers-settings.ts';
import { type SubjectParts, subjectHandlers } from './handlers-subject.ts';
import { type SyncHandlerParts, syncHandlers } from './handlers-sync.ts';
import { createNamed } from './named.ts';
import { contextOf } from './syncing.ts';

export type HandlerParts = ActsParts &
  PersonChoiceParts &
  WriteChoiceParts &
  SubjectParts &
  PanelParts &
  ConsoleHandlerParts &
  SettingsHandlerParts &
  Omit<RuleHandlerParts, 'context'> &
  SyncHandlerParts;

/** The panel's clicks, and the console's, which makes the same ones for people it names. */
function clickHandlers(parts: HandlerParts) {
  const named = createNamed(parts.mounts);
  const heard = { ...parts, mounts: named.mounts };
  const clicks = { ...createActs(heard), ...createChoices(heard) };
  return { ...clicks, ...peopleHandlers({ ...parts, named, clicks }) };
}

/** One handler for every message there is. */
export const createHandlers = (parts: HandlerParts): Handlers => ({
  ...clickHandlers(parts),
  ...subjectHandlers(parts),
  ...panelHandlers(parts),
  ...consoleHandlers(parts),
  ...syncHandlers(parts),
  ...settingsHandlers(parts),
  ...ruleHandlers({ ...parts, context: contextOf }),
  ...catalogueHandlers({ ...parts, context: contextOf }),
});
