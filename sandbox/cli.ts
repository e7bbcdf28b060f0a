import { CLIO_TOKEN_US } from './clio/credentials.ts';
import { HL_PIT_FULL } from './highlevel/credentials.ts';
import { startSandbox } from './server.ts';
import { MAIN_LOCATION } from './world/firm.ts';

// `npm run sandbox`: both systems on plain HTTP. The first line on stdout is one JSON object for a script to read; the rest is for people.
const port = (name: string) => Number(process.env[name] ?? 0);

const sandbox = await startSandbox({
  plain: { highlevelPort: port('SANDBOX_HIGHLEVEL_PORT'), clioPort: port('SANDBOX_CLIO_PORT') },
  controlPort: port('SANDBOX_CONTROL_PORT'),
  ledgerFile: process.env.SANDBOX_LEDGER || undefined,
  strictLimits: process.env.SANDBOX_LIMITS !== 'off',
});

console.log(
  JSON.stringify({
    highlevel: { baseUrl: sandbox.plain?.highlevel, token: HL_PIT_FULL, locationId: MAIN_LOCATION },
    clio: { baseUrl: sandbox.plain?.clio, token: CLIO_TOKEN_US },
  }),
);
console.log(`Control door: http://127.0.0.1:${sandbox.controlPort}/{verb} (see sandbox/README.md). Stop with Ctrl-C.`);

let closing = false;
const stop = async () => {
  if (closing) return;
  closing = true;
  await sandbox.close();
  process.exit(0);
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
