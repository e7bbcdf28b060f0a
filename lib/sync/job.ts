import type { AnyAction, Context, Outcome } from '../catalog/define.ts';
import type { Client } from '../http/client.ts';
import type { Connection } from '../model/connection.ts';
import type { Write } from '../model/outbox.ts';
import type { Apply } from '../store/apply.ts';
import type { Outbox } from './outbox.ts';
import type { SettleParts } from './settle-agreed.ts';
import type { createTurns } from './turns.ts';

export interface JobParts {
  outbox: Outbox;
  apply: Apply;
  client: Client;
  now: () => number;
  random: () => number;
  /** Writing may have been switched off since the row was queued. */
  mayWrite: (connection: Connection) => Promise<boolean>;
  /** The rule that planned it was switched off since, or is gone. */
  isOff?: (write: Write) => Promise<boolean>;
  /** HighLevel id the person is linked to now. */
  linkedTo: (link: string) => Promise<string | undefined>;
  /** Ids that other rows or earlier pushes of the link made, and those among `seen` that are somebody else's: none of them can be this row's. */
  taken: (write: Write, seen: readonly string[]) => Promise<string[]>;
  /** What two-way sync keeps beside a write: bases of links and pairs. */
  sync: SettleParts;
  /** Work on one link goes one after the other, so that no base is lost between two writes of one person. */
  turns?: ReturnType<typeof createTurns>;
  /** Called when a write was carried out or finally failed. */
  finished?: (write: Write, outcome?: Outcome) => Promise<void>;
}

/** A row of the outbox with everything that sending it takes. */
export interface Job {
  write: Write;
  action: AnyAction;
  connection: Connection;
  context: Context;
  input: unknown;
  /** True once the request may have left: only then can a failure mean that it was carried out. */
  sent?: boolean;
}
