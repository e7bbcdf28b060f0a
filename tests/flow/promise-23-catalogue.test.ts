import { afterEach, beforeEach, expect, test } from 'vitest';
import { CATALOGUE } from '../../lib/catalog/operations/catalogue.ts';
import { endpointOf } from '../../lib/catalog/operations/endpoint-of.ts';
import { isCounted } from '../../lib/catalog/operations/index.ts';
import type { Rule } from '../../lib/model/rule.ts';
import { CLIO_EXAMPLES } from '../contract/catalogue-examples-clio.ts';
import { HIGHLEVEL_EXAMPLES } from '../contract/catalogue-examples-highlevel.ts';
import { catalogueSandbox } from '../contract/catalogue-run.ts';
import { createRulesWorld, type RulesWorld } from './rules-world.ts';

const EXAMPLES = { ...CLIO_EXAMPLES, ...HIGHLEVEL_EXAMPLES };
const COUNTED = CATALOGUE.filter(isCounted);
const CALLS = COUNTED.filter(({ kind }) => kind !== 'trigger');
/** What happens in Clio or HighLevel, found by reading; presets too: a ready condition has to hold, too. */
const TRIGGERS = CATALOGUE.filter(({ kind, source, system }) => kind === 'trigger' && source !== 'relay' && system !== 'local');

let world: RulesWorld | undefined;
let scene: Awaited<ReturnType<typeof catalogueSandbox>> | undefined;
beforeEach(() => {
  world = undefined;
  scene = undefined;
});
afterEach(async () => {
  await world?.close();
  await scene?.close();
});

test('row 23: at least 126 operations that are no presets, each with an endpoint or event of its own', () => {
  const names = COUNTED.map(({ kind, endpoint, event, id }) => `${kind} ${kind === 'trigger' ? (event ?? id) : endpoint}`);
  console.log(`row 23: ${COUNTED.length} operations, ${CATALOGUE.length - COUNTED.length} presets and steps beside them`);
  expect(COUNTED.length).toBeGreaterThanOrEqual(126);
  expect(new Set(COUNTED.map(({ id }) => id)).size).toBe(COUNTED.length);
  expect(new Set(names).size).toBeGreaterThanOrEqual(126);
  expect(COUNTED.filter(({ presetOf }) => presetOf)).toEqual([]);
});

test('row 23: each of them that calls somebody is run in the sandbox and is answered', async () => {
  const failed: string[] = [];
  for (const { id, endpoint } of CALLS) {
    scene = await catalogueSandbox();
    await scene.run(id, EXAMPLES[id]!).catch((error) => failed.push(`${id}: ${error}`));
    const last = scene.sandbox.ledger.entries({}).at(-1);
    if (last?.method !== endpointOf(endpoint)?.method || (last?.status ?? 500) >= 300) failed.push(`${id}: ${last?.status}`);
    await scene.close();
  }
  scene = undefined;
  expect(failed).toEqual([]);
});

const PARAMS: Record<string, Rule['trigger']['params']> = {
  'clio.entry.soon': { minutes: 120 },
  'highlevel.appointment.soon': { minutes: 120 },
  'highlevel.contact.quiet': { days: 3 },
  'highlevel.contact.tag-added': { value: 'vip' },
  'highlevel.contact.tag-removed': { value: 'vip' },
};
const HOUR = 3_600_000;

/** A day in both systems, in which everything happens that a rule can be about. */
async function everything(w: RulesWorld): Promise<void> {
  const { ruth, sandbox, office } = w;
  const { clio, highlevel } = sandbox;
  const checkbox = clio.state.rows.customFields.find(({ name }) => name === 'Conflict checked')!.id;
  const field = highlevel.state.rows.customFields.find(({ locationId }) => locationId === w.location.account)!;
  const at = (ms: number) => new Date(sandbox.clock.now() + ms).toISOString();
  const calendarId = highlevel.state.rows.calendars.find(({ locationId }) => locationId === w.location.account)!.id;
  const contact = `/contacts/${ruth.highlevelId}`;
  const meeting = {
    calendarId,
    contactId: ruth.highlevelId,
    locationId: w.location.account,
    title: 'Papers',
    appointmentStatus: 'confirmed',
  };
  const visit = (ms: number) => {
    const id = highlevel.state.newId();
    highlevel.state.rows.appointments.push({
      ...meeting,
      id,
      startTime: at(ms),
      endTime: at(ms + HOUR),
      dateAdded: w.stamp(),
      dateUpdated: w.stamp(),
    });
    return id;
  };
  const moved = (id: string, change: object) =>
    Object.assign(highlevel.state.rows.appointments.find((one) => one.id === id)!, { ...change, dateUpdated: w.stamp() });
  const entry = (ms: number) =>
    (
      office.clio('POST', '/calendar_entries.json', {
        data: {
          summary: 'Hearing',
          start_at: at(ms),
          end_at: at(ms + HOUR),
          calendar_owner: { id: Number(w.choice.calendars.clio) },
          attendees: [{ id: ruth.clioId, type: 'Contact' }],
        },
      }) as { data: { id: number } }
    ).data.id;

  const born = w.clioContact({
    first_name: 'Zephyrine',
    last_name: 'Quackenbush',
    email_addresses: [{ name: 'Work', address: 'zq@example.com' }],
  });
  w.highlevelContact({ firstName: 'Thelonious', lastName: 'Quackenbush', email: 'tq@example.com' });
  const opened = w.clioMatter(ruth.clioId);
  const task = w.addTask('File the affidavit', { due_at: w.day(1) });
  const note = w.clioNote(ruth.clioId, 'Call', 'She comes on Monday.');
  const hearing = entry(30 * HOUR);
  w.addHighLevel(`${contact}/tasks`, { title: 'Ask', completed: false, dueDate: at(20 * HOUR) });
  w.addHighLevel(`${contact}/notes`, { body: 'Ring her.' });
  visit(30.9 * HOUR);
  const [first, second, third] = [visit(28 * HOUR), visit(29 * HOUR), visit(31 * HOUR)];
  w.touched();
  await w.live(10);
  const ask = w.tasksCalled('Ask')[0]!.id;
  const ring = highlevel.state.rows.notes.find(({ body }) => body.includes('Ring her'))!.id;

  w.editClio(`/contacts/${ruth.clioId}`, {
    email_addresses: [{ id: w.inClio().email_addresses[0]!.id, name: 'Work', address: 'ruth.new@example.com' }],
    custom_field_values: [{ custom_field: { id: checkbox }, value: true }],
  });
  w.editClio(`/matters/${opened}`, { status: 'pending' });
  w.editClio(`/tasks/${task}`, { status: 'complete' });
  w.editClio(`/notes/${note}`, { detail: 'She comes on Tuesday.' });
  w.editClio(`/calendar_entries/${hearing}`, { start_at: at(32 * HOUR), end_at: at(33 * HOUR) });
  w.editHighLevel(contact, {
    email: 'ruth.other@example.com',
    dnd: true,
    assignedTo: w.cast.users.tomas.highlevelId,
    customFields: [{ id: field.id, field_value: 'x' }],
  });
  w.addHighLevel(`${contact}/tags`, { tags: ['vip'] });
  w.editHighLevel(`${contact}/tasks/${ask}/completed`, { completed: true });
  w.editHighLevel(`${contact}/notes/${ring}`, { body: 'Ring her at work.' });
  moved(first!, { startTime: at(34 * HOUR), endTime: at(35 * HOUR) });
  moved(second!, { appointmentStatus: 'noshow' });
  moved(third!, { appointmentStatus: 'cancelled' });
  w.touched();
  await w.live(10);

  w.editClio(`/tasks/${task}`, { status: 'pending' });
  w.editClio(`/matters/${opened}`, { status: 'closed', client: { id: born } });
  w.editHighLevel(`${contact}/tasks/${ask}/completed`, { completed: false });
  office.highlevel('DELETE', `${contact}/tags`, { tags: ['vip'] });
  moved(second!, { appointmentStatus: 'showed' });
  w.touched();
  await w.openContact(ruth.clioId);
  await w.live(1);
  await w.open({ kind: 'matter', id: String(ruth.matterId) });
  await w.live(10);
  await w.advance(29 * HOUR);
  await w.live(70);
  await w.advance(72 * HOUR);
  await w.live(10);

  const gone = w.addTask('Gone soon');
  w.addHighLevel(`${contact}/tasks`, { title: 'Gone too', completed: false, dueDate: at(20 * HOUR) });
  await w.live(10);
  office.clio('DELETE', `/tasks/${gone}.json`);
  office.clio('DELETE', `/matters/${opened}.json`);
  office.highlevel('DELETE', `${contact}/tasks/${w.tasksCalled('Gone too')[0]!.id}`);
  office.highlevel('DELETE', `${contact}/notes/${ring}`);
  highlevel.state.rows.appointments = highlevel.state.rows.appointments.filter(({ id }) => id !== first);
  w.touched();
  await w.live(45);
  sandbox.control('clio.deleteContact', { id: ruth.clioId });
  office.highlevel('DELETE', `/contacts/${w.cast.claire.highlevelId}`);
  await w.live(45);
}

test('row 23: each trigger is set off by something that happened', async () => {
  world = await createRulesWorld();
  for (const { id } of TRIGGERS)
    await world.rule({
      name: id,
      id: id.replaceAll('.', '-'),
      trigger: { id, params: PARAMS[id] ?? {} },
      steps: [{ id: 'stop', do: 'stop' }],
    });
  await world.live(3);
  await world.link(world.cast.claire.clioId, world.cast.claire.highlevelId);
  await world.live(6);
  await everything(world);
  const ran = new Set((await world.runs()).map(({ rule }) => rule));
  expect(TRIGGERS.filter(({ id }) => !ran.has(id.replaceAll('.', '-'))).map(({ id }) => id)).toEqual([]);
});
