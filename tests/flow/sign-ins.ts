import { CLIO_APP } from '../../sandbox/clio/credentials.ts';
import type { AppWorld } from './app-world.ts';

/** Both systems by OAuth, so that tokens end and are refreshed; their rights are checked to the end. */
export async function signInToBoth(world: AppWorld): Promise<void> {
  const connections = async () => (await world.say('console', 'connections.view', {})).connections;
  await world.signInToHighLevel();
  await world.until(async () => (await connections())[0]?.rights, 'HighLevel');
  const { clientId, clientSecret } = CLIO_APP;
  await world.say('console', 'connection.sign-in', { system: 'clio', region: 'us', clientId, clientSecret });
  await world.until(async () => (await connections()).length === 2, 'Clio');
  await world.until(async () => (await connections()).every((one) => one.rights), 'both checks');
}
