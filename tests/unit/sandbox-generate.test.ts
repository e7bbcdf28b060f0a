import { expect, test } from 'vitest';
import { generateWorld } from '../../sandbox/world/generate.ts';
import { createRandom } from '../../sandbox/world/random.ts';
import { seedWorld } from '../../sandbox/world/seed.ts';

const NOW = Date.parse('2026-11-22T09:41:00Z');

test('the same seed gives the same world, another seed another one', () => {
  const one = generateWorld({ seed: 7, people: 300, now: NOW });
  expect(generateWorld({ seed: 7, people: 300, now: NOW })).toEqual(one);
  expect(generateWorld({ seed: 8, people: 300, now: NOW }).clio.contacts).not.toEqual(one.clio.contacts);
});

test('twelve thousand people take seconds, overlap in most places and share some phones', () => {
  const started = performance.now();
  const { clio, highlevel } = generateWorld({ seed: 1, people: 12_000, now: NOW });
  expect(performance.now() - started).toBeLessThan(5000);
  expect(clio.contacts.length).toBeGreaterThan(9_500);
  expect(highlevel.contacts.length).toBeGreaterThan(9_500);
  expect(clio.contacts.length).toBeLessThan(11_000);
  const emails = new Set(clio.contacts.map((row) => row.email_addresses[0]?.address.toLowerCase()));
  const inBoth = highlevel.contacts.filter((row) => row.email && emails.has(row.email)).length;
  expect(inBoth / highlevel.contacts.length).toBeGreaterThan(0.5);
  expect(inBoth / highlevel.contacts.length).toBeLessThan(0.85);
  const phones = highlevel.contacts.flatMap((row) => row.phone ?? []);
  expect(new Set(phones).size).toBeLessThan(phones.length);
});

test('generated ids are unique and may stand beside the seed world', () => {
  const { clio, highlevel } = generateWorld({ seed: 3, people: 2000, now: NOW });
  const seed = seedWorld(NOW);
  for (const table of ['contacts', 'matters', 'tasks', 'notes'] as const) {
    const ids = [...clio[table], ...seed.clio[table]].map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
  }
  for (const table of ['contacts', 'tasks', 'notes'] as const) {
    const ids = [...highlevel[table], ...seed.highlevel[table]].map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
  }
  const known = new Set(clio.contacts.map((row) => row.id));
  expect(clio.matters.every((row) => known.has(row.client_id))).toBe(true);
});

test('chance is spread evenly enough to be called chance', () => {
  const random = createRandom(42);
  const counts = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 10_000; i += 1) counts[random.below(10)]! += 1;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
