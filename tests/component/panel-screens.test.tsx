// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Panel } from '../../components/panel/Panel.tsx';
import type { PanelView, Screen } from '../../lib/model/panel.ts';
import { act, CANDIDATES, CREATE, LOCATION, NOW, personView, view, waiting } from './fixtures.ts';
import { acts, background, resetBackground } from './panel-background.ts';
import { NONCE, show } from './panel-stage.tsx';

vi.mock('../../lib/messages/send.ts', () => import('./panel-background.ts'));

beforeEach(resetBackground);
afterEach(cleanup);

const SCREENS: Record<Screen['kind'], PanelView> = {
  'not-record': view({ kind: 'not-record' }),
  'not-connected': view({ kind: 'not-connected', missing: ['clio', 'highlevel'] }),
  connecting: view({ kind: 'connecting', system: 'clio' }),
  hint: view({
    kind: 'hint',
    hint: { name: 'David Kim', emails: ['d@kim.example'], phones: ['(416) 555-0198'] },
    candidates: CANDIDATES,
    location: LOCATION,
  }),
  pair: view({
    kind: 'pair',
    clio: { id: 'clio:us:1', name: 'Harbour LLP' },
    locations: [LOCATION, { id: 'highlevel:loc2', name: 'Toronto' }],
  }),
  loading: view({ kind: 'loading', name: 'David Kim' }),
  company: view({ kind: 'company', name: 'Kim Dental Inc.' }),
  deleted: view({ kind: 'deleted', system: 'highlevel', name: 'David Kim', highlevelId: 'c1' }),
  reconnect: view(
    { kind: 'reconnect', system: 'highlevel', connection: LOCATION, reason: 'signed-out', since: NOW - 600_000 },
    { waiting: [waiting(1, { label: 'Call back' }), waiting(2, { op: 'highlevel.note.create', label: 'David Kim' })] },
  ),
  choose: view({ kind: 'choose', name: 'David Kim', location: LOCATION, candidates: CANDIDATES, create: CREATE }),
  none: view({
    kind: 'none',
    name: 'David Kim',
    location: LOCATION,
    reasons: [{ code: 'no-same-email', tone: 'warn' }],
    create: CREATE,
  }),
  person: personView(),
  error: view({ kind: 'error', code: 'server-error', system: 'highlevel' }),
};

const TITLES: Record<Screen['kind'], string> = {
  'not-record': 'Open a contact or a matter',
  'not-connected': 'Connect Clio and HighLevel first',
  connecting: 'Connecting Clio…',
  hint: 'Clio is not connected',
  pair: 'Which HighLevel location goes with Harbour LLP?',
  loading: 'Loading David Kim',
  company: 'This is a company',
  deleted: 'This record was deleted in HighLevel',
  reconnect: 'HighLevel needs you to sign in again',
  choose: 'Which of these is your client?',
  none: 'Nobody in HighLevel matches',
  person: 'Marisol Ortega-Whitfield',
  error: 'This could not be shown',
};

describe.each(Object.keys(SCREENS) as Screen['kind'][])('the screen “%s”', (kind) => {
  test('says what it is about', async () => {
    await show(SCREENS[kind]);
    expect(screen.getByText(TITLES[kind])).toBeTruthy();
  });

  test('has nothing that axe objects to', async () => {
    const { container } = await show(SCREENS[kind]);
    expect(await objections(container)).toEqual([]);
  });
});

test.each(['Tasks', 'Notes', 'Appointments', 'Activity'])(
  'axe has nothing against the tab “%s”, nor against the review',
  async (tab) => {
    const { container, user } = await show(personView({}, { acts: [act()], waiting: [waiting(1)] }));
    await user.click(screen.getByRole('button', { name: 'Review' }));
    expect(await objections(container)).toEqual([]);
    await user.click(screen.getAllByRole('button', { name: 'Cancel' })[0]!);
    await user.click(screen.getByRole('tab', { name: new RegExp(`^${tab}`) }));
    expect(await objections(container)).toEqual([]);
  },
);

/** Colours can't be judged without a layout; the test's own page has no landmarks. */
async function objections(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe('the gate', () => {
  test('shows and asks nothing before the greeting is accepted', async () => {
    let accept = () => {};
    background.hold = new Promise((done) => {
      accept = done;
    });
    const onView = vi.fn(async () => personView());
    background.onView = onView;
    const { container } = render(<Panel nonce={NONCE} />);
    await new Promise((done) => setTimeout(done, 20));
    expect(container.innerHTML).toBe('');
    expect(onView).not.toHaveBeenCalled();
    expect(background.sent).toEqual([{ type: 'panel.hello', payload: { nonce: NONCE } }]);
    accept();
    expect(await screen.findByText('Marisol Ortega-Whitfield')).toBeTruthy();
  });

  test('says one plain line and asks nothing when it is refused, and the nonce is forgotten', async () => {
    background.refusals.set('panel.hello', { code: 'not-allowed' });
    const onView = vi.fn(async () => personView());
    background.onView = onView;
    const greeted = vi.fn();
    const { container } = render(<Panel nonce={NONCE} onGreeted={greeted} />);
    await waitFor(() => expect(container.textContent).toBe('This panel only works inside of Clio, opened by Rankr.'));
    expect(onView).not.toHaveBeenCalled();
    expect(greeted).toHaveBeenCalledOnce();
  });
});

describe('the acts of the screens', () => {
  test('a candidate is linked only after one was chosen', async () => {
    const { user } = await show(SCREENS.choose);
    expect((screen.getByRole('button', { name: 'Choose one to link' }) as HTMLButtonElement).disabled).toBe(true);
    expect(screen.getAllByRole('radio').filter((one) => (one as HTMLInputElement).checked)).toEqual([]);
    await user.click(screen.getByRole('radio', { name: 'David Kim Jr.' }));
    await user.click(screen.getByRole('button', { name: 'Link David Kim Jr.' }));
    expect(acts()).toEqual([{ type: 'link.set', payload: { key: 'us:contact:11', highlevelId: 'c2' } }]);
  });

  test('none of them shows what would be created, and creates it', async () => {
    const { user } = await show(SCREENS.choose);
    await user.click(screen.getByRole('button', { name: 'None of these, create in HighLevel…' }));
    expect(screen.getByText('david.kim@mail.example')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Create in HighLevel · 5 fields' }));
    expect(acts()).toEqual([{ type: 'contact.create', payload: { key: 'us:contact:11' } }]);
  });

  test('a location is paired', async () => {
    const { user } = await show(SCREENS.pair);
    await user.click(screen.getByRole('radio', { name: 'Toronto' }));
    await user.click(screen.getByRole('button', { name: 'Use Toronto' }));
    expect(acts()).toEqual([{ type: 'location.pair', payload: { key: 'us:contact:11', highlevel: 'highlevel:loc2' } }]);
  });

  test('reconnecting tells what waits', async () => {
    const { user } = await show(SCREENS.reconnect);
    const list = screen.getByRole('region', { name: 'Waiting' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText(/2 writes are waiting here/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Reconnect' }));
    await user.click(screen.getByRole('button', { name: 'Details' }));
    expect(acts()).toEqual([
      { type: 'connection.reconnect', payload: { id: LOCATION.id } },
      { type: 'console.open', payload: {} },
    ]);
  });

  test('a sign-in that failed says why on the screen that asked for it', async () => {
    await show(
      view({
        kind: 'reconnect',
        system: 'clio',
        connection: LOCATION,
        reason: 'refresh-refused',
        since: NOW - 600_000,
        failed: 'sign-in-cancelled',
      }),
    );
    expect(screen.getByText(/The sign-in window was closed/)).toBeTruthy();
  });

  test('with several locations it says why Clio comes first', async () => {
    await show(view({ kind: 'not-connected', missing: ['clio'], several: true }));
    expect(screen.getByText('Connect Clio first')).toBeTruthy();
    expect(screen.getByText(/only Clio can tell which of them this record belongs to/)).toBeTruthy();
  });

  test('a deleted contact can be let go to look again', async () => {
    const { user } = await show(SCREENS.deleted);
    await user.click(screen.getByRole('button', { name: 'Look again' }));
    expect(acts()).toEqual([{ type: 'link.remove', payload: { key: 'us:contact:11' } }]);
  });

  test('the hint offers nothing to choose or push', async () => {
    await show(SCREENS.hint);
    expect(screen.queryAllByRole('radio')).toEqual([]);
    expect(screen.queryAllByRole('button').map((one) => one.getAttribute('aria-label') ?? one.textContent)).toEqual([
      'More',
      'Connect Clio',
    ]);
  });
});
