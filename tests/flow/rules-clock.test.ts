import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Rule } from '../../lib/model/rule.ts';
import { createRulesWorld, type RulesWorld } from './rules-world.ts';

let world: RulesWorld;
beforeEach(async () => {
  world = await createRulesWorld();
});
afterEach(() => world.close());

const HOUR = 3_600_000;
/** A rule that tells the record's name. */
const telling = (id: string, fact: string, params: Rule['trigger']['params'] = {}, more: Partial<Rule> = {}) =>
  world.rule({ trigger: { id, params }, steps: [{ id: 'tell', do: 'notify', title: `{{record.${fact}}}`, text: '' }], ...more });
const told = async () => (await world.ruleAsks()).map(({ body }) => body.title).sort();
const visit = (title: string, from: number) => {
  const { state } = world.sandbox.highlevel;
  const calendarId = state.rows.calendars.find(({ locationId }) => locationId === world.location.account)!.id;
  const at = (ms: number) => new Date(world.sandbox.clock.now() + ms).toISOString();
  state.rows.appointments.push({
    ...{ id: state.newId(), calendarId, contactId: world.ruth.highlevelId, locationId: world.location.account, title },
    ...{ appointmentStatus: 'confirmed', dateAdded: world.stamp(), dateUpdated: world.stamp() },
    ...{ startTime: at(from), endTime: at(from + HOUR) },
  });
  world.touched();
};

describe('by the clock', () => {
  test('what is overdue is told once, and again when it is overdue anew', async () => {
    await telling(
      'clio.task.overdue',
      'title',
      {},
      { conditions: { field: 'record.title', operator: 'contains', value: 'affidavit' } },
    );
    const id = world.addTask('File the affidavit', { due_at: world.day(1) });
    await world.live(70);
    expect(await told()).toEqual([]);
    await world.advance(48 * HOUR);
    await world.within(5, async () => (await told()).length);
    await world.kill();
    await world.live(130);
    expect(await told()).toHaveLength(1);
    world.editClio(`/tasks/${id}`, { due_at: world.day(1) });
    await world.live(5);
    await world.advance(48 * HOUR);
    await world.within(65, async () => (await told()).length === 2, 'the second time');
  });

  test('what begins soon is told so many minutes before, once', async () => {
    await telling('highlevel.appointment.soon', 'title', { minutes: 60 });
    visit('Quackenbush papers', 3 * HOUR);
    await world.live(60);
    expect(await told()).toEqual([]);
    await world.live(80);
    expect(await told()).toEqual(['Quackenbush papers']);
    await world.live(60);
    expect(await told()).toHaveLength(1);
  });

  test('a timer runs at its interval, once each time, over restarts', async () => {
    await telling(
      'local.schedule',
      'id',
      { minutes: 30 },
      { steps: [{ id: 'tell', do: 'notify', title: 'Tick', text: '{{time.today}}' }] },
    );
    for (let half = 0; half < 4; half += 1) {
      await world.live(30);
      await world.kill();
    }
    await world.live(2);
    expect((await told()).length).toBeGreaterThanOrEqual(3);
    expect((await told()).length).toBeLessThanOrEqual(5);
  });

  test('a lead nobody has touched for days is told; touched in between it is not', async () => {
    await telling(
      'highlevel.contact.quiet',
      'name',
      { days: 3 },
      { conditions: { field: 'record.lastName', operator: 'is', value: 'Quackenbush' } },
    );
    const quiet = world.highlevelContact({ firstName: 'Ada', lastName: 'Quackenbush', email: 'ada@example.com' });
    const busy = world.highlevelContact({ firstName: 'Bea', lastName: 'Quackenbush', email: 'bea@example.com' });
    await world.live(3);
    await world.advance(48 * HOUR);
    world.office.highlevel('PUT', `/contacts/${busy}`, { city: 'Waco' });
    await world.live(3);
    await world.advance(30 * HOUR);
    await world.live(3);
    expect(await told()).toEqual(['Ada Quackenbush']);
    expect(quiet).toBeTruthy();
  });
});

describe('by a visit', () => {
  test('opening a contact’s page sets a rule off once an hour, and another page does not', async () => {
    await telling('clio.contact.visited', 'name');
    await world.openContact(world.cast.marisol.clioId);
    await world.within(2, async () => (await told()).length);
    expect(await told()).toEqual(['Marisol Ortega-Whitfield']);
    await world.open({ kind: 'none', id: '' });
    await world.openContact(world.cast.marisol.clioId);
    await world.live(2);
    expect(await told()).toHaveLength(1);
    await world.live(61);
    await world.open({ kind: 'none', id: '' });
    await world.openContact(world.cast.marisol.clioId);
    await world.within(2, async () => (await told()).length === 2, 'the next hour');
  });

  test('opening a matter’s page sets off a rule about matters', async () => {
    await telling('clio.matter.visited', 'label');
    await world.open({ kind: 'matter', id: String(world.ruth.matterId) });
    await world.within(2, async () => (await told()).length);
    expect((await told())[0]).toContain('Okafor');
  });
});
