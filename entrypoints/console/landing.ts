import { send } from '../../lib/messages/send.ts';

/** Where a console opened without an address begins: on Home once both systems are connected, before that where they are connected. */
export async function land(location: Location): Promise<void> {
  if (location.hash.length > 1) return;
  // Whatever keeps the answer from coming is said by the page itself.
  const view = await send('connections.view', {}).catch(() => undefined);
  const systems = new Set(view?.connections.map(({ system }) => system));
  if (systems.size > 1) location.replace('#/home');
}
