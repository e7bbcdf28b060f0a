import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { BROWSERS } from './browser/find.ts';
import { ensureBrowser } from './browser/install.ts';
import { ensureBuilt, ROOT } from './build-extension.ts';

// `npm test`: both browsers, both builds, every test. Further arguments go to Vitest.
for (const kind of BROWSERS) {
  try {
    console.log(`${kind}: ${ensureBrowser(kind)}`);
  } catch (error) {
    // The end-to-end tests say it again and fail, unless the person asked for them to be skipped.
    console.error((error as Error).message);
  }
  await ensureBuilt(kind);
}
const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
process.exit(status ?? 1);
