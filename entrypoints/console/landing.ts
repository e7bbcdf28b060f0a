import { send } from '../../lib/messages/send.ts';

/** Not the guide any more for whoever put it aside. */
const isClosed = async (): Promise<boolean> => (await send('settings.view', {})).preferences.guide.split(',').includes('closed');

/** Where a console opened without an address begins: on Home once both systems are connected; before that in the guide, until it is put aside. */
export async function land(location: Location): Promise<void> {
  if (location.hash.length > 1) return;
  try {
    const { connections } = await send('connections.view', {});
    if (new Set(connections.map(({ system }) => system)).size > 1) location.replace('#/home');
    else if (!(await isClosed())) location.replace('#/guide');
  } catch {
    // Whatever keeps the answer from coming is said by the page itself.
  }
}
