// Plain JavaScript on purpose: this runs on whatever Node the machine has, before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const STAMP = join(ROOT, 'node_modules/.rankr-lock-hash');
const LOCAL_NODE = join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Stops with plain words where Node is too old even for the set-up. */
export function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 20) return;
  console.error(`Rankr needs Node 20 or newer to set itself up (this is ${process.versions.node}). See https://nodejs.org`);
  process.exit(1);
}

/** `npm ci` when node_modules is absent or does not come from this lockfile. */
export function ensurePackages() {
  const hash = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(LOCAL_NODE) && isFrom(hash)) return;
  console.log('Installing the packages of package-lock.json (npm ci) …');
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm, 'ci', '--loglevel=error']] : ['npm', ['ci', '--loglevel=error']];
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: !npm && process.platform === 'win32' });
  if (status !== 0) {
    console.error('npm ci failed; nothing was started.');
    process.exit(1);
  }
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, hash);
}

// Packages put there by a person's own `npm ci` carry npm's copy of the lockfile, newer than ours.
function isFrom(hash) {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return true;
  const copy = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(copy)) return false;
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  const present = packagesOf(copy);
  // Optional ones are for other systems and may be absent.
  const missing = Object.keys(wanted).filter((path) => !present[path] && !wanted[path].optional);
  return missing.length === 0 && Object.keys(present).every((path) => wanted[path]?.version === present[path].version);
}

function packagesOf(file) {
  const { '': _root, ...packages } = JSON.parse(readFileSync(file, 'utf8')).packages;
  return packages;
}

/** Runs a script of the project under the Node it declares (24), with the same arguments; ends with its exit code. */
export function underDeclaredNode(script, args) {
  const bin = join(ROOT, 'node_modules/.bin');
  const separator = process.platform === 'win32' ? ';' : ':';
  const env = { ...process.env, PATH: `${bin}${separator}${process.env.PATH ?? ''}` };
  const { status, signal } = spawnSync(LOCAL_NODE, [join(ROOT, script), ...args], { cwd: ROOT, stdio: 'inherit', env });
  process.exit(signal ? 1 : (status ?? 1));
}
