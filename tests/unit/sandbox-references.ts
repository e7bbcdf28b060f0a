import type { ClioRows, HighLevelRows, WorldRows } from '../../sandbox/world/types.ts';

type Check = (what: string, id: unknown, rows: { id: unknown }[]) => void;

/** Every reference of every row that does not resolve within its own account or location, in words. */
export function dangling({ highlevel, clio }: WorldRows): string[] {
  const broken: string[] = [];
  const check: Check = (what, id, rows) => {
    if (id !== null && id !== undefined && !rows.some((row) => row.id === id)) broken.push(`${what}: ${id}`);
  };
  checkHighLevel(highlevel, check);
  checkClioPeople(clio, check);
  checkClioWork(clio, check);
  return broken;
}

const inAccount = <T extends { account_id: number }>(rows: T[], id: number) => rows.filter((row) => row.account_id === id);

function checkHighLevel(highlevel: HighLevelRows, check: Check): void {
  for (const row of highlevel.contacts) {
    check('contact.location', row.locationId, highlevel.locations);
    check('contact.assignedTo', row.assignedTo, highlevel.users);
    check('contact.business', row.businessId, highlevel.businesses);
    for (const tag of row.tags)
      check(
        'contact.tag',
        `${row.locationId} ${tag}`,
        highlevel.tags.map((each) => ({ id: `${each.locationId} ${each.name}` })),
      );
    for (const field of row.customFields) check('contact.field', field.id, highlevel.customFields);
  }
  for (const row of [...highlevel.tasks, ...highlevel.appointments]) {
    check(
      'of contact',
      row.contactId,
      highlevel.contacts.filter((contact) => contact.locationId === row.locationId),
    );
  }
  for (const row of highlevel.tasks) check('task.assignedTo', row.assignedTo, highlevel.users);
  for (const row of highlevel.notes) {
    check('note.contact', row.contactId, highlevel.contacts);
    check('note.user', row.userId, highlevel.users);
  }
  for (const row of highlevel.appointments) {
    check(
      'appointment.calendar',
      row.calendarId,
      highlevel.calendars.filter((calendar) => calendar.locationId === row.locationId),
    );
  }
}

function checkClioPeople(clio: ClioRows, check: Check): void {
  for (const row of clio.contacts) check('contact.company', row.company_id, inAccount(clio.contacts, row.account_id));
  for (const row of clio.matters) {
    check('matter.client', row.client_id, inAccount(clio.contacts, row.account_id));
    check('matter.attorney', row.responsible_attorney_id, inAccount(clio.users, row.account_id));
  }
  for (const row of clio.relationships) {
    check('relationship.matter', row.matter_id, clio.matters);
    const account = clio.matters.find((matter) => matter.id === row.matter_id)?.account_id ?? 0;
    check('relationship.contact', row.contact_id, inAccount(clio.contacts, account));
  }
}

function checkClioWork(clio: ClioRows, check: Check): void {
  for (const row of clio.tasks) {
    check('task.matter', row.matter_id, inAccount(clio.matters, row.account_id));
    check(
      'task.assignee',
      row.assignee?.id,
      row.assignee?.type === 'Contact' ? clio.contacts : inAccount(clio.users, row.account_id),
    );
  }
  for (const row of clio.notes) {
    check(
      'note.parent',
      row.contact_id ?? row.matter_id,
      row.type === 'Contact' ? inAccount(clio.contacts, row.account_id) : inAccount(clio.matters, row.account_id),
    );
    check('note.author', row.author_id, clio.users);
  }
  for (const row of clio.calendarEntries) {
    check('entry.matter', row.matter_id, clio.matters);
    check('entry.owner', row.calendar_owner_id, clio.calendars);
    for (const attendee of row.attendees) check('entry.attendee', attendee.id, clio.contacts);
  }
  const values = [...clio.contacts, ...clio.matters].flatMap((row) => row.custom_field_values);
  for (const value of values) check('field value', value.custom_field_id, clio.customFields);
}
