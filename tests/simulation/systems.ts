import type {
  ClioCalendarEntry,
  ClioContact,
  ClioNote,
  ClioTask,
  HlAppointment,
  HlContact,
  HlNote,
  HlTask,
} from '../../sandbox/world/types.ts';
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

/** Most of what happens, happens to the few people that everybody works on: else few things would ever meet. */
const busy = <T>({ chance }: Stage, rows: T[]): T => chance.pick(chance.chance(0.75) ? rows.slice(0, 4) : rows);
const focused = (stage: Stage): ClioContact | undefined => contactsOf.clio(stage).find(({ id }) => id === stage.focus);
export const someone = {
  clio: (stage: Stage): ClioContact => focused(stage) ?? busy(stage, contactsOf.clio(stage)),
  highlevel(stage: Stage): HlContact {
    const person = focused(stage);
    return (person && twinOf(stage, person)) ?? busy(stage, contactsOf.highlevel(stage));
  },
};

/** The same person on the other side, by e-mail. */
export function twinOf(stage: Stage, clio: ClioContact): HlContact | undefined {
  const [mail] = clio.email_addresses;
  return mail && contactsOf.highlevel(stage).find((one) => one.email?.toLowerCase() === mail.address.toLowerCase());
}
