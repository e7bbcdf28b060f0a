import type { ErrorCode } from './errors.ts';
import type { ActView } from './operation.ts';

/**
 * What can be done for one or many people at once. `send`: brings them to HighLevel, made there or filled in, whichever it takes;
 * `complete`, `reopen`: tasks in HighLevel; `tasks`, `note`: pushes them there.
 */
export const PEOPLE_ACTS = [
  'send',
  'push',
  'copy',
  'create',
  'tag',
  'untag',
  'complete',
  'reopen',
  'tasks',
  'note',
  'link',
  'unlink',
] as const;
export type PeopleAct = (typeof PEOPLE_ACTS)[number];

/** People a message may name: few enough to show how far it is, and to stop in between. */
export const PEOPLE_AT_ONCE = 25;

/** How it went for one person. `skipped`: there was nothing to do. */
export interface PersonDone {
  link: string;
  name: string;
  state: 'queued' | 'done' | 'skipped' | 'failed';
  /** What was queued, to ask for later. */
  acts: string[];
  error?: ErrorCode;
}
/** What `send` would come to. `several`: who it is in HighLevel is a person's choice; `same`: nothing is missing there. */
export type Outlook = 'new' | 'fill' | 'same' | 'several';

export interface PeopleDone {
  done: PersonDone[];
}

export interface ActStates {
  acts: { id: string; state: ActView['state']; error?: ErrorCode }[];
}

/** `open`: questions; `stopped`: writes that need a person. */
export interface AskCount {
  open: number;
  stopped: number;
}
