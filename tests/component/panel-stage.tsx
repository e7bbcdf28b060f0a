import { act, render, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';
import { Panel } from '../../components/panel/Panel.tsx';
import type { PanelView } from '../../lib/model/panel.ts';
import { background, signal } from './panel-background.ts';

export const NONCE = '0123456789abcdef0123456789abcdef';

/** Mounts the panel on a view and waits until it is painted. */
export async function show(view: PanelView) {
  background.view = view;
  const user = userEvent.setup();
  const shown = render(<Panel nonce={NONCE} />);
  await waitFor(() => expect(shown.container.querySelector('h1')).not.toBeNull());
  return { ...shown, user };
}

/** The background has something new, and says so. */
export async function change(view: PanelView): Promise<void> {
  background.view = view;
  // Longer than the rest between two questions.
  await act(async () => {
    signal({ signal: 'store.changed' });
    await new Promise((done) => setTimeout(done, 70));
  });
}
