import { expect, test, vi } from 'vitest';

const answers = vi.hoisted(() => ({ connections: [] as { system: string }[], guide: '', wait: Promise.resolve() }));
vi.mock('../../lib/messages/send.ts', () => ({
  send: async (type: string) => {
    await answers.wait;
    return type === 'connections.view' ? { connections: answers.connections } : { preferences: { guide: answers.guide } };
  },
}));
const { land } = await import('../../entrypoints/console/landing.ts');

const at = (hash = '') => {
  const place = {
    hash,
    replace(next: string) {
      place.hash = next;
    },
  };
  return place as unknown as Location & { hash: string };
};
const landed = async (connections: string[], guide = '', hash = '') => {
  Object.assign(answers, { connections: connections.map((system) => ({ system })), guide, wait: Promise.resolve() });
  const place = at(hash);
  await land(place);
  return place.hash;
};

test('the console begins in the guide until both systems are connected or the guide was put aside, then on Home', async () => {
  expect(await landed([])).toBe('#/guide');
  expect(await landed(['highlevel'])).toBe('#/guide');
  expect(await landed([], 'seen,closed')).toBe('');
  expect(await landed(['highlevel', 'clio'])).toBe('#/home');
  expect(await landed([], '', '#/people')).toBe('#/people');
});

test('a page chosen while the answer is on its way stays', async () => {
  const { promise, resolve: answer } = Promise.withResolvers<void>();
  Object.assign(answers, { connections: [], guide: '', wait: promise });
  const place = at();
  const landing = land(place);
  place.hash = '#/settings';
  answer();
  await landing;
  expect(place.hash).toBe('#/settings');
});
