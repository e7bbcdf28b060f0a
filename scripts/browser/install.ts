import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type BrowserKind, findBrowser } from './find.ts';

const PACKAGE: Record<BrowserKind, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** Path of the browser, installed first where this machine lets us (Debian as root). Throws with what to do otherwise. */
export function ensureBrowser(kind: BrowserKind): string {
  const found = findBrowser(kind);
  if (found) return found;
  if (canApt()) {
    console.log(`No ${kind} here; installing Debian's ${PACKAGE[kind]} …`);
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', PACKAGE[kind]]);
    const installed = findBrowser(kind);
    if (installed) return installed;
  }
  throw new Error(
    `${kind} is not installed. Install it (Debian: apt-get install ${PACKAGE[kind]}), or set ${kind.toUpperCase()}_PATH to it.`,
  );
}

const canApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}
