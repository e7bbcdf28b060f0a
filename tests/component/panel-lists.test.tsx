// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NOTES, PERSON, personView, TASKS } from './fixtures.ts';
import { acts, resetBackground } from './panel-background.ts';
import { change, show } from './panel-stage.tsx';

vi.mock('../../lib/messages/send.ts', () => import('./panel-background.ts'));

beforeEach(resetBackground);
afterEach(cleanup);

const key = 'us:contact:11';
const button = (name: string | RegExp) => screen.getByRole('button', { name });

async function open(tab: string, person: Parameters<typeof personView>[0] = {}) {
  const shown = await show(personView(person));
  await shown.user.click(screen.getByRole('tab', { name: new RegExp(`^${tab}`) }));
  return shown;
}

describe('tasks', () => {
  test('stand in their groups, due in words, overdue marked', async () => {
    await open('Tasks');
    const titles = (group: string) =>
      [...screen.getByRole('region', { name: group }).querySelectorAll('.row-title')].map((one) => one.textContent);
    expect(titles('In Clio, not in HighLevel')).toEqual(['Request medical records', 'Draft parenting plan']);
    expect(titles('Both')).toEqual(['Send retainer agreement']);
    expect(titles('Only in HighLevel')).toEqual(['Call back about the intake form']);
    expect(titles('Done')).toEqual(['Conflict check']);
    expect(screen.getByText('Overdue · Fri 20 Nov')).toBeTruthy();
    expect(screen.getByText('Tomorrow, 10:30')).toBeTruthy();
    expect(screen.getByText(/Ortega v\. Whitfield/)).toBeTruthy();
  });

  test('ticking completes the HighLevel task, unticking reopens it', async () => {
    const { user } = await open('Tasks');
    await user.click(screen.getByRole('checkbox', { name: 'Complete Send retainer agreement' }));
    await user.click(screen.getByRole('checkbox', { name: 'Reopen Conflict check' }));
    expect(acts().map(({ payload }) => payload)).toEqual([
      { key, taskId: 'hlTask3', completed: true },
      { key, taskId: 'hlTask5', completed: false },
    ]);
  });

  test('a plain task is pushed at once', async () => {
    const { user } = await open('Tasks');
    await user.click(button('Push task Request medical records'));
    expect(acts()).toEqual([{ type: 'task.push', payload: { key, taskIds: ['101'], held: false } }]);
  });

  test('a private task asks first, and no is no', async () => {
    const { user } = await open('Tasks');
    await user.click(button('Push task Draft parenting plan'));
    const asked = within(screen.getByRole('dialog', { name: 'This task may be privileged' }));
    await user.click(asked.getAllByRole('button', { name: 'Cancel' }).at(-1)!);
    expect(acts()).toEqual([]);
    await user.click(button('Push task Draft parenting plan'));
    await user.click(button('Push it'));
    expect(acts()).toEqual([{ type: 'task.push', payload: { key, taskIds: ['102'], held: true } }]);
  });

  test('pushing all offers to leave the private ones out', async () => {
    const { user } = await open('Tasks');
    await user.click(button('Push all 2'));
    await user.click(button('Push the other one'));
    expect(acts()).toEqual([{ type: 'task.push', payload: { key, taskIds: ['101'], held: false } }]);
  });

  test('a task is added, due tomorrow unless said otherwise', async () => {
    const { user } = await open('Tasks');
    await user.click(button('Task in HighLevel'));
    await user.click(button('Add task'));
    expect(screen.getByText('Say what is to be done.')).toBeTruthy();
    expect(acts()).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Task' }), 'Call the registry');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Assign to' }), 'Priya Nair');
    await user.click(button('Add task'));
    expect(acts()).toEqual([
      { type: 'task.add', payload: { key, title: 'Call the registry', due: '2026-11-23', assignedTo: 'u2' } },
    ]);
  });

  test('the keyboard keeps its place when the pushed task moves to another group', async () => {
    await open('Tasks');
    button('Push task Request medical records').focus();
    const moved = { ...TASKS[0]!, state: 'same' as const, highlevel: { ...TASKS[0]!.clio!, id: 'hlTask1' } };
    await change(personView({ tasks: [moved, ...TASKS.slice(1)] }));
    expect(document.activeElement).toBe(screen.getByRole('tabpanel'));
  });

  test('an unread part is said, not shown as empty', async () => {
    await open('Tasks', { tasks: [], unread: ['tasks'] });
    expect(screen.getByText('HighLevel’s tasks could not be read just now.'.replace('’', "'"))).toBeTruthy();
    expect(screen.queryByText('No tasks')).toBeNull();
  });
});

describe('notes', () => {
  test('a long one is folded, and unfolds', async () => {
    const { user } = await open('Notes');
    const note = within(screen.getByRole('article', { name: 'Strategy' }));
    const long = NOTES[1]!.text;
    expect(note.queryByText(long, { normalizer: (text) => text })).toBeNull();
    await user.click(note.getByRole('button', { name: 'More' }));
    expect(note.getByText(long, { normalizer: (text) => text })).toBeTruthy();
  });

  test('a matter’s note asks first, naming the matter', async () => {
    const { user } = await open('Notes');
    await user.click(
      within(screen.getByRole('article', { name: 'Strategy' })).getByRole('button', { name: 'Push note to HighLevel' }),
    );
    expect(screen.getByText(/It belongs to the matter 00012-Ortega/)).toBeTruthy();
    await user.click(button('Push it'));
    expect(acts()).toEqual([{ type: 'note.push', payload: { key, noteId: '201', held: true } }]);
  });

  test('a contact’s note is pushed at once', async () => {
    const { user } = await open('Notes');
    await user.click(
      within(screen.getByRole('article', { name: 'Intake call' })).getByRole('button', { name: 'Push note to HighLevel' }),
    );
    expect(acts()).toEqual([{ type: 'note.push', payload: { key, noteId: '202', held: false } }]);
  });

  test('a note is added', async () => {
    const { user } = await open('Notes');
    await user.click(button('Note in HighLevel'));
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Left a message.');
    await user.click(button('Add note'));
    expect(acts()).toEqual([{ type: 'note.add', payload: { key, text: 'Left a message.' } }]);
  });

  test('HTML is text, and only safe addresses are links', async () => {
    const text =
      '<img src=x onerror="alert(1)"> <b>bold</b> javascript:alert(1) https://a.example/x?y=(1). http://no.example mailto:a@b.example';
    const { container } = await open('Notes', { notes: [{ ...NOTES[0]!, text }] });
    expect(container.querySelector('.text')?.textContent).toBe(text);
    expect(container.querySelector('img, b, script')).toBeNull();
    const links = screen.getAllByRole('link') as HTMLAnchorElement[];
    expect(links.map((one) => one.getAttribute('href'))).toEqual(['https://a.example/x?y=(1)', 'mailto:a@b.example']);
    expect(links.every((one) => one.rel.includes('noopener') && one.target === '_blank')).toBe(true);
  });
});

describe('tags', () => {
  test('one is removed', async () => {
    const { user } = await show(personView());
    await user.click(button('Remove tag family-law'));
    expect(acts()).toEqual([{ type: 'tag.remove', payload: { key, tags: ['family-law'] } }]);
  });

  test('one is added from the suggestions by keyboard, without those already there', async () => {
    const { user } = await show(personView());
    await user.click(button('+ tag'));
    expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual(['no-show', 'retained', 'referral']);
    await user.type(screen.getByRole('combobox', { name: 'Tag to add' }), 're{ArrowDown}{ArrowDown}{Enter}');
    expect(acts()).toEqual([{ type: 'tag.add', payload: { key, tags: ['referral'] } }]);
  });

  test('a new one is typed', async () => {
    const { user } = await show(personView());
    await user.click(button('+ tag'));
    await user.type(screen.getByRole('combobox'), ' vip {Enter}');
    expect(acts()).toEqual([{ type: 'tag.add', payload: { key, tags: ['vip'] } }]);
  });
});

test('appointments stand as next and past, with their status', async () => {
  await open('Appointments');
  expect(within(screen.getByRole('region', { name: 'Next' })).getByText('Tue 24 Nov, 10:30–11:00')).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Past' })).getByText('no-show')).toBeTruthy();
});

test('HTML in every text of a person is shown as text', async () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  const text = JSON.stringify(PERSON).replaceAll(
    /"(name|title|text|who|matter|clio|highlevel|calendar)":"[^"]*"/g,
    `"$1":${JSON.stringify(evil)}`,
  );
  const { container } = await show(personView(JSON.parse(text)));
  for (const tab of screen.getAllByRole('tab')) {
    fireEvent.click(tab);
    expect(container.querySelector('script, img')).toBeNull();
  }
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(evil);
});
