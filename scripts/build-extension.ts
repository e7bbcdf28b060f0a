import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserKind } from './browser/find.ts';

export const ROOT = join(import.meta.dirname, '..');
const SOURCES = [
  'entrypoints',
  'components',
  'lib',
  'locales',
  'public',
  'wxt.config.ts',
  'scripts/manifest.ts',
  'scripts/lean',
  'scripts/chunks.ts',
  'package-lock.json',
];
const WXT_NAME: Record<BrowserKind, string> = { chromium: 'chrome', firefox: 'firefox' };
const LOCK = join(ROOT, '.output/.lock');

export const outputDir = (kind: BrowserKind) => join(ROOT, '.output', `${WXT_NAME[kind]}-mv3`);

/** Builds the extension unless the build there is newer than every source; returns its folder. Safe to call from several processes. */
export async function ensureBuilt(kind: BrowserKind): Promise<string> {
  if (!isStale(kind)) return outputDir(kind);
  mkdirSync(join(ROOT, '.output'), { recursive: true });
  const free = await lock();
  try {
    if (isStale(kind)) build(kind);
  } finally {
    free();
  }
  return outputDir(kind);
}

/** Builds with WXT, quietly unless it fails. */
export function build(kind: BrowserKind): void {
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  const newest = newestSource();
  const done = spawnSync(process.execPath, [wxt, 'build', '-b', WXT_NAME[kind], '--mv3'], {
    cwd: ROOT,
    encoding: 'utf8',
    // A test run's NODE_ENV would make it a development build.
    env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, CI: '1' },
  });
  if (done.status !== 0) throw new Error(`wxt build -b ${WXT_NAME[kind]} failed:\n${done.stdout}\n${done.stderr}`);
  writeFileSync(join(ROOT, '.output', `.${kind}-built`), String(newest));
}

function isStale(kind: BrowserKind): boolean {
  const stamp = join(ROOT, '.output', `.${kind}-built`);
  if (!existsSync(stamp) || !existsSync(join(outputDir(kind), 'manifest.json'))) return true;
  return Number(readFileSync(stamp, 'utf8')) < newestSource();
}

const newestSource = () => Math.max(...SOURCES.map((path) => newestUnder(join(ROOT, path))));

function newestUnder(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestUnder(join(path, name))));
}

/** A directory is made atomically; one left by a process that died is taken over after two minutes. */
async function lock(): Promise<() => void> {
  for (;;) {
    try {
      mkdirSync(LOCK);
      return () => rmSync(LOCK, { recursive: true, force: true });
    } catch {
      if (existsSync(LOCK) && Date.now() - statSync(LOCK).mtimeMs > 120_000) rmSync(LOCK, { recursive: true, force: true });
      await new Promise((go) => setTimeout(go, 200));
    }
  }
}
