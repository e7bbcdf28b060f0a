import type { ErrorCode } from './errors.ts';
import type { Link, Reason } from './link.ts';
import type { System } from './subject.ts';
import type { ChildEntity, SyncEntity } from './sync.ts';

/** What waits for a person besides writes of the outbox. */
export type AskKind =
  /** Both sides changed the same field. */
  | 'conflict'
  /** Several people could be meant, or the match is not sure. */
  | 'match'
  /** Text that looks privileged, a matter note or a private task. */
  | 'approval'
  /** A linked record is not there any more. */
  | 'vanished'
  /** Two records of one side look like one person. */
  | 'duplicate'
  /** Reconciliation found a difference that no rule settles. */
  | 'drift'
  /** A new Clio record needs to know its matter or its owner. */
  | 'where'
  /** A rule waits for a yes. */
  | 'rule';

/** One question. The key is made from what it is about, so that the same question is never asked twice. */
export interface Ask {
  key: string;
  kind: AskKind;
  /** `linkKey`, where it is about a linked person. */
  link?: string;
  clioAccount: string;
  locationId: string;
  entity?: SyncEntity;
  state: 'open' | 'answered' | 'gone';
  /** Milliseconds since 1970. */
  at: number;
  answeredAt?: number;
  body: AskBody;
}

/** Sealed. Only what its kind needs is filled in. */
export interface AskBody {
  /** Whom or what it is about. */
  label: string;
  clioId?: string;
  highlevelId?: string;
  /** The side something vanished from, or duplicates stand on. */
  side?: System;
  /** conflict, drift: both values of each field. */
  fields?: { id: string; clio?: string; highlevel?: string; base?: string; why?: string }[];
  /** match, duplicate, vanished (relink): whom it could be. */
  candidates?: { id: string; name: string; email?: string; phone?: string; reasons: Reason[] }[];
  /** duplicate: who is proposed to be kept, and why (lib/merge/duplicates `KeepBecause`). */
  keep?: { id: string; because: string };
  /** approval: what would be pushed, and why it is held (codes of lib/merge/privilege, or a matter). */
  text?: string;
  title?: string;
  held?: { code: string; words?: string[]; matter?: string }[];
  matter?: { id: string; label: string };
  /** where: choices. */
  choices?: { id: string; label: string }[];
  /** What may be answered, in the order of the buttons. */
  offers: AskOffer[];
  error?: ErrorCode;
  answer?: AskAnswer;
  /** A rule's run that waits. */
  run?: number;
}

export type AskOffer =
  | 'clio'
  | 'highlevel'
  | 'keep-both'
  | 'link'
  | 'create'
  | 'not-same'
  | 'approve'
  | 'allow-matter'
  | 'never'
  | 'relink'
  | 'unlink'
  | 'tag'
  | 'remove'
  | 'merge'
  | 'choose'
  | 'later'
  /** A rule's own questions: it goes on, it stops, its notice was read. */
  | 'go'
  | 'stop'
  | 'seen';

/** `id`: the candidate, matter or choice meant. `fields`: winner by field id, where a conflict is settled field by field. */
export interface AskAnswer {
  offer: AskOffer;
  id?: string;
  fields?: Record<string, System>;
}

export const askKey = {
  conflict: (link: string, entity: SyncEntity, id = '') => `conflict|${link}|${entity}|${id}`,
  match: (system: System, account: string, id: string) => `match|${system}|${account}|${id}`,
  approval: (link: string, entity: ChildEntity, id: string) => `approval|${link}|${entity}|${id}`,
  vanished: (link: string, side: System, entity: SyncEntity, id: string) => `vanished|${link}|${side}|${entity}|${id}`,
  duplicate: (system: System, account: string, ids: string[]) => `duplicate|${system}|${account}|${[...ids].sort().join(',')}`,
  drift: (link: string, entity: SyncEntity, id = '') => `drift|${link}|${entity}|${id}`,
  where: (link: string, entity: ChildEntity, id: string) => `where|${link}|${entity}|${id}`,
  rule: (run: number, step: string) => `rule|${run}|${step}`,
};

/** Who either of them is on the other side is no question any more. */
export const settledBy = ({ clioAccount, clioId, locationId, highlevelId }: Link): { close: string }[] => [
  { close: askKey.match('clio', clioAccount, clioId) },
  { close: askKey.match('highlevel', locationId, highlevelId) },
];
