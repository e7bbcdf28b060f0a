import type { ClioCalendarEntry, ClioContact, ClioNote, ClioTask, HlAppointment, HlContact, HlNote, HlTask } from '../../sandbox/world/types.ts';
import type { Stage } from './stage.ts';

export type System = 'clio' | 'highlevel';

/** The rows of both systems as they are now, looked at from outside (never through the product). */
export const contactsOf = {
  clio: ({ clio }: Stage): ClioContact[] => clio.state.rows.contacts,
  highlevel: ({ highlevel }: Stage): HlContact[] => highlevel.state.rows.contacts,
};
export const tasksOf = {
  clio: ({ clio }: Stage): ClioTask[] => clio.state.rows.tasks,
  highlevel: ({ highlevel }: Stage): HlTask[] => highlevel.state.rows.tasks,
};
export const notesOf = {
  clio: ({ clio }: Stage): ClioNote[] => clio.state.rows.notes,
  highlevel: ({ highlevel }: Stage): HlNote[] => highlevel.state.rows.notes,
};
export const entriesOf = { clio: ({ clio }: Stage): ClioCalendarEntry[] => clio.state.rows.calendarEntries };
export const eventsOf = { highlevel: ({ highlevel }: Stage): HlAppointment[] => highlevel.state.rows.appointments };
/** The matter of a Clio client, if there is one. */
export const matterOf = ({ clio }: Stage, clientId: number) => clio.state.rows.matters.find((one) => one.client_id === clientId);
