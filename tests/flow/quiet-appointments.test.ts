import { afterEach, expect, test } from 'vitest';
import { createPromiseWorld, type PromiseWorld } from './promise-world.ts';
import { createRulesWorld } from './rules-world.ts';
import { comes } from './two-way-world.ts';

let world: PromiseWorld;
let others: { close(): Promise<void> } | undefined;
afterEach(() => (others ?? world).close());

const announced = () => world.sandbox.highlevel.state.announced;
const both = (title: string) => world.visitsNamed(title);
const span = (day: string, hour: number) => ({ start_at: `${day}T${hour}:00:00Z`, end_at: `${day}T${hour}:30:00Z` });
function meeting(summary: string, day: string): number {
  const own = { id: world.ruth.clioId, type: 'Contact' };
  const data = { summary, ...span(day, 18), calendar_owner: { id: Number(world.choice.calendars.clio) }, attendees: [own] };
  return (world.office.clio('POST', '/calendar_entries.json', { data }) as { data: { id: number } }).data.id;
}

test.each([
  ['that lies in the past', -1],
  ['to come', 4],
])('a Clio meeting %s is copied to HighLevel, moved and cancelled, without setting off its automations', async (_, days) => {
  world = await createPromiseWorld();
  const id = meeting('Signing', world.day(days));
  await comes(world, () => both('Signing').highlevel.length);
  world.editClio(`/calendar_entries/${id}`, span(world.day(days), 20));
  await comes(world, () => both('Signing').highlevel[0]!.startTime.includes('T20:00'));
  world.editClio(`/calendar_entries/${id}`, { summary: 'Cancelled: Signing' });
  await comes(world, () => both('Signing').highlevel[0]!.appointmentStatus === 'cancelled');
  expect(announced()).toEqual([]);
});

test('an appointment booked in HighLevel and moved in Clio is moved there with its automations', async () => {
  world = await createPromiseWorld();
  world.addHighLevel('/calendars/events/appointments', {
    ...{ calendarId: world.choice.calendars.highlevel, locationId: world.location.account, contactId: world.ruth.highlevelId },
    ...{ title: 'Talk of terms', ignoreFreeSlotValidation: true },
    ...{ startTime: `${world.day(4)}T18:00:00Z`, endTime: `${world.day(4)}T18:30:00Z` },
  });
  await comes(world, () => both('Talk of terms').clio.length);
  const booked = both('Talk of terms').highlevel[0]!.id;
  world.editClio(`/calendar_entries/${both('Talk of terms').clio[0]!.id}`, span(world.day(5), 20));
  await comes(world, () => both('Talk of terms').highlevel[0]!.startTime.includes('T20:00'));
  // Booked, and moved.
  expect(announced()).toEqual([booked, booked]);
});

test('a rule books with automations, and without them where it is run over what was there before', async () => {
  const rules = await createRulesWorld();
  others = rules;
  const day = rules.day(4);
  const book = (summary: string) =>
    rules.office.clio('POST', '/calendar_entries.json', {
      data: {
        ...{ summary, ...span(day, 18), calendar_owner: { id: Number(rules.choice.calendars.clio) } },
        attendees: [{ id: rules.ruth.clioId, type: 'Contact' }],
      },
    });
  const booked = (title: string) => rules.visits().filter((one) => one.title === title);
  book('Before the rule');
  await rules.live(5);
  const values = {
    ...{ contactId: '{{link.highlevelId}}', calendarId: rules.choice.calendars.highlevel!, title: '{{record.title}}' },
    ...{ startsAt: '{{record.startsAt}}', endsAt: '{{record.endsAt}}' },
  };
  const rule = await rules.rule({
    trigger: { id: 'clio.entry.created', params: {} },
    steps: [{ id: 'book', do: 'action', operation: 'highlevel.appointment.create', values }],
  });
  book('After the rule');
  await rules.within(8, () => booked('After the rule').length, 'the booking');
  const { announced: told } = rules.sandbox.highlevel.state;
  expect(told).toEqual([booked('After the rule')[0]!.id]);
  await rules.say('console', 'backfill.start', { rule: rule.id });
  await rules.within(8, () => booked('Before the rule').length, 'the backfill');
  expect(told).toHaveLength(1);
});
