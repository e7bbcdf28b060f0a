import type { Place } from './panel.ts';
import type { StorageProblem } from './storage.ts';
import type { System } from './subject.ts';
import type { SyncEntity } from './sync.ts';

type Storage = StorageProblem;

export const THEMES = ['system', 'light', 'dark'] as const;
/** How days and times are written; `auto`: as the browser's language does. Values are BCP 47 tags. */
export const DATE_STYLES = ['auto', 'en-US', 'en-GB', 'en-CA'] as const;
/** Does the panel open with a page where it was left open, or only when somebody opens it? */
export const PANEL_OPENS = ['as-left', 'never'] as const;

/** What a person likes, on this browser. No client data: kept in `storage.local`, which the pages read before their first paint. */
export interface Preferences {
  theme: (typeof THEMES)[number];
  dates: (typeof DATE_STYLES)[number];
  /** The number on the toolbar icon when something needs a person. */
  badge: boolean;
  side: 'left' | 'right';
  /** Of the panel, in pixels. */
  width: number;
  opens: (typeof PANEL_OPENS)[number];
  /** What of the first-run guide was passed by, as names with commas; empty before it was first opened. */
  guide: string;
}

/** Where each stands in `storage.local`; the launcher (entrypoints/clio.content/place.ts) reads the three of the panel itself. */
export const PREFERENCE_KEYS: Record<keyof Preferences, string> = {
  theme: 'ui.theme',
  dates: 'ui.dates',
  badge: 'ui.badge',
  side: 'panel.side',
  width: 'panel.width',
  opens: 'panel.opens',
  guide: 'ui.guide',
};
export const PANEL_WIDTH = { least: 300, usual: 384, most: 640 };
export const usualPreferences = (): Preferences => ({
  theme: 'system',
  dates: 'auto',
  badge: true,
  side: 'right',
  width: PANEL_WIDTH.usual,
  opens: 'as-left',
  guide: '',
});

/** The page "Settings". */
export interface SettingsView {
  now: number;
  storage?: Storage;
  preferences: Preferences;
  /** Can this browser show a number on the icon? */
  canBadge: boolean;
  /** Per account: the country whose numbers people there write without a prefix (ISO 3166 alpha-2), and the zone of its days (IANA). */
  regions: { id: string; name: string; system: System; country: string; timeZone?: string }[];
}

/** What is stored of one account, in rows. */
export interface KeptOf extends Place {
  system: System;
  records: number;
  people: number;
  links: number;
}

/** The page "Privacy". */
export interface PrivacyView {
  now: number;
  storage?: Storage;
  /** How many days the activity log is kept. */
  keepDays: number;
  accounts: KeptOf[];
  /** Rows of what is not one account's alone. */
  activity: number;
  changes: number;
  waiting: number;
  asks: number;
  /** The words that mark privileged text while nobody has chosen others. */
  builtIn: readonly string[];
  firms: PrivacyFirm[];
}
/** One Clio account with its location: what the guard asks about and what was allowed. */
export interface PrivacyFirm {
  clio: Place;
  words?: string[];
  matters: { id: string; name: string; notes: boolean; privateTasks: boolean }[];
}

/** One field of a real person under choices that may not be saved yet. Values in shared terms. */
export interface PreviewField {
  id: string;
  clio?: string;
  highlevel?: string;
  does: 'keep' | 'to-highlevel' | 'to-clio' | 'conflict';
  /** Key of its words. */
  why: string;
  /** Why the other side can't hold it: key of its words, and the length it has room for. */
  warning?: { why: string; limit?: number };
}
export interface PreviewPart {
  entity: SyncEntity;
  /** Title of the task, note or appointment. */
  label?: string;
  fields: PreviewField[];
}
/** `unread`: this person's contact was not read on both sides yet. `outside`: the pilot leaves them out. */
export interface PreviewView {
  now: number;
  name: string;
  unread: boolean;
  outside: boolean;
  parts: PreviewPart[];
}

/** Where the next page of an export begins. */
export interface ExportCursor {
  store: string;
  /** Of a rule's version: both. */
  key: string | number | [string, number];
}
/** One page of everything that is stored (of an account); `after` is missing on the last one. */
export interface ExportPage {
  rows: { store: string; row: Record<string, unknown> }[];
  after?: ExportCursor;
}
