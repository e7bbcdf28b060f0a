// @vitest-environment happy-dom
import { cleanup, render, screen, act as settle, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Panel } from '../../components/panel/Panel.tsx';
import type { PanelView } from '../../lib/model/panel.ts';
import { CANDIDATES, CREATE, LOCATION, personView, row, view } from './fixtures.ts';
import { acts, background, resetBackground, signal } from './panel-background.ts';
import { change, NONCE, show } from './panel-stage.tsx';

vi.mock('../../lib/messages/send.ts', () => import('./panel-background.ts'));

beforeEach(resetBackground);
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const named = (name: string, key: string): PanelView => personView({ name, highlevelId: `hl-${key}` }, { key });
const ANA = named('Ana', 'us:contact:1');
const BEN = named('Ben', 'us:contact:2');
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('nothing is carried over to another person', () => {
  test('a typed note stays with whom it was typed for', async () => {
    const { user } = await show(ANA);
    await user.click(screen.getByRole('tab', { name: /^Notes/ }));
    await user.click(button('Note in HighLevel'));
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'About Ana only');
    await change(BEN);
    expect(heading()).toBe('Ben');
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(button('Note in HighLevel'));
    expect((screen.getByRole('textbox', { name: 'Note' }) as HTMLTextAreaElement).value).toBe('');
    await change(ANA);
    expect((screen.getByRole('textbox', { name: 'Note' }) as HTMLTextAreaElement).value).toBe('About Ana only');
  });

  test('an open review and its ticks are gone', async () => {
    const { user } = await show(ANA);
    await user.click(button('Review'));
    await user.click(screen.getByRole('checkbox', { name: 'Replace City' }));
    await change(BEN);
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(button('Review'));
    expect((screen.getByRole('checkbox', { name: 'Replace City' }) as HTMLInputElement).checked).toBe(false);
  });

  test('a chosen candidate is not chosen for the next record', async () => {
    const choose = (key: string) =>
      view({ kind: 'choose', name: key, location: LOCATION, candidates: CANDIDATES, create: CREATE }, { key });
    const { user } = await show(choose('us:contact:1'));
    await user.click(screen.getByRole('radio', { name: 'D. Kim' }));
    await change(choose('us:contact:2'));
    expect((screen.getByRole('radio', { name: 'D. Kim' }) as HTMLInputElement).checked).toBe(false);
    expect(button('Choose one to link')).toBeTruthy();
  });

  test('a question asked about one person does not wait for the next', async () => {
    const { user } = await show(ANA);
    await user.click(screen.getByRole('tab', { name: /^Tasks/ }));
    await user.click(button('Push task Draft parenting plan'));
    await change(BEN);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('the person of a matter counts as well', async () => {
    const people = (chosen: string) => ({
      list: [
        { id: '1', name: 'Ana', kind: 'person' as const, role: 'client' },
        { id: '2', name: 'Ben', kind: 'person' as const, role: 'Opposing party' },
      ],
      chosen,
      matter: '00012-Ortega',
    });
    const key = 'us:matter:5';
    const { user } = await show(personView({ name: 'Ana' }, { key, people: people('1') }));
    await user.click(button('Review'));
    await change(personView({ name: 'Ben' }, { key, people: people('2') }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Person of this matter' }), '1');
    expect(acts()).toEqual([{ type: 'person.choose', payload: { key, clioId: '1' } }]);
  });

  test('acts carry the key of the record on screen', async () => {
    const { user } = await show(ANA);
    await change(BEN);
    await user.click(button(/Push contact/));
    expect(acts()).toEqual([{ type: 'contact.push', payload: { key: 'us:contact:2', fields: ['phone'], overwrite: [] } }]);
  });

  test('the tab stays', async () => {
    const { user } = await show(ANA);
    await user.click(screen.getByRole('tab', { name: /^Tasks/ }));
    await change(BEN);
    expect(screen.getByRole('tab', { name: /^Tasks/ }).getAttribute('aria-selected')).toBe('true');
  });
});

describe('answers and questions', () => {
  test('a late answer to an older question does not replace a newer one', async () => {
    const questions: ((view: PanelView) => void)[] = [];
    background.onView = () => new Promise((done) => questions.push(done));
    const answer = (at: number, view: PanelView) =>
      settle(async () => {
        questions[at]!(view);
        await new Promise((done) => setTimeout(done, 10));
      });
    render(<Panel nonce={NONCE} />);
    await waitFor(() => expect(questions).toHaveLength(1));
    signal({ signal: 'panel.subject', tabId: 1 });
    await waitFor(() => expect(questions).toHaveLength(2));
    await answer(1, BEN);
    expect(heading()).toBe('Ben');
    await answer(0, ANA);
    expect(heading()).toBe('Ben');
  });

  test('a burst of signals asks twice, not a hundred times', async () => {
    await show(ANA);
    const onView = vi.fn(async () => BEN);
    background.onView = onView;
    await settle(async () => {
      for (let at = 0; at < 100; at++) signal({ signal: 'store.changed' });
      await new Promise((done) => setTimeout(done, 120));
    });
    expect(onView).toHaveBeenCalledTimes(2);
    expect(heading()).toBe('Ben');
  });

  test('a question that fails keeps what was shown, and says so', async () => {
    await show(ANA);
    background.onView = () => Promise.reject(new Error('gone'));
    await settle(async () => signal({ signal: 'store.changed' }));
    expect(await screen.findByText('Rankr did not answer')).toBeTruthy();
    expect(heading()).toBe('Ana');
  });

  test('a repaint keeps the focus where it is', async () => {
    await show(ANA);
    button(/Push contact/).focus();
    const shown = ANA.screen.kind === 'person' ? ANA.screen.person : undefined;
    await change({
      ...ANA,
      screen: { kind: 'person', person: { ...shown!, fields: [row('phone', '1', undefined), row('city', 'A', undefined)] } },
    });
    expect(document.activeElement?.textContent).toBe('Push contact · 2 changes');
  });
});

test('names of 200 letters and from right to left are shown whole in the title', async () => {
  const name = 'مريم '.repeat(40).trim();
  await show(named(name, 'us:contact:3'));
  const title = screen.getByRole('heading', { level: 1 });
  expect(title.getAttribute('title')).toBe(name);
  expect(title.getAttribute('dir')).toBe('auto');
});
