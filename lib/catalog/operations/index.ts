import type { AnyAction } from '../define.ts';
import type { Operation } from '../operation.ts';
import { actionFor } from './action-for.ts';
import { contacts as clioContacts } from './clio/contacts.ts';
import { office as clioOffice } from './clio/office.ts';
import { talk as clioTalk } from './clio/talk.ts';
import { clioTriggers } from './clio/triggers.ts';
import { work as clioWork } from './clio/work.ts';
import { contacts } from './highlevel/contacts.ts';
import { office } from './highlevel/office.ts';
import { sales } from './highlevel/sales.ts';
import { talk } from './highlevel/talk.ts';
import { highlevelTriggers } from './highlevel/triggers.ts';
import { work } from './highlevel/work.ts';
import { local } from './local.ts';

/** Everything that Rankr can notice, read or do. */
export const OPERATIONS: readonly Operation[] = [
  ...clioTriggers,
  ...clioContacts,
  ...clioWork,
  ...clioTalk,
  ...clioOffice,
  ...highlevelTriggers,
  ...contacts,
  ...work,
  ...sales,
  ...talk,
  ...office,
  ...local,
];

const byId = new Map(OPERATIONS.map((one) => [one.id, one]));
export const operationOf = (id: string): Operation | undefined => byId.get(id);

/** An executable action for a write that has no hand-made one; the outbox finds it by the operation's id. */
export const operationAction = (id: string): AnyAction | undefined => {
  const operation = operationOf(id);
  return operation && actionFor(operation);
};

/** Counts as one of the catalogue's: no preset, an endpoint or event of a vendor, and it works without a relay. */
export const isCounted = (one: Operation): boolean =>
  !one.presetOf && one.system !== 'local' && one.source !== 'relay' && (one.endpoint ?? one.event) !== undefined;
