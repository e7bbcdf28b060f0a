import { createOffice } from '../simulation/office.ts';
import { MINUTE } from './pull-world.ts';
import type { TwoWayWorld } from './two-way-world.ts';

const made = <T>(answer: unknown): T => (answer as { data: T }).data;

/** What people do in both systems, through the same doors as everybody (their calls are not in the ledger), and what is there by name. */
export function officeActs(world: TwoWayWorld) {
  const { clio, highlevel } = world.sandbox;
  const office = createOffice(clio, highlevel, world.location.account);
  return {
    office,
    /** Of a day so many days from now. */
    day: (count: number) => new Date(world.sandbox.clock.now() + count * 24 * 60 * MINUTE).toISOString().slice(0, 10),
    clioContact: (data: object) =>
      made<{ id: number }>(office.clio('POST', '/contacts.json', { data: { type: 'Person', ...data } })).id,
    clioMatter: (client: number) =>
      made<{ id: number }>(
        office.clio('POST', '/matters.json', { data: { client: { id: client }, description: 'Divorce', status: 'open' } }),
      ).id,
    clioTask: (matter: number, data: object) =>
      made<{ id: number }>(
        office.clio('POST', '/tasks.json', {
          data: {
            ...{ description: '', permission: 'public', matter: { id: matter } },
            assignee: { id: world.cast.users.priya.clioId, type: 'User' },
            ...data,
          },
        }),
      ).id,
    clioNote: (contact: number, subject: string, detail: string) =>
      made<{ id: number }>(
        office.clio('POST', '/notes.json', { data: { type: 'Contact', contact: { id: contact }, subject, detail } }),
      ).id,
    editClio: (path: string, data: object) => office.clio('PATCH', `${path}.json`, { data }),
    highlevelContact: (body: object) =>
      (
        office.highlevel('POST', '/contacts/', { locationId: world.location.account, ...body }) as {
          contact: { id: string };
        }
      ).contact.id,
    editHighLevel: (path: string, body: object) => office.highlevel('PUT', path, body),
    addHighLevel: (path: string, body: object) => office.highlevel('POST', path, body),
    /** Whether a note or an appointment moves its contact's time of change is not known; here it does. */
    touch: (id: string) => world.sandbox.control('highlevel.touchContact', { id }),
    contactsNamed: (last: string) => ({
      clio: clio.state.rows.contacts.filter(({ last_name }) => last_name === last),
      highlevel: highlevel.state.rows.contacts.filter(({ lastName }) => lastName === last),
    }),
    tasksNamed: (title: string) => ({
      clio: clio.state.rows.tasks.filter(({ name }) => name === title),
      highlevel: highlevel.state.rows.tasks.filter((one) => one.title === title),
    }),
    notesSaying: (words: string) => ({
      clio: clio.state.rows.notes.filter(({ detail }) => detail.includes(words)),
      highlevel: highlevel.state.rows.notes.filter(({ body }) => body.includes(words)),
    }),
    visitsNamed: (title: string) => ({
      clio: clio.state.rows.calendarEntries.filter(({ summary }) => summary.includes(title)),
      highlevel: highlevel.state.rows.appointments.filter((one) => one.title === title),
    }),
  };
}
