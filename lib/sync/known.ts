import type { ErrorCode } from '../model/errors.ts';
import type { Candidate, Decision } from '../model/link.ts';
import type { PageHint, System } from '../model/subject.ts';

/** Keys of `known` rows; each carries its account, so that disconnecting can find them. */
export const knownKeys = {
  subject: (clioAccount: string, kind: string, id: string) => `subject|${clioAccount}|${kind}|${id}`,
  person: (link: string) => `person|${link}`,
  /** The link of a Clio task that stands under no matter and so under nobody: only we know whom we made it for. */
  taskOf: (clioAccount: string, id: string) => `subject|${clioAccount}|task|${id}`,
  /** A record whose copy stands beside somebody else. */
  copied: (account: string, entity: string, id: string) => `subject|${account}|copied|${entity}|${id}`,
  hint: (region: string, kind: string, id: string) => `hint|${region}|${kind}|${id}`,
};

/** What is known of a record on screen. */
export interface KnownSubject {
  /** The person of a matter somebody chose. */
  chosen?: string;
}

/** What matching found out about one person in one location. */
export interface KnownPerson {
  decision?: Decision;
  /** What was searched for; another e-mail or phone is worth another search. */
  fingerprint?: string;
  searchedAt?: number;
  /** HighLevel ids that a person said are not this client. */
  refused: string[];
  problem?: { code: ErrorCode; system?: System; at: number };
}

/** Read-only matches for a hint from the page (Clio not connected). */
export interface KnownHint {
  hint: PageHint;
  candidates: Candidate[];
  searchedAt: number;
  fingerprint: string;
}
