import type { System } from './subject.ts';
import type { Values } from './sync.ts';

/** One reason for or against a match; the words are `reason.<code>`. `value` is shown, `count` fills the words. */
export interface Reason {
  code:
    | 'chosen'
    | 'pushed'
    | 'same-email'
    | 'same-phone'
    | 'same-name'
    | 'similar-name'
    | 'name-only'
    | 'same-city'
    | 'same-address'
    | 'same-birthday'
    | 'shared-email'
    | 'shared-phone'
    | 'birthday-differs'
    | 'suffix-differs'
    | 'name-differs'
    | 'company-differs'
    | 'several-match'
    /** Why there is no match: what was looked for and not found. */
    | 'no-same-email'
    | 'no-same-phone'
    | 'no-same-name'
    | 'nothing-to-go-by';
  tone: 'good' | 'warn' | 'bad';
  value?: string;
  count?: number;
}

/** A Clio id and a HighLevel id that stand for one person. */
export interface Link {
  /** `clioAccount|clioId|locationId` */
  key: string;
  clioAccount: string;
  clioId: string;
  locationId: string;
  highlevelId: string;
  by: 'person' | 'match' | 'create';
  reasons: Reason[];
  /** Milliseconds since 1970. */
  at: number;
  /** Values both sides last agreed on, per field. */
  base: Values;
  /** What we wrote, where a system gave it back otherwise (see `Agreed`). */
  written?: Record<System, Values>;
}

export const linkKey = (clioAccount: string, clioId: string, locationId: string): string =>
  `${clioAccount}|${clioId}|${locationId}`;

/** What matching decided, always with its reasons. */
export interface Candidate {
  id: string;
  name: string;
  email?: string;
  phone?: string;
  city?: string;
  /** ISO 8601 UTC */
  addedAt?: string;
  reasons: Reason[];
  /** 0..1, for the order only; never shown. */
  score: number;
}
export type Decision =
  | { kind: 'sure'; candidate: Candidate }
  | { kind: 'choose'; candidates: Candidate[] }
  | { kind: 'none'; reasons: Reason[] };
