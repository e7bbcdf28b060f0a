import type { Entity } from '../model/change.ts';
import type { System } from '../model/subject.ts';
import type { Field } from './fields.ts';

/** What an operation is for: it starts a rule, writes, reads, or lists what others choose from. */
export type Kind = 'trigger' | 'action' | 'search' | 'utility';

/** Who brings a trigger about. `relay` is an event that only a webhook can bring: it does not fire yet and is not counted. */
export type Source = 'pull' | 'visit' | 'clock' | 'relay';

/** What must have happened to a record, as data; `fires` in operations/fires.ts reads it. */
export interface When {
  entity: Entity;
  is:
    | 'created'
    | 'updated'
    | 'deleted'
    | 'changed'
    | 'became'
    | 'added'
    | 'removed'
    | 'visited'
    | 'past'
    | 'soon'
    | 'quiet'
    | 'always';
  /** Names of facts that are watched; for `became` the one fact. */
  of?: string[];
  /** For `became`: the value it became; a field named `value` overrides it. */
  value?: string;
}

/** One thing that Rankr can notice, read or do. Plain data: words are found by its id, requests are built from its fields. */
export interface Operation {
  /** e.g. `highlevel.opportunity.create`. */
  id: string;
  kind: Kind;
  system: System | 'local';
  fields: readonly Field[];
  /** Id of the endpoint it calls; of a trigger the one that is read for it. */
  endpoint?: string;
  /** Rights it needs, in the vendor's words (Clio's as lib/clio/endpoints.ts names them). */
  scopes: readonly string[];
  /** The vendor's event of the same meaning. */
  event?: string;
  source?: Source;
  when?: When;
  /** A narrower case of another operation, on the same endpoint; counted apart. */
  presetOf?: string;
  /** What a lost answer means, as in lib/catalog/define.ts. */
  resend: 'safe' | 'check' | 'never';
  /** A record that is not there any more counts as done. */
  absentIsDone?: boolean;
  /** Id of the hand-made action that carries it out, with more care than a table can say. */
  core?: string;
  /** The core action wants to know what the values were when they were last seen (`seen`). */
  seen?: boolean;
}

/** Keys of the words of an operation, e.g. `operation.highlevel.opportunity.set_status.label`. */
export const wordsOf = (id: string): { label: string; summary: string } => {
  const at = `operation.${id.replaceAll('-', '_')}`;
  return { label: `${at}.label`, summary: `${at}.summary` };
};

/** Key of a field's label, and of one of its options. One name means the same everywhere, so fields share their labels. */
export const fieldWords = (name: string): string => `operation.field.${name}`;
export const optionWords = (option: string): string => `operation.option.${option.toLowerCase().replaceAll(/\W/g, '_')}`;
