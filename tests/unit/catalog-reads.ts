import { fromWireContact, fromWireEntry, fromWireMatter, fromWireNote, fromWireTask } from '../../lib/clio/convert.ts';
import { clioRequests } from '../../lib/clio/requests.ts';
import type { Request } from '../../lib/http/endpoint.ts';

export { clioRequests };

const account = 'us:1';
export type ListName = 'contacts' | 'matters' | 'tasks' | 'contact notes' | 'matter notes' | 'entries';
interface Reading {
  request: (since: string) => Request<unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: each list has a shape of its own, and the tests look at what became of it
  read: (wire: any) => { id: string; recurring?: boolean } | undefined;
}

/** Clio's lists of changes with what makes records of them. */
export const fromWire: Record<ListName, Reading> = {
  contacts: { request: (since) => clioRequests.changed.contacts(since), read: (wire) => fromWireContact(wire, account) },
  matters: { request: (since) => clioRequests.changed.matters(since), read: (wire) => fromWireMatter(wire, account) },
  tasks: { request: (since) => clioRequests.changed.tasks(since), read: (wire) => fromWireTask(wire, { account }) },
  'contact notes': {
    request: (since) => clioRequests.changed.notes('Contact', since),
    read: (wire) => fromWireNote(wire, { account }),
  },
  'matter notes': {
    request: (since) => clioRequests.changed.notes('Matter', since),
    read: (wire) => fromWireNote(wire, { account }),
  },
  entries: { request: (since) => clioRequests.changed.entries(since), read: (wire) => fromWireEntry(wire, account) },
};
