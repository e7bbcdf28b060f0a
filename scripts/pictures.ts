import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox } from '../sandbox/server.ts';
import { startHarness } from './browser/harness.ts';
import { ensureBrowser } from './browser/install.ts';
import { ensureBuilt, ROOT } from './build-extension.ts';
import { PLACES } from './pages/places.ts';
import { playPages } from './pages/play.ts';
import { PICTURES_DIR } from './pages/walk.ts';

// `npm run pictures`: plays the tour and walks every page in Chromium, and keeps the pictures that README and docs show.
const KEPT: Record<string, string> = {
  'tour/02-connect-clio.png': 'connections.png',
  'tour/03-show-linked-contact.png': 'contact.png',
  'tour/04-show-matter-client.png': 'matter.png',
  'tour/candidates.png': 'choose.png',
  'tour/08-push-task.png': 'push-task.png',
};
const PANELS = [
  'contact',
  'tasks',
  'notes',
  'appointments',
  'activity',
  'choose',
  'none',
  'review',
  'loading',
  'error',
  'signed-out',
];
/** Not everyday, and telling. */
const STATES = ['signed-out-home', 'offline-home', 'refused', 'dialog-edit', 'dialog-template', 'dialog-erase', 'failed-people'];
/** Each in both themes, by the names of docs/console.md. */
const keepBoth = (shown: string, kept: string): void => {
  KEPT[`pictures/${shown}-light.png`] = `${kept}.png`;
  KEPT[`pictures/${shown}-dark.png`] = `${kept}-dark.png`;
};
for (const { name } of PLACES) keepBoth(name, `console-${name}`);
for (const name of STATES) keepBoth(name, `console-${name}`);
for (const name of PANELS) keepBoth(`panel-${name}`, `panel-${name}`);

execFileSync(process.execPath, ['scripts/start.mjs', '--headless', '--browser', 'chromium'], { cwd: ROOT, stdio: 'inherit' });
const sandbox = await startSandbox({ strictLimits: false });
const path = ensureBrowser('chromium');
const harness = await startHarness({ kind: 'chromium', path, extension: await ensureBuilt('chromium'), reach: sandbox });
const { console: onPages, panel, states, said } = await playPages({ harness, sandbox }, PICTURES_DIR);
await harness.close();
await sandbox.close();
for (const fault of [...onPages, ...panel, ...states, ...said]) console.error(fault);

const kept = join(ROOT, 'docs/pictures');
mkdirSync(kept, { recursive: true });
for (const [from, to] of Object.entries(KEPT)) copyFileSync(join(ROOT, '.output', from), join(kept, to));
