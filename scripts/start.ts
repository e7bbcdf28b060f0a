import { startSandbox } from '../sandbox/server.ts';
import { readArguments } from './arguments.ts';
import { startHarness } from './browser/harness.ts';
import { ensureBrowser } from './browser/install.ts';
import { ensureBuilt } from './build-extension.ts';
import { connectForPerson } from './tour/connect.ts';
import { playTour } from './tour/play.ts';
import { writeReport } from './tour/report.ts';

// `npm start`: the sandbox and a browser with the extension connected to it, for a person; `-- --headless` plays the tour instead.
const { browser: kind, headless } = readArguments(process.argv.slice(2));
const path = ensureBrowser(kind);
console.log(`Building the extension for ${kind} …`);
const extension = await ensureBuilt(kind);
const sandbox = await startSandbox({ ledgerFile: process.env.SANDBOX_LEDGER || undefined });
const harness = await startHarness({ kind, path, extension, reach: sandbox, headless });

let ended = false;
const end = async (code: number) => {
  if (ended) return;
  ended = true;
  await harness.close();
  await sandbox.close();
  process.exit(code);
};
process.on('SIGINT', () => end(130));
process.on('SIGTERM', () => end(143));

try {
  if (headless) {
    const report = await playTour({ harness, sandbox });
    writeReport(report);
    await end(report.ok ? 0 : 1);
  } else {
    await connectForPerson({ harness, sandbox });
    console.log(
      `Connected to the sandbox. Control door: http://127.0.0.1:${sandbox.controlPort}/{verb}. Close the browser or press Ctrl-C to end.`,
    );
    harness.running().browser.once('disconnected', () => end(0));
  }
} catch (error) {
  console.error(error);
  await end(1);
}
