import * as z from 'zod/mini';
import { HOME_DAYS, type HomeView } from '../model/console-home.ts';
import type { ActivityPage, ActivityView, AsksView, PeopleView, PersonPageView, SyncView } from '../model/console-sync.ts';
import type { Untaken } from '../model/sync-words.ts';
import { connectionId, id, message, nothing, some } from './shapes.ts';
import { syncChoice } from './sync-choice.ts';

/** `REGION:ACCOUNT|CLIOID|LOCATION` */
const LINK = '(us|eu|ca|au):[0-9]{1,20}\\|[0-9]{1,20}\\|[A-Za-z0-9_-]{1,64}';
export const link = z.string().check(z.regex(new RegExp(`^${LINK}$`)));
const pair = z.string().check(z.regex(new RegExp(`^${LINK}\\|(task|note|appointment)\\|[0-9]{1,20}$`)));
const askKey = z
  .string()
  .check(z.regex(/^(conflict|match|approval|vanished|duplicate|drift|where|rule)\|[A-Za-z0-9_.:|,-]{1,1500}$/));
const system = z.enum(['clio', 'highlevel']);
const account = z.string().check(z.regex(/^([A-Za-z0-9_-]{1,64}|(us|eu|ca|au):[0-9]{1,20})$/));
const time = z.number().check(z.minimum(0), z.maximum(8.64e15));
const fieldId = z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,64}$/));

const OFFERS = [
  'clio',
  'highlevel',
  'keep-both',
  'link',
  'create',
  'not-same',
  'approve',
  'allow-matter',
  'never',
  'relink',
  'unlink',
  'tag',
  'remove',
  'merge',
  'choose',
  'later',
  'go',
  'stop',
  'seen',
] as const;
const KINDS = ['write', 'decision', 'ask', 'answer', 'setting', 'connection', 'run'] as const;
const OUTCOMES = ['done', 'queued', 'kept', 'held', 'asked', 'failed', 'needs-you', 'undone', 'dropped', 'skipped'] as const;
const BY = ['click', 'sync', 'rule', 'reconcile', 'person'] as const;

const answer = z.strictObject({
  offer: z.enum(OFFERS),
  id: z.optional(id),
  fields: z.optional(z.record(fieldId, system).check(z.refine((found) => Object.keys(found).length <= 200))),
});
const filter = z.strictObject({
  link: z.optional(link),
  kind: z.optional(z.enum(KINDS)),
  outcome: z.optional(z.enum(OUTCOMES)),
  by: z.optional(z.enum(BY)),
  act: z.optional(id),
  from: z.optional(time),
  to: z.optional(time),
});

const logPage = z.strictObject({ filter, before: z.optional(z.number().check(z.int())) });

/** What the console's pages on two-way sync ask and say. */
export const SYNC_MESSAGES = {
  /** 30 days without `days`. `quick`: figures only, for the first paint; the lists take opening many records. */
  'home.view': message(
    ['console'],
    z.strictObject({ days: z.optional(z.literal(HOME_DAYS)), quick: z.optional(z.literal(true)) }),
  ),
  'sync.view': message(['console'], nothing),
  /** Switching on sets `since`, whatever was sent. Every linked person is read and looked at afresh. */
  'sync.set': message(['console'], z.strictObject({ clio: connectionId, choice: syncChoice })),
  /** Reads all linked people again and reports the differences; all pairs without `clio`. */
  'reconcile.run': message(['console'], z.strictObject({ clio: z.optional(connectionId) })),
  'asks.view': message(['console'], nothing),
  /** From the panel only for the person it shows. */
  'ask.answer': message(['console', 'panel'], z.strictObject({ key: askKey, answer })),
  'activity.view': message(['console'], logPage),
  'activity.export': message(['console'], logPage),
  /** Takes a pushed note, task or appointment out of HighLevel again; never pushed by itself afterwards. */
  'item.recall': message(['console', 'panel'], z.strictObject({ pair })),
  'people.view': message(
    ['console'],
    z.strictObject({
      system,
      account,
      query: z.optional(some(200)),
      /** Only these of them; a page of few may be followed by more (`after`). */
      show: z.optional(z.enum(['linked', 'unlinked', 'asks'])),
      after: z.optional(z.strictObject({ changedAt: z.number(), id })),
    }),
  ),
  'person.view': message(['console'], z.strictObject({ link })),
} as const;

export interface SyncReplies {
  'home.view': HomeView;
  'sync.view': SyncView;
  'asks.view': AsksView;
  'activity.view': ActivityView;
  'activity.export': ActivityPage;
  /** `left`: what it could not take back. */
  'item.recall': { actId: string; left: readonly Untaken[] };
  'people.view': PeopleView;
  'person.view': PersonPageView;
}
