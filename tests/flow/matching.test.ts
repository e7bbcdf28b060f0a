import { afterEach, beforeEach, expect, test } from 'vitest';
import { HL_PIT_FULL, HL_PIT_SECOND } from '../../sandbox/highlevel/credentials.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
  await world.connect();
});
afterEach(() => world.close());

const searches = () =>
  world.sandbox.ledger
    .entries({ routeId: 'highlevel.search-contacts' })
    .filter((call) => (call.body as { pageLimit?: number }).pageLimit !== 1);
const checked = () =>
  world.until(async () => (await world.say('console', 'connections.view', {})).connections.every((one) => one.rights));

test('one search for a subject, none once it is linked', async () => {
  await checked();
  await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  expect(searches()).toHaveLength(1);
  await world.openContact(world.cast.ruth.clioId);
  await world.screen('person');
  await world.advance(60_000);
  await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  await world.say('panel', 'panel.refresh', { key: `us:contact:${world.cast.marisol.clioId}` });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(searches()).toHaveLength(2);
});

test('several candidates: the person chooses, the choice is remembered and can be undone', async () => {
  const { davidKim } = world.cast;
  const key = await world.openContact(davidKim.clioId);
  const { candidates } = await world.screen('choose');
  expect(candidates.map((one) => one.id).sort()).toEqual([...davidKim.candidates].sort());
  expect(candidates.every((one) => one.reasons.length > 0)).toBe(true);
  await world.say('panel', 'link.set', { key, highlevelId: davidKim.candidates[0] });
  expect((await world.screen('person')).person.match).toMatchObject({ by: 'person', reasons: [{ code: 'chosen' }] });
  await world.kill();
  await world.openContact(davidKim.clioId);
  expect((await world.screen('person')).person.highlevelId).toBe(davidKim.candidates[0]);
  await world.say('panel', 'link.remove', { key });
  await world.screen('choose');
});

test('"not the same person" is remembered: a sure match is offered again, never taken again', async () => {
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  await world.say('panel', 'link.remove', { key });
  expect((await world.screen('choose')).candidates.map((one) => one.id)).toEqual([world.cast.marisol.highlevelId]);
  const { rows } = await world.say('console', 'activity.view', { filter: { kind: 'decision' } });
  expect(rows.map(({ by, why, id }) => [by, why, id])).toEqual([
    ['person', 'unlinked', String(world.cast.marisol.clioId)],
    ['sync', 'matched', String(world.cast.marisol.clioId)],
  ]);
});

test.each(['twins', 'spouses', 'duplicated', 'recycled', 'dolores'] as const)('never sure: %s', async (who) => {
  const people = {
    twins: world.cast.twins.anna,
    spouses: world.cast.spouses.erik,
    duplicated: world.cast.duplicated,
    recycled: world.cast.recycled,
    dolores: world.cast.dolores,
  };
  await world.openContact(people[who].clioId);
  const kind = await world.until(async () => {
    const { screen } = await world.view();
    return screen.kind !== 'loading' && screen.kind;
  });
  // Twins each have an e-mail of their own; the others share a key or have a name only.
  if (who === 'twins') expect((await world.screen('person')).person.highlevelId).toBe(world.cast.twins.anna.highlevelId);
  else expect(['choose', 'none']).toContain(kind);
});

test('a HighLevel phone search that finds nothing (#289) makes nobody: the e-mail or the name still finds the contact', async () => {
  world.sandbox.control('highlevel.setQuirk', { name: 'phone-search-finds-nothing', on: true });
  await world.openContact(world.cast.marisol.clioId);
  await world.screen('person');
  expect(world.sandbox.ledger.entries({ routeId: 'highlevel.create-contact' })).toEqual([]);
});

test('a company is said to be one, and is not searched for', async () => {
  await checked();
  await world.openContact(world.cast.company.clioId);
  expect(await world.screen('company')).toMatchObject({ name: 'Northgate Dental Group' });
  expect(searches()).toHaveLength(0);
});

test('a matter page shows the client and offers the related contacts', async () => {
  const { marisol, henry } = world.cast;
  const key = await world.open({ kind: 'matter', id: String(marisol.matterId) });
  expect((await world.screen('person')).person.clioId).toBe(String(marisol.clioId));
  const { people } = await world.view();
  expect(people?.list.map((one) => one.id)).toEqual(expect.arrayContaining([String(marisol.clioId), String(henry.clioId)]));
  await world.say('panel', 'person.choose', { key, clioId: String(henry.clioId) });
  await world.until(async () => (await world.view()).people?.chosen === String(henry.clioId));
  await world.until(async () => {
    const { screen } = await world.view();
    return screen.kind === 'none' || screen.kind === 'choose';
  });
});

test('a Clio page that is no record, and two locations between which somebody has to choose', async () => {
  await world.open({ kind: 'none', id: '' });
  await world.screen('not-record');
  await world.say('console', 'connection.add-token', { token: HL_PIT_SECOND, locationId: world.cast.locations.intake });
  const clio = (await world.say('console', 'connections.view', {})).connections.find((one) => one.system === 'clio');
  await world.say('console', 'connection.remove', { id: `highlevel:${world.cast.locations.main}` });
  const key = await world.openContact(world.cast.marisol.clioId);
  await world.say('console', 'connection.add-token', { token: HL_PIT_FULL, locationId: world.cast.locations.main });
  const { locations } = await world.screen('pair');
  expect(locations).toHaveLength(2);
  await world.say('panel', 'location.pair', { key, highlevel: `highlevel:${world.cast.locations.main}` });
  await world.screen('person');
  expect((await world.say('console', 'connections.view', {})).pairs).toEqual([
    { clio: clio?.id, highlevel: `highlevel:${world.cast.locations.main}` },
  ]);
});

test('without Clio connected: a labelled hint from the page, read only, linked to nothing', async () => {
  const clio = (await world.say('console', 'connections.view', {})).connections.find((one) => one.system === 'clio');
  await world.say('console', 'connection.remove', { id: clio?.id ?? '' });
  const key = await world.openContact(world.cast.marisol.clioId);
  const subject = { region: 'us' as const, kind: 'contact' as const, id: String(world.cast.marisol.clioId) };
  expect(await world.say('page', 'subject.report', { subject })).toEqual({ wantHint: true });
  await world.say('page', 'hint.report', {
    subject,
    hint: { name: 'Marisol Ortega-Whitfield', emails: [world.cast.marisol.email], phones: [] },
  });
  expect((await world.screen('hint')).candidates.map((one) => one.id)).toEqual([world.cast.marisol.highlevelId]);
  await world.allowWriting();
  await expect(world.say('panel', 'note.add', { key, text: 'x' })).rejects.toThrow('subject-changed');
});

test('a late click for the person shown before on a matter lands on nobody else', async () => {
  const { marisol, henry, ruth } = world.cast;
  await world.allowWriting();
  await world.open({ kind: 'matter', id: String(marisol.matterId) });
  await world.screen('person');
  const shown = (await world.view()).key;
  // In another window somebody chooses, and links, another person of the same matter.
  await world.say('panel', 'person.choose', { key: shown, clioId: String(henry.clioId) });
  await world.until(async () => (await world.view()).people?.chosen === String(henry.clioId));
  await world.until(async () => ['none', 'choose'].includes((await world.view()).screen.kind));
  await world.say('panel', 'link.set', { key: (await world.view()).key, highlevelId: ruth.highlevelId });
  await expect(world.say('panel', 'note.add', { key: shown, text: 'typed for Marisol' })).rejects.toThrow('subject-changed');
});
