import * as z from 'zod/mini';
import type { ExportedFile } from '../model/console-sync.ts';
import type { Rule } from '../model/rule.ts';
import type { BackfillPreview, BackfillView, DryRunView, ImportView, RulesView, VersionView } from '../model/rules-view.ts';
import { id, message, nothing, text } from './shapes.ts';

/** `REGION:ACCOUNT|CLIOID|LOCATION` */
const link = z.string().check(z.regex(/^(us|eu|ca|au):[0-9]{1,20}\|[0-9]{1,20}\|[A-Za-z0-9_-]{1,64}$/));
/** Checked in full by `ruleShape` (lib/rules), which says what is wrong where; a message can only say yes or no. */
const rule = z.custom<Rule>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
const ruleId = z.strictObject({ rule: id });
const backfill = z.strictObject({ id });
const seq = z.number().check(z.int());

/** What the page of rules asks and says. */
/** A made-up record beside a ready rule. Only planned with: nothing of it is stored or sent. */
const sample = z.optional(z.unknown());

export const RULE_MESSAGES = {
  'rules.view': message(['console'], nothing),
  /** Keeps a new version. A rule that is on goes on with it; one with problems is kept, but switched off. */
  'rule.save': message(['console'], z.strictObject({ rule })),
  'rule.remove': message(['console'], ruleId),
  /** Switching on also ends a pause. Refused (`invalid-request`) for a rule with problems. */
  'rule.switch': message(['console'], z.strictObject({ rule: id, on: z.boolean() })),
  /** Against one change, a person (read first where nothing of them is stored), a template's sample, or what changed last. Nothing is sent. */
  'rule.dry-run': message(
    ['console'],
    z.strictObject({
      rule,
      against: z.union([
        z.strictObject({ change: seq }),
        z.strictObject({ link }),
        z.strictObject({ sample: z.strictObject({ before: sample, after: sample, clio: sample, highlevel: sample }) }),
        z.literal('last-50'),
      ]),
    }),
  ),
  'rule.versions': message(['console'], ruleId),
  /** An old version becomes the newest. */
  'rule.restore': message(['console'], z.strictObject({ rule: id, version: seq })),
  /** All rules without `rule`. */
  'rule.export': message(['console'], z.strictObject({ rule: z.optional(id) })),
  /** Imported rules get new ids and are off. */
  'rule.import': message(['console'], z.strictObject({ text: text(1_000_000) })),
  'backfill.preview': message(['console'], ruleId),
  'backfill.start': message(['console'], ruleId),
  /** Pauses one that runs, goes on with one that is paused. */
  'backfill.pause': message(['console'], z.strictObject({ id, on: z.boolean() })),
  'backfill.cancel': message(['console'], backfill),
} as const;

export interface RuleReplies {
  'rules.view': RulesView;
  'rule.save': Rule;
  'rule.dry-run': DryRunView;
  'rule.versions': VersionView[];
  'rule.restore': Rule;
  'rule.export': ExportedFile;
  'rule.import': ImportView;
  'backfill.preview': BackfillPreview;
  'backfill.start': BackfillView;
}
