// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StorageBanner } from '../../components/console/Banners.tsx';
import { LoadFailed } from '../../components/console/LoadFailed.tsx';
import { Panel } from '../../components/panel/Panel.tsx';
import { failureWords, storageWords } from '../../components/words.ts';
import { AppError } from '../../lib/model/errors.ts';
import { STORAGE_WHYS } from '../../lib/model/storage.ts';
import { personView } from './fixtures.ts';
import { background, resetBackground } from './panel-background.ts';
import { NONCE, show } from './panel-stage.tsx';

vi.mock('../../lib/messages/send.ts', () => import('./panel-background.ts'));
beforeEach(resetBackground);
afterEach(cleanup);

const ALL = ['storage-full', 'storage-unavailable', ...STORAGE_WHYS] as const;

test('every reason has a sentence of its own and says what to do next', () => {
  const said = ALL.map(storageWords);
  for (const { title, hint } of said) {
    expect(title.length).toBeGreaterThan(20);
    expect(hint.length).toBeGreaterThan(20);
  }
  expect(new Set(said.map(({ title }) => title)).size).toBe(ALL.length);
});

test('a reason nobody knows, and a failure of something else, keep the words of their code', () => {
  expect(failureWords({ code: 'storage-unavailable', facts: { about: 'moon' } })).toMatch(/lets Rankr store nothing/);
  expect(failureWords({ code: 'not-found', facts: { about: 'blocked' } })).not.toMatch(/window/);
});

test.each(ALL)('%s stands at the top of the console’s pages', (code) => {
  render(<StorageBanner code={code} />);
  const alert = screen.getByRole('alert').textContent;
  expect(alert).toContain(storageWords(code).title);
  expect(alert).toContain(storageWords(code).hint);
});

test.each(ALL)('%s stands in the panel', async (code) => {
  const { container } = await show(personView({}, { notices: [{ kind: 'storage', code }] }));
  expect(container.querySelector('.banner')?.textContent).toContain(storageWords(code).hint);
});

test.each(STORAGE_WHYS)('a page that can’t be read at all because of %s says so in words', async (about) => {
  const error = new AppError('storage-unavailable', { about });
  render(<LoadFailed error={error} again={() => undefined} />);
  expect(screen.getByRole('alert').textContent).toContain(storageWords(about).hint);
  cleanup();
  background.onView = () => Promise.reject(error);
  render(<Panel nonce={NONCE} />);
  expect(await screen.findByText((words) => words.includes(storageWords(about).hint))).toBeTruthy();
});
