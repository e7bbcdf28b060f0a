// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import type { SyncPairView, SyncView } from '../../lib/model/console-sync.ts';
import { SYNC_ENTITIES, type SyncChoice } from '../../lib/model/sync.ts';
import { background, openConsole } from './console-background.tsx';
import { everyday, NOW } from './console-fixtures.ts';
import { contactsBoth, PREVIEW, pairOf } from './mappings-fixtures.ts';

vi.mock('../../lib/messages/send.ts', () => import('./console-background.tsx'));
afterEach(background.reset);

async function open(pairs: SyncPairView[], writing: SyncView['writing'] = { clio: true, highlevel: true }) {
  background.answer('sync.view', { now: NOW, writing, pairs });
  background.answer('sync.preview', PREVIEW);
  location.hash = '#/mappings';
  const opened = openConsole(everyday());
  await screen.findByRole('heading', { level: 1, name: 'Mappings' }, { timeout: 5000 });
  return opened;
}

const sentChoice = (): SyncChoice => (background.sent('sync.set').at(-1) as { choice: SyncChoice }).choice;

test('without a pair it says what to do first', async () => {
  await open([]);
  expect((await screen.findByRole('link', { name: 'Open Connections' })).getAttribute('href')).toBe('#/connections');
});

test('sync cannot be switched on while nothing is chosen; a chosen direction is saved as it reads', async () => {
  const { user } = await open([pairOf()]);
  const master = await screen.findByRole<HTMLButtonElement>('switch', { name: /Two-way sync/ });
  expect(master.disabled).toBe(true);
  const ways = screen.getByRole('group', { name: 'Direction of Tasks' });
  await user.click(within(ways).getByRole('radio', { name: 'Clio → HighLevel' }));
  expect(master.disabled).toBe(false);
  await user.click(screen.getByRole('checkbox', { name: 'Make new Tasks on the other side too' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(sentChoice().entities.task).toEqual({ direction: 'to-highlevel', policy: 'ask', create: true, fields: {} });
  expect(sentChoice().on).toBe(false);
});

test('switching on asks first, says what happens and what never does, and sends the choices with it', async () => {
  const { user } = await open([pairOf(contactsBoth)], { clio: false, highlevel: true });
  await user.click(await screen.findByRole('switch', { name: /Two-way sync/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('Contacts: Both ways')).toBeTruthy();
  expect(dialog.getByText(/All linked people \(1,284\) are read again/)).toBeTruthy();
  expect(dialog.getByText('Nothing is made on the other side for records that exist today.')).toBeTruthy();
  expect(dialog.getByText(/Nothing is written to Clio until writing is switched on/)).toBeTruthy();
  expect(background.sent('sync.set')).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Switch on' }));
  expect(sentChoice()).toMatchObject({ on: true, entities: { contact: { direction: 'both' } } });
});

test('a refused switch stays in the dialog with its reason', async () => {
  background.refuse('sync.set', 'storage-full');
  const { user } = await open([pairOf(contactsBoth)]);
  await user.click(await screen.findByRole('switch', { name: /Two-way sync/ }));
  await user.click(await screen.findByRole('button', { name: 'Switch on' }));
  expect(await within(screen.getByRole('dialog')).findByRole('alert')).toBeTruthy();
});

test('a field of its own is chosen in the table, and following again takes the choice away', async () => {
  const { user } = await open([pairOf(contactsBoth)]);
  await user.click(await screen.findByRole('button', { name: 'Fields of Contacts' }));
  const policy = screen.getByRole('combobox', { name: 'When both changed, E-mail' });
  await user.selectOptions(policy, 'Clio wins');
  await user.click(screen.getByRole('checkbox', { name: 'Fill E-mail in again when somebody cleared it' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(sentChoice().entities.contact.fields).toEqual({ email: { policy: 'clio', refill: true } });
  await user.selectOptions(policy, 'As above');
  await user.click(screen.getByRole('checkbox', { name: 'Fill E-mail in again when somebody cleared it' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull());
});

test('users of one name are paired with one click', async () => {
  const { user } = await open([pairOf()]);
  await user.click(await screen.findByRole('button', { name: 'Pair them' }));
  await user.selectOptions(screen.getByLabelText('Tasks of others go to'), 'Tomás Rivera');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(sentChoice()).toMatchObject({ users: [{ clio: '1', highlevel: 'u1' }], assignee: '2' });
});

test('a custom field is added beside a tag or a field, with a warning of what it cannot hold', async () => {
  const { user } = await open([pairOf(contactsBoth)]);
  await user.click(await screen.findByRole('button', { name: 'Add a field' }));
  await user.selectOptions(screen.getByLabelText('Clio field'), '902');
  await user.selectOptions(screen.getByLabelText('In HighLevel'), 'cf1');
  expect(screen.getByText('Several lines go into one line')).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('Clio field'), '901');
  await user.selectOptions(screen.getByLabelText('In HighLevel'), 'A tag…');
  await user.type(screen.getByLabelText('Tag'), 'VIP');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(sentChoice().extras).toEqual([
    {
      id: 'x.vip',
      name: 'VIP',
      kind: 'flag',
      clio: { fieldId: '901' },
      highlevel: { tag: 'vip' },
      direction: 'both',
      policy: 'ask',
    },
  ]);
});

test('a small start names its people, out of all linked ones, and how many new ones a day', async () => {
  const { user } = await open([pairOf()]);
  await user.click(await screen.findByRole('switch', { name: 'Small start' }));
  background.answer('people.view', {
    now: NOW,
    count: 100_000,
    rows: [
      {
        id: '90102',
        name: 'Wanda Kim',
        kind: 'person',
        links: ['us:77|90102|loc1'],
        url: 'https://app.clio.com/',
        changedAt: NOW,
      },
    ],
  });
  await user.type(screen.getByLabelText('Find by name, e-mail or phone'), 'wanda');
  await user.click(await screen.findByRole('button', { name: 'Wanda Kim' }));
  expect(background.sent('people.view').at(-1)).toEqual({ system: 'clio', account: 'us:77', query: 'wanda', show: 'linked' });
  expect(screen.getByRole('list', { name: 'These people' }).textContent).toContain('Wanda Kim');
  await user.clear(screen.getByLabelText('Find by name, e-mail or phone'));
  await user.click(screen.getByRole('button', { name: 'David Kim' }));
  await user.type(screen.getByLabelText('New people a day, at most'), '5');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(sentChoice().pilot).toEqual({ on: true, people: ['90102', '102'], perDay: 5 });
});

test('saving keeps what the guard was told elsewhere meanwhile', async () => {
  const { user } = await open([pairOf(contactsBoth)]);
  await user.selectOptions(await screen.findByRole('combobox', { name: 'When both changed, Contacts' }), 'Clio wins');
  const matters = { 12: { notes: true } };
  background.answer('sync.view', {
    now: NOW,
    writing: { clio: true, highlevel: true },
    pairs: [pairOf((one) => ({ ...contactsBoth(one), privilege: { matters } }))],
  });
  background.changed();
  await waitFor(async () => {
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(sentChoice().privilege).toEqual({ matters });
  });
  expect(sentChoice().entities.contact.policy).toBe('clio');
});

test('sources say their trouble, and everybody is compared on a click while it is on', async () => {
  const { user } = await open([pairOf((one) => ({ ...contactsBoth(one), on: true, since: NOW }))]);
  const table = await screen.findByRole('table', { name: 'Reading both systems' });
  expect(within(table).getByRole('row', { name: /Contacts Clio .*1 min ago/ })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Compare everybody now' }));
  expect(background.sent('reconcile.run')).toEqual([{ clio: 'clio:us:77' }]);
});

test('axe finds nothing, with everything open and with nothing there', async () => {
  const on = (choice: SyncChoice): SyncChoice => {
    const next = { ...choice, on: true, pilot: { on: true, people: ['101'] }, dnd: { id: '901', variant: 'checkbox' as const } };
    for (const entity of SYNC_ENTITIES) next.entities[entity] = { ...next.entities[entity], direction: 'both' };
    return next;
  };
  const { user } = await open([pairOf(on)]);
  await user.click(await screen.findByRole('button', { name: 'Fields of Contacts' }));
  await user.click(screen.getByRole('button', { name: 'Add a field' }));
  await screen.findByRole('list', { name: 'Contacts' });
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 150)).join(' | ')}`)).toEqual([]);
}, 20_000);
