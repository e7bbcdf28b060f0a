import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

// `npm run pictures`: plays the tour in Chromium and keeps the pictures that README and docs show.
const ROOT = join(import.meta.dirname, '..');
const KEPT = {
  '02-connect-clio.png': 'connections.png',
  '03-show-linked-contact.png': 'contact.png',
  '04-show-matter-client.png': 'matter.png',
  'candidates.png': 'choose.png',
  '08-push-task.png': 'push-task.png',
  ...Object.fromEntries(
    ['home', 'needs-you', 'people', 'rules', 'activity', 'mappings', 'catalogue', 'privacy', 'settings', 'guide'].map((page) => [
      `console-${page}.png`,
      `console-${page}.png`,
    ]),
  ),
};

execFileSync(process.execPath, ['scripts/start.mjs', '--headless', '--browser', 'chromium'], { cwd: ROOT, stdio: 'inherit' });
mkdirSync(join(ROOT, 'docs/pictures'), { recursive: true });
for (const [from, to] of Object.entries(KEPT)) copyFileSync(join(ROOT, '.output/tour', from), join(ROOT, 'docs/pictures', to));
