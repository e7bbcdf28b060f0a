import { act, cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { approval, asksView, conflict, duplicate, match, stuck, vanished, where } from './ask-fixtures.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday } from './console-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
beforeEach(() => {
  location.hash = '#/needs-you';
});
afterEach(() => {
  vi.useRealTimers();
  background.reset();
});

const options = () => screen.getAllByRole('option').map((one) => one.textContent);
const open = async (...views: Parameters<typeof asksView>) => {
  background.answer('asks.view', asksView(...views));
  const opened = openConsole(everyday());
  await screen.findByRole('listbox', { name: 'Needs you' });
  return opened;
};
const focusOn = (name: string) =>
  waitFor(() => {
    expect(document.activeElement?.getAttribute('role')).toBe('option');
    expect(document.activeElement?.textContent).toContain(name);
  });
const answers = () => background.sent('ask.answer');
/** The next decision, or leaving, sends the one that waits. */
const leave = () => act(() => void window.dispatchEvent(new Event('pagehide')));

test('the rail counts questions and stopped writes together', async () => {
  background.answer('asks.count', { open: 3, stopped: 1 });
  await open([conflict()]);
  expect(await screen.findByRole('link', { name: 'Needs you 4 things need you' })).toBeTruthy();
});

test('what waits stands in groups, stopped writes first, and the first one is shown and focused', async () => {
  await open([match, conflict(), where], [stuck()]);
  expect(screen.getAllByRole('group').map((one) => one.getAttribute('aria-labelledby'))).toHaveLength(4);
  expect(options()[0]).toContain('Call back about deposition');
  expect(screen.getByRole('heading', { level: 2, name: 'Call back about deposition' })).toBeTruthy();
  await focusOn('Call back about deposition');
});

test('a difference found when two records met is not called a change on both sides', async () => {
  await open([conflict()]);
  expect(screen.getByText(/Both offices changed this since they last agreed/)).toBeTruthy();
  cleanup();
  await open([conflict({ fields: [{ id: 'lastName', clio: 'Bergström', highlevel: 'Bergstrom', why: 'ask' }] })]);
  expect(screen.getByText(/The two sides differ/)).toBeTruthy();
});

test('j and k and the arrows move through what waits', async () => {
  const { user } = await open([conflict(), match]);
  await focusOn('Marisol');
  await user.keyboard('j');
  expect(screen.getByRole('heading', { level: 2, name: 'David Kim' })).toBeTruthy();
  await user.keyboard('{ArrowUp}');
  expect(screen.getByRole('heading', { level: 2, name: 'Marisol Ortega-Whitfield' })).toBeTruthy();
});

test('a key decides, the next one has the focus, and the decision goes out with the next one', async () => {
  const { user } = await open([conflict(), match]);
  await focusOn('Marisol');
  await user.keyboard('2');
  await focusOn('David Kim');
  expect(options()).toHaveLength(1);
  expect(answers()).toEqual([]);
  await user.keyboard('1');
  expect(answers()).toEqual([{ key: conflict().key, answer: { offer: 'highlevel' } }]);
  leave();
  expect(answers()[1]).toEqual({ key: match.key, answer: { offer: 'link', id: 'dk1' } });
});

test('a decision goes out by itself after five seconds', async () => {
  const { user } = await open([conflict()]);
  vi.useFakeTimers();
  const take = screen.getByRole('button', { name: /Take Clio’s/ });
  act(() => take.click());
  act(() => void vi.advanceTimersByTime(4900));
  expect(answers()).toEqual([]);
  act(() => void vi.advanceTimersByTime(200));
  expect(answers()).toEqual([{ key: conflict().key, answer: { offer: 'clio' } }]);
  expect(user).toBeTruthy();
});

test('z takes the last decision back: nothing was sent and the question is there again', async () => {
  const { user } = await open([conflict(), match]);
  await user.click(screen.getByRole('button', { name: /Take Clio’s/ }));
  expect(screen.getByRole('button', { name: /Undo/ })).toBeTruthy();
  await user.keyboard('z');
  expect(options()).toHaveLength(2);
  await focusOn('Marisol');
  leave();
  expect(answers()).toEqual([]);
});

test('with several fields each has its own winner', async () => {
  const { user } = await open([conflict()]);
  await user.click(screen.getByRole('radio', { name: 'Phone of Clio: +1 604 555 0142' }));
  await user.click(screen.getByRole('radio', { name: 'City of HighLevel: Burnaby' }));
  await user.click(screen.getByRole('button', { name: /Use what I picked \(2 of 2\)/ }));
  leave();
  const fields = { phone: 'clio', city: 'highlevel' };
  expect(answers()).toEqual([{ key: conflict().key, answer: { offer: 'keep-both', fields } }]);
});

test('only what differs between two values is marked', async () => {
  await open([conflict()]);
  const cell = screen.getByRole('row', { name: /Phone/ });
  expect([...cell.querySelectorAll('mark')].map((one) => one.textContent)).toEqual(['0142', '0199']);
});

test('each candidate carries its reasons and its own button', async () => {
  const { user } = await open([match]);
  const people = within(screen.getByRole('list', { name: 'Who it could be' }));
  expect(people.getByText('same phone')).toBeTruthy();
  expect(people.getByText('birthday differs')).toBeTruthy();
  await user.click(people.getAllByRole('button')[1]!);
  leave();
  expect(answers()).toEqual([{ key: match.key, answer: { offer: 'link', id: 'dk2' } }]);
});

test('a held text is shown whole, with the words that held it', async () => {
  const { user } = await open([approval]);
  expect(screen.getByText('privileged', { selector: 'mark' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Never push/ }));
  leave();
  expect(answers()).toEqual([{ key: approval.key, answer: { offer: 'never' } }]);
});

test.each([
  ['a vanished record is linked to its survivor', vanished, /Link to this one/, { offer: 'relink', id: '905' }],
  ['a matter is chosen for a task', where, /00401 Sale of a house/, { offer: 'choose', id: '2' }],
  ['two people stay two', duplicate, /Not the same person/, { offer: 'not-same' }],
])('%s', async (_name, ask, button, answer) => {
  const { user } = await open([ask]);
  await user.click(screen.getByRole('button', { name: button }));
  leave();
  expect(answers()).toEqual([{ key: ask.key, answer }]);
});

test('merging opens both records in their system', async () => {
  const opened = vi.spyOn(window, 'open').mockReturnValue(null);
  const { user } = await open([duplicate]);
  await user.click(screen.getByRole('button', { name: /Open both to merge/ }));
  expect(opened.mock.calls.map(([url]) => url)).toEqual(['https://app.gohighlevel.com/a', 'https://app.gohighlevel.com/b']);
});

test('a write that stopped says what the vendor said, and is tried again or discarded', async () => {
  const { user } = await open([], [stuck(), stuck({ id: 42, label: 'Second' })]);
  expect(screen.getByText('They said: 502 Bad Gateway')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Try again/ }));
  await user.click(await screen.findByRole('button', { name: /Discard/ }));
  leave();
  expect(background.sent('write.retry')).toEqual([{ writeId: 41 }]);
  expect(background.sent('write.drop')).toEqual([{ writeId: 42 }]);
});

test('a contact that is there already is linked instead of made, and only then the write is dropped', async () => {
  const error = { code: 'duplicate-contact', facts: { existingId: 'hlX' } } as const;
  background.answer('people.act', { done: [{ link: 'x', name: 'x', state: 'done', acts: [] }] });
  const { user } = await open([], [stuck({ op: 'highlevel.contact.create', error })]);
  await user.click(screen.getByRole('button', { name: /Link the one that is there/ }));
  leave();
  await waitFor(() => expect(background.sent('write.drop')).toEqual([{ writeId: 41 }]));
  expect(background.sent('people.act')).toEqual([{ act: 'link', links: [stuck().link], highlevelId: 'hlX' }]);
});

test('a refused answer comes back with its reason', async () => {
  background.refuse('ask.answer', 'writing-off');
  const { user } = await open([conflict(), match]);
  await user.click(screen.getByRole('button', { name: /Take Clio’s/ }));
  leave();
  expect(await screen.findByText('Not done: Marisol Ortega-Whitfield')).toBeTruthy();
  expect(screen.getByText(/Writing is off/)).toBeTruthy();
  await waitFor(() => expect(options()).toHaveLength(2));
});

test('when all is decided the page says so', async () => {
  background.answer('asks.view', asksView([]));
  openConsole(everyday());
  expect(await screen.findByText('Nothing needs you')).toBeTruthy();
});

test('HTML in a question is text', async () => {
  const evil = '<img src=x onerror="globalThis.hit = 1">';
  await open([conflict({ label: evil, fields: [{ id: evil, clio: evil, highlevel: 'x' }] })]);
  expect(document.querySelector('img')).toBeNull();
});
