import { describe, expect, test } from 'vitest';
import { cast } from '../../sandbox/world/cast.ts';
import { COMPANIES } from '../../sandbox/world/companies.ts';
import { HL_SEEDS } from '../../sandbox/world/highlevel-rows.ts';
import type { Overlap } from '../../sandbox/world/matched.ts';
import { PEOPLE } from '../../sandbox/world/people-plain.ts';
import { seedWorld } from '../../sandbox/world/seed.ts';
import type { ClioContact, HlContact, WorldRows } from '../../sandbox/world/types.ts';
import { dangling } from './sandbox-references.ts';

const NOW = Date.parse('2026-11-22T09:41:00Z');
const world = seedWorld(NOW);
const { highlevel, clio } = world;

const digits = (text: string) => text.replace(/\D/g, '').slice(-10);
const clioById = (id: number) => clio.contacts.find((row) => row.id === id) as ClioContact;
const hlById = (id: string | undefined) => highlevel.contacts.find((row) => row.id === id) as HlContact;

describe('the seed world', () => {
  test('has the size of a believable firm', () => {
    expect(clio.contacts.length).toBeGreaterThanOrEqual(60);
    expect(clio.matters).toHaveLength(25);
    expect(clio.tasks).toHaveLength(80);
    expect(clio.notes).toHaveLength(60);
    expect(highlevel.contacts).toHaveLength(70);
    expect(highlevel.locations.map((row) => row.name)).toEqual(['Harbour & Lane Law', 'Harbour & Lane Intake']);
    expect(clio.users.filter((row) => row.account_id === cast.accounts.us)).toHaveLength(5);
  });

  test('is the same at every call for the same time, in rows of its own', () => {
    const again = seedWorld(NOW);
    expect(again).toEqual(world);
    again.highlevel.contacts[0]?.tags.push('changed');
    again.highlevel.locations[0]!.name = 'changed';
    expect(seedWorld(NOW)).toEqual(world);
  });

  test('keeps every id when time goes on', () => {
    const later = seedWorld(NOW + 400 * 86_400_000);
    const ids = (rows: WorldRows) => [...Object.values(rows.highlevel), ...Object.values(rows.clio)].flat().map((row) => row.id);
    expect(ids(later)).toEqual(ids(world));
  });

  test("has ids in the vendors' shapes, each once", () => {
    for (const rows of Object.values(highlevel) as { id: string }[][]) {
      expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
      for (const row of rows) expect(row.id).toMatch(/^[A-Za-z0-9]{20}$/);
    }
    const clioIds = Object.values(clio)
      .flat()
      .map((row) => row.id);
    expect(new Set(clioIds).size).toBe(clioIds.length);
  });

  test('has no reference that leads nowhere, and none across accounts or locations', () => {
    expect(dangling(world)).toEqual([]);
  });

  test('has nothing that was made or done in the future', () => {
    const made = [...clio.contacts, ...clio.matters, ...clio.tasks, ...clio.notes, ...clio.calendarEntries];
    for (const row of made) {
      expect(Date.parse(row.created_at)).toBeLessThan(NOW);
      expect(Date.parse(row.updated_at)).toBeLessThan(NOW);
      expect(row.updated_at >= row.created_at).toBe(true);
    }
    for (const row of [...highlevel.contacts, ...highlevel.tasks, ...highlevel.notes, ...highlevel.appointments]) {
      expect(Date.parse(row.dateAdded)).toBeLessThan(NOW);
    }
  });

  test('answers in all four regions, and most of it in one account', () => {
    for (const account of clio.accounts) {
      expect(clio.contacts.some((row) => row.account_id === account.id)).toBe(true);
      expect(clio.users.some((row) => row.account_id === account.id && row.enabled)).toBe(true);
      expect(clio.matters.some((row) => row.account_id === account.id)).toBe(true);
    }
    expect(clio.contacts.filter((row) => row.account_id === cast.accounts.us).length).toBeGreaterThan(50);
  });

  test('has tasks overdue, due today, due later and without a date, some private, of every status', () => {
    const today = '2026-11-22';
    const open = clio.tasks.filter((row) => row.status !== 'complete');
    for (const due of [
      (d: string | null) => d !== null && d < today,
      (d: string | null) => d === today,
      (d: string | null) => d !== null && d > today,
      (d: string | null) => d === null,
    ]) {
      expect(open.some((row) => due(row.due_at))).toBe(true);
    }
    expect(clio.tasks.filter((row) => row.permission === 'private').length).toBeGreaterThan(2);
    expect(new Set(clio.tasks.map((row) => row.status))).toEqual(new Set(['pending', 'in_progress', 'in_review', 'complete']));
    for (const row of clio.tasks) expect(row.completed_at !== null).toBe(row.status === 'complete');
  });

  test('has appointments past and to come, cancelled and missed', () => {
    expect(new Set(highlevel.appointments.map((row) => row.appointmentStatus))).toEqual(
      new Set(['new', 'confirmed', 'cancelled', 'showed', 'noshow', 'invalid']),
    );
    expect(highlevel.appointments.some((row) => Date.parse(row.startTime) > NOW)).toBe(true);
    expect(highlevel.appointments.some((row) => Date.parse(row.startTime) < NOW)).toBe(true);
  });
});

describe('how the two sides overlap', () => {
  const KINDS: Overlap[] = [
    'exact',
    'differs',
    'e-mail case',
    'phone format',
    'phone extension',
    'shared phone',
    'shared e-mail',
    'twin',
    'junior-senior',
    'accents',
    'other script',
    'long name',
    'swapped names',
    'nickname',
    'recycled number',
    'second e-mail',
    'additional e-mail',
    'no e-mail',
    'name only',
    'duplicate',
    'company as person',
    'person as company',
    'candidate',
    'hostile text',
    'none',
  ];

  test.each(KINDS)('there is a contact of the kind "%s"', (kind) => {
    expect(HL_SEEDS.some((seed) => seed.overlap === kind)).toBe(true);
  });

  test('every overlap names somebody in Clio, and no stranger shares an e-mail or phone with Clio', () => {
    const keys = new Set([...PEOPLE, ...COMPANIES].map((seed) => seed.key));
    for (const seed of HL_SEEDS.filter((row) => row.overlap !== 'none')) expect(keys).toContain(seed.of);
    const emails = new Set(clio.contacts.flatMap((row) => row.email_addresses.map((each) => each.address.toLowerCase())));
    const phones = new Set(clio.contacts.flatMap((row) => row.phone_numbers.map((each) => digits(each.number))));
    for (const seed of HL_SEEDS.filter((row) => row.overlap === 'none')) {
      expect(emails).not.toContain(seed.email);
      expect(phones).not.toContain(digits(seed.phone ?? 'none'));
    }
  });

  test('Marisol: same e-mail, no phone in HighLevel, another city, three open tasks, one of them in both', () => {
    const [here, there] = [clioById(cast.marisol.clioId), hlById(cast.marisol.highlevelId)];
    expect(here.email_addresses[0]?.address).toBe(there.email);
    expect([here.phone_numbers[0]?.number, there.phone]).toEqual(['+1 604 555 0142', undefined]);
    expect([here.addresses[0]?.city, there.city]).toEqual(['Vancouver', 'Burnaby']);
    expect(there.tags).toEqual(['intake-2026', 'family-law', 'newsletter']);
    const open = clio.tasks.filter((row) => row.matter_id === cast.marisol.matterId && row.status !== 'complete');
    expect(open.map((row) => row.name)).toEqual(['Send retainer agreement', 'Request medical records', 'Draft parenting plan']);
    expect(open[0]?.due_at).toBe('2026-11-20');
    expect(highlevel.tasks.find((row) => row.id === cast.marisol.highlevelTasks.retainer)?.contactId).toBe(there.id);
    expect(clio.matters.find((row) => row.id === cast.marisol.matterId)?.client_id).toBe(here.id);
  });

  test('David Kim: exactly three candidates, two of them by his phone and one by name only', () => {
    const mine = digits(clioById(cast.davidKim.clioId).phone_numbers[0]?.number ?? '');
    const byPhone = highlevel.contacts.filter((row) => digits(row.phone ?? '') === mine).map((row) => row.id);
    expect(byPhone).toEqual(cast.davidKim.candidates.slice(0, 2));
    expect(hlById(cast.davidKim.candidates[2])).toMatchObject({ firstName: 'D.', lastName: 'Kim' });
  });

  test('Nadia is nowhere in HighLevel', () => {
    const near = highlevel.contacts.filter(
      (row) =>
        row.lastName === 'Haddad' || row.email === cast.nadia.email || digits(row.phone ?? '') === digits(cast.nadia.phone),
    );
    expect(near).toEqual([]);
  });

  test('the cast is what it says: spouses and twins share a phone, a duplicate is twice there, an old number is a stranger’s', () => {
    const phone = (id: number) => digits(clioById(id).phone_numbers[0]?.number ?? '');
    expect(phone(cast.spouses.hannah.clioId)).toBe(phone(cast.spouses.erik.clioId));
    expect(phone(cast.twins.anna.clioId)).toBe(phone(cast.twins.amelia.clioId));
    expect(cast.duplicated.highlevelIds.map((id) => hlById(id).lastName)).toEqual(['Marchetti', 'Marchetti']);
    expect(digits(hlById(cast.recycled.strangerId).phone ?? '')).toBe(phone(cast.recycled.clioId));
    expect(clioById(cast.company.clioId).type).toBe('Company');
    expect(clioById(cast.dolores.clioId)).toMatchObject({ email_addresses: [], phone_numbers: [], addresses: [] });
  });
});
