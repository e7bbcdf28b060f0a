import { send } from '../../lib/messages/send.ts';

/** Not the guide any more for whoever put it aside. */
const isClosed = async (): Promise<boolean> => (await send('settings.view', {})).preferences.guide.split(',').includes('closed');

/** Where a console opened without an address begins: on Home once both systems are connected; before that in the guide, until it is put aside. */
export async function land(location: Location): Promise<void> {
  // Whoever has chosen a page while the answer was on its way stays there.
  const isChosen = () => location.hash.length > 1;
  if (isChosen()) return;
  try {
    const { connections } = await send('connections.view', {});
    const isReady = new Set(connections.map(({ system }) => system)).size > 1;
    const start = isReady ? '#/home' : (await isClosed()) ? '' : '#/guide';
    if (start && !isChosen()) location.replace(start);
  } catch {
    // Whatever keeps the answer from coming is said by the page itself.
  }
}
