import * as z from 'zod/mini';
import {
  DATE_STYLES,
  type ExportPage,
  PANEL_OPENS,
  PANEL_WIDTH,
  type PreviewView,
  type PrivacyView,
  type SettingsView,
  THEMES,
} from '../model/settings-view.ts';
import { clioId, connectionId, message, nothing, some, text } from './shapes.ts';
import { syncChoice } from './sync-choice.ts';

const link = z.string().check(z.regex(/^(us|eu|ca|au):[0-9]{1,20}\|[0-9]{1,20}\|[A-Za-z0-9_-]{1,64}$/));
const whole = (from: number, to: number) => z.number().check(z.int(), z.minimum(from), z.maximum(to));

/** What the pages Settings, Privacy and Mappings ask and say beside those of two-way sync. */
export const SETTINGS_MESSAGES = {
  'settings.view': message(['console'], nothing),
  'settings.set': message(
    ['console'],
    z.strictObject({
      theme: z.optional(z.enum(THEMES)),
      dates: z.optional(z.enum(DATE_STYLES)),
      badge: z.optional(z.boolean()),
      side: z.optional(z.enum(['left', 'right'])),
      width: z.optional(whole(PANEL_WIDTH.least, PANEL_WIDTH.most)),
      opens: z.optional(z.enum(PANEL_OPENS)),
      guide: z.optional(z.string().check(z.regex(/^[a-z,]{0,120}$/))),
    }),
  ),
  'privacy.view': message(['console'], nothing),
  /** How long the activity log is kept. What is older goes at once. */
  'privacy.keep': message(['console'], z.strictObject({ days: whole(1, 3650) })),
  /** Words that mark privileged text; the built-in list without `words`. */
  'privacy.words': message(
    ['console'],
    z.strictObject({ clio: connectionId, words: z.optional(z.array(some(100)).check(z.maxLength(200))) }),
  ),
  /** Notes and private tasks of this matter are not pushed by themselves any more. */
  'privacy.revoke': message(['console'], z.strictObject({ clio: connectionId, matter: clioId })),
  /** What these choices would do with one linked person, from the store; nothing is sent or kept. */
  'sync.preview': message(['console'], z.strictObject({ clio: connectionId, link, choice: syncChoice })),
  /** Everything stored but credentials, of one account or, without one, altogether; page by page. */
  'data.export': message(
    ['console'],
    z.strictObject({
      account: z.optional(connectionId),
      after: z.optional(
        z.strictObject({ store: some(20), key: z.union([text(2000), z.number(), z.tuple([text(200), z.number()])]) }),
      ),
    }),
  ),
} as const;

export interface SettingsReplies {
  'settings.view': SettingsView;
  'privacy.view': PrivacyView;
  'sync.preview': PreviewView;
  'data.export': ExportPage;
}
