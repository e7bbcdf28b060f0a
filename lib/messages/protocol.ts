import * as z from 'zod/mini';
import type { ConnectionsView } from '../model/console.ts';
import { CONTACT_FIELDS } from '../model/contact.ts';
import type { ErrorCode, ErrorFacts } from '../model/errors.ts';
import type { PanelView } from '../model/panel.ts';
import { CATALOGUE_MESSAGES, type CatalogueReplies, formValues } from './protocol-catalogue.ts';
import { PEOPLE_MESSAGES, type PeopleReplies } from './protocol-people.ts';
import { RULE_MESSAGES, type RuleReplies } from './protocol-rules.ts';
import { SETTINGS_MESSAGES, type SettingsReplies } from './protocol-settings.ts';
import { SYNC_MESSAGES, type SyncReplies } from './protocol-sync.ts';
import { clioId, connectionId, id, message, nothing, type Party, some, text } from './shapes.ts';

export type { Party };

/** The record on screen, whom of a matter it is about (`@`), and the HighLevel contact shown beside it (`>`). */
const key = z
  .string()
  .check(z.regex(/^(us|eu|ca|au):(none|(contact|matter):[0-9]{1,20})(@[0-9]{1,20})?(>[A-Za-z0-9_-]{1,64})?$/));
const region = z.enum(['us', 'eu', 'ca', 'au']);
const field = z.enum(CONTACT_FIELDS);
const subject = z.strictObject({
  region,
  kind: z.enum(['contact', 'matter', 'none']),
  id: z.string().check(z.regex(/^[0-9]{0,20}$/)),
});
const hint = z.strictObject({
  name: z.optional(text(300)),
  emails: z.array(text(320)).check(z.maxLength(20)),
  phones: z.array(text(60)).check(z.maxLength(20)),
});
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const tags = z.array(some(100)).check(z.minLength(1), z.maxLength(50));

/**
 * The one typed map of messages. `from` says who may send it: `page` is our content script in a Clio tab, `panel` the mounted panel,
 * `console` the full-tab console. Everything is refused that does not parse, so every text has a length and every id a pattern.
 */
export const MESSAGES = {
  /** The record on screen; answered with whether a hint from the page is wanted (Clio not connected). */
  'subject.report': message(['page'], z.strictObject({ subject })),
  'hint.report': message(['page'], z.strictObject({ subject, hint })),
  /** Asks leave to mount the panel's frame; answered with a one-time nonce. */
  'panel.mount': message(['page'], nothing),
  /** First word of a mounted panel. Until it is accepted the panel shows and sends nothing. */
  'panel.hello': message(['panel'], z.strictObject({ nonce: z.string().check(z.regex(/^[0-9a-f]{32}$/)) })),
  'panel.view': message(['panel'], nothing),
  /** Reads both systems afresh, behind what is shown. `timed`: nobody asked; where two-way sync is on, that reads most of it by itself. */
  'panel.refresh': message(['panel'], z.strictObject({ key, timed: z.optional(z.boolean()) })),
  /**
   * Asks the launcher to close the panel; `panel.closed` is the launcher's word that none is open in its tab (also its first word in a new
   * document), with `hidden` when it was hidden itself. Answered with whether it is hidden; mounting a panel brings it back.
   */
  'panel.close': message(['panel'], nothing),
  'panel.closed': message(['page'], z.strictObject({ hidden: z.optional(z.literal(true)) })),
  'panel.dock': message(['panel'], z.strictObject({ side: z.enum(['left', 'right']) })),

  'person.choose': message(['panel'], z.strictObject({ key, clioId })),
  'location.pair': message(['panel'], z.strictObject({ key, highlevel: connectionId })),
  'link.set': message(['panel'], z.strictObject({ key, highlevelId: id })),
  'link.remove': message(['panel'], z.strictObject({ key })),
  'contact.create': message(['panel'], z.strictObject({ key })),
  /** `fields`: what to write; `overwrite`: those among them that replace a different, non-empty HighLevel value (asked per field). */
  'contact.push': message(
    ['panel'],
    // `seen`: the HighLevel values that were shown when overwriting them was chosen.
    z.strictObject({
      key,
      fields: z.array(field),
      overwrite: z.array(field),
      seen: z.optional(z.record(z.string(), text(2000))),
    }),
  ),
  'contact.copy-to-clio': message(['panel'], z.strictObject({ key, fields: z.array(field).check(z.minLength(1)) })),
  /** `held`: the user said yes to private tasks or matter notes among them. */
  'task.push': message(
    ['panel'],
    z.strictObject({ key, taskIds: z.array(clioId).check(z.minLength(1), z.maxLength(200)), held: z.boolean() }),
  ),
  'task.complete': message(['panel'], z.strictObject({ key, taskId: id, completed: z.boolean() })),
  'task.add': message(
    ['panel'],
    z.strictObject({ key, title: some(200), body: z.optional(text(5000)), due: day, assignedTo: z.optional(id) }),
  ),
  'note.push': message(['panel'], z.strictObject({ key, noteId: clioId, held: z.boolean() })),
  'note.add': message(['panel'], z.strictObject({ key, text: some(5000) })),
  'tag.add': message(['panel'], z.strictObject({ key, tags })),
  'tag.remove': message(['panel'], z.strictObject({ key, tags })),
  'act.undo': message(['panel'], z.strictObject({ actId: id })),
  'write.retry': message(['panel', 'console'], z.strictObject({ writeId: z.number().check(z.int()) })),
  /** Other values for a write that was refused, by the names of its operation's fields; a blank takes one out. It is queued again. `held`: may be seen there although it looks privileged. */
  'write.edit': message(
    ['console'],
    z.strictObject({ writeId: z.number().check(z.int()), values: formValues, held: z.optional(z.boolean()) }),
  ),
  'write.drop': message(['panel', 'console'], z.strictObject({ writeId: z.number().check(z.int()) })),
  /** Opens the console; from the panel with a write that stopped. */
  'console.open': message(['panel', 'page'], z.strictObject({ write: z.optional(z.number().check(z.int())) })),

  'connections.view': message(['console'], nothing),
  'connection.add-token': message(['console'], z.strictObject({ token: some(500), locationId: id })),
  'connection.sign-in': message(
    ['console'],
    z.strictObject({
      system: z.enum(['clio', 'highlevel']),
      region: z.optional(region),
      clientId: some(300),
      clientSecret: some(300),
    }),
  ),
  /** Signs in again with the client id and secret already sealed; a token connection needs `connection.add-token` instead. */
  'connection.reconnect': message(['console', 'panel'], z.strictObject({ id: connectionId })),
  'connection.check': message(['console'], z.strictObject({ id: connectionId })),
  'connection.remove': message(['console'], z.strictObject({ id: connectionId })),
  'connection.pair': message(['console'], z.strictObject({ clio: connectionId, highlevel: connectionId })),
  'writing.set': message(['console'], z.strictObject({ system: z.enum(['clio', 'highlevel']), on: z.boolean() })),
  /** Removes tokens, keys and all client data. */
  'everything.erase': message(['console'], nothing),
  ...SYNC_MESSAGES,
  ...SETTINGS_MESSAGES,
  ...PEOPLE_MESSAGES,
  ...CATALOGUE_MESSAGES,
  ...RULE_MESSAGES,
} as const;

export type MessageType = keyof typeof MESSAGES;
export type Payload<T extends MessageType> = z.infer<(typeof MESSAGES)[T]['payload']>;

/** What each message is answered with; `undefined` where "accepted" is all there is to say. */
export interface Replies extends SyncReplies, PeopleReplies, SettingsReplies, CatalogueReplies, RuleReplies {
  'subject.report': { wantHint: boolean };
  'panel.mount': { nonce: string };
  'panel.closed': { hidden: boolean };
  'panel.hello': { accepted: true };
  'panel.view': PanelView;
  'connections.view': ConnectionsView;
  'contact.create': Queued;
  'contact.push': Queued;
  'contact.copy-to-clio': Queued;
  'task.push': Queued;
  'task.complete': Queued;
  'task.add': Queued;
  'note.push': Queued;
  'note.add': Queued;
  'tag.add': Queued;
  'tag.remove': Queued;
}
/** Said only after the outbox row is on the disk. */
export interface Queued {
  actId: string;
}
export type ReplyOf<T extends MessageType> = T extends keyof Replies ? Replies[T] : undefined;

export type Answer<T extends MessageType> =
  | { ok: true; value: ReplyOf<T> }
  | { ok: false; error: { code: ErrorCode; facts: ErrorFacts } };

/** Background to everybody listening: something changed, ask again. Carries no data. `tabId` narrows a panel event to its tab. */
export type Signal =
  | { signal: 'store.changed' }
  | { signal: 'panel.subject'; tabId: number }
  /** To a content script (tabs.sendMessage). */
  | { signal: 'launcher.opened' }
  | { signal: 'launcher.toggle' }
  | { signal: 'launcher.close' }
  | { signal: 'launcher.dock'; side: 'left' | 'right' };
