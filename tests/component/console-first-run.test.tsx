// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { background, openConsole } from './console-background.tsx';
import { firm, firstRun, location } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
afterEach(background.reset);

const steps = () => screen.getAllByRole('listitem').filter((item) => /Step \d: /.test(item.textContent ?? ''));

test('the first run shows three steps, what will be read, and that writing is off', async () => {
  openConsole(firstRun());
  await screen.findByRole('heading', { name: /^Welcome/ });
  expect(steps().map((step) => /Step .*/.exec(step.textContent ?? '')?.[0])).toEqual([
    expect.stringMatching(/^Step 1: Connect HighLevel/),
    expect.stringMatching(/^Step 2: Connect Clio/),
    expect.stringMatching(/^Step 3: Prove the permissions/),
  ]);
  expect(screen.getByRole('heading', { name: 'What will be read' })).toBeTruthy();
  expect(screen.getByText('Reading first. Writing is off until you switch it on.')).toBeTruthy();
});

test('both forms stand open on the first run, with nothing to pair or to switch', async () => {
  openConsole(firstRun());
  expect(await screen.findByRole('form', { name: 'Private Integration Token' })).toBeTruthy();
  expect(screen.getByRole('form', { name: 'Connect a Clio firm' })).toBeTruthy();
  expect(screen.queryByRole('switch')).toBeNull();
  expect(screen.queryByRole('heading', { name: 'Which location goes with which firm' })).toBeNull();
});

test('the steps follow what is connected, and go when all three are done', async () => {
  const half = firstRun({ connections: [location()] });
  openConsole(half);
  await screen.findByRole('heading', { name: 'Almost there' });
  expect(within(steps()[0] as HTMLElement).getByText('done')).toBeTruthy();
  expect(steps()[1]?.getAttribute('aria-current')).toBe('step');

  background.show(firstRun({ connections: [location(), firm({ rights: undefined, rightsAt: undefined })] }), true);
  await vi.waitFor(() => expect(steps()[2]?.getAttribute('aria-current')).toBe('step'));

  background.show(firstRun({ connections: [location(), firm()] }), true);
  await vi.waitFor(() => expect(steps()).toEqual([]));
});
