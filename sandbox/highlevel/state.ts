import type { Clock } from '../exchange.ts';
import type { HighLevelRows } from '../world/types.ts';
import type { HlApp, HlCode, HlRefreshToken, HlToken } from './credentials.ts';
import { firstApps, firstTokens } from './credentials.ts';
import { createLimits, DEFAULT_RULES, type HlLimitRules, type HlLimits, WIDE_RULES } from './limits.ts';
import { firstQuirks, type QuirkTable } from './quirks.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';

export interface HlSettings {
  searchLagMs: number;
  /** Each write shows after a share of the lag. */
  unevenLag?: boolean;
  /** HighLevel's location setting "Allow duplicate contacts"; off is the vendor's default. */
  allowDuplicates: boolean;
  /**
   * Each operation takes only the version its spec names. A public report (August 2026) says the live API takes any published version;
   * we hold callers to the spec, and this switch plays the other.
   */
  strictVersions: boolean;
  /** Status for an unknown contact, task or note: the specs list 400 and no 404; a client must live with both. */
  missingStatus: 400 | 404;
  dead: boolean;
}

export interface HighLevelOptions {
  /** The vendor's limits (default); false: so wide that they are never met by chance. */
  strictLimits?: boolean;
  searchLagMs?: number;
  limits?: HlLimitRules;
}

export interface Enrolment {
  contactId: string;
  kind: 'workflow' | 'campaign';
  id: string;
  eventStartTime?: string;
}

/** Everything the stand-in knows. `rows` are live: a row changed by a call is replaced in its array. */
export interface HighLevelState {
  rows: HighLevelRows;
  settings: HlSettings;
  quirks: QuirkTable;
  tokens: HlToken[];
  refreshTokens: HlRefreshToken[];
  codes: HlCode[];
  apps: HlApp[];
  enrolments: Enrolment[];
  /** Appointments whose booking or change ran the location's automations, a row each time. */
  announced: string[];
  index: SearchIndex;
  limits: HlLimits;
  newId(): string;
  now(): string;
}

/** A newborn state over its own copy of the rows. */
export function createState(rows: HighLevelRows, clock: Clock, options: HighLevelOptions = {}): HighLevelState {
  const own = structuredClone(rows);
  const settings: HlSettings = {
    searchLagMs: options.searchLagMs ?? 3000,
    allowDuplicates: false,
    strictVersions: true,
    missingStatus: 400,
    dead: false,
  };
  return {
    rows: own,
    settings,
    quirks: firstQuirks(),
    tokens: firstTokens(own.locations),
    refreshTokens: [],
    codes: [],
    apps: firstApps(),
    enrolments: [],
    announced: [],
    index: createSearchIndex(
      own.contacts,
      clock,
      () => settings.searchLagMs,
      () => settings.unevenLag === true,
    ),
    limits: createLimits(clock, options.limits ?? (options.strictLimits === false ? WIDE_RULES : DEFAULT_RULES)),
    newId: createIds(),
    now: () => new Date(clock.now()).toISOString(),
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Twenty letters and digits like the vendor's ids, the same ones in every run. */
function createIds(): () => string {
  let seed = 0x5a9d;
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  return () => Array.from({ length: 20 }, () => LETTERS[Math.floor(next() * LETTERS.length)]).join('');
}
