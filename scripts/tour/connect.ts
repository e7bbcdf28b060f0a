import type { Sandbox } from '../../sandbox/server.ts';
import { cast } from '../../sandbox/world/cast.ts';
import { createConsoleDriver } from '../browser/console-driver.ts';
import type { Harness } from '../browser/harness.ts';
import { contactHash, openClio } from '../browser/panel-driver.ts';
import { FIRM } from './world.ts';

/** Connects both systems through the console, switches writing on, and leaves a Clio contact with the panel open in front. */
export async function connectForPerson({ harness }: { harness: Harness; sandbox: Sandbox }): Promise<void> {
  const desk = createConsoleDriver(harness);
  await desk.connectByToken(FIRM.token);
  await desk.signInToClio(FIRM.clioApp);
  await desk.switchWriting('HighLevel');
  const clio = await openClio(harness, contactHash(cast.marisol.clioId));
  await clio.view();
}
