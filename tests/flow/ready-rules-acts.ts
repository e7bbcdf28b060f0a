import type { RulesWorld } from './rules-world.ts';

export const workflow = ({ sandbox }: RulesWorld): string =>
  sandbox.highlevel.state.rows.workflows.find(({ name }) => name === 'Welcome series')!.id;
export const assignee = ({ cast }: RulesWorld): string => String(cast.users.priya.clioId);
export const calendar = ({ choice }: RulesWorld): string => choice.calendars.clio!;
export const checkbox = ({ sandbox }: RulesWorld): string =>
  String(sandbox.clio.state.rows.customFields.find(({ name }) => name === 'Conflict checked')!.id);

export const isTagged = (world: RulesWorld, tag: string): boolean => world.inHighLevel().tags.includes(tag);
export const enrolled = ({ sandbox, ruth }: RulesWorld) =>
  sandbox.highlevel.state.enrolments.filter(({ contactId }) => contactId === ruth.highlevelId).map(({ id }) => id);
export const checked = (world: RulesWorld) =>
  world.inClio().custom_field_values.find(({ custom_field_id }) => String(custom_field_id) === checkbox(world))?.value;
export const check = (world: RulesWorld, value: boolean) => {
  const old = world.inClio().custom_field_values.find(({ custom_field_id }) => String(custom_field_id) === checkbox(world));
  world.editClio(`/contacts/${world.ruth.clioId}`, {
    custom_field_values: [{ ...(old && { id: old.id }), custom_field: { id: Number(checkbox(world)) }, value }],
  });
};
export const highlevelTask = (world: RulesWorld, title: string): string => {
  const at = `/contacts/${world.ruth.highlevelId}/tasks`;
  world.addHighLevel(at, { title, completed: false, dueDate: `${world.day(2)}T20:00:00Z` });
  world.touched();
  return world.tasksCalled(title)[0]!.id;
};
/** In the afternoon of tomorrow. */
export const visit = (world: RulesWorld, title: string): string => {
  const { state } = world.sandbox.highlevel;
  const id = state.newId();
  const calendarId = state.rows.calendars.find(({ locationId }) => locationId === world.location.account)!.id;
  state.rows.appointments.push({
    ...{ id, calendarId, contactId: world.ruth.highlevelId, locationId: world.location.account, title },
    ...{ appointmentStatus: 'confirmed', dateAdded: world.stamp(), dateUpdated: world.stamp() },
    ...{ startTime: `${world.day(1)}T18:00:00.000Z`, endTime: `${world.day(1)}T18:30:00.000Z` },
  });
  world.touched();
  return id;
};
export const close = (world: RulesWorld) => world.editClio(`/matters/${world.ruth.matterId}`, { status: 'closed' });
export const say = async (world: RulesWorld, offer: 'go' | 'stop') => {
  await world.within(8, async () => (await world.ruleAsks()).length, 'the question');
  for (const { key } of await world.ruleAsks()) await world.answer(key, offer);
};
export const reach = (name: string) => ({ email_addresses: [{ name: 'Work', address: `${name}@example.com` }] });
