import { expect, test } from 'vitest';
import { read } from './source.ts';

interface Package {
  hasInstallScript?: boolean;
  resolved?: string;
  link?: boolean;
}
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };
const manifest = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean>; dependencies?: object };
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('only packages that package.json speaks of have install scripts', () => {
  // Optional ones of other systems (fsevents) stand in the lockfile too; each is decided on by name.
  const scripted = Object.entries(lock.packages)
    .filter(([path, { hasInstallScript }]) => path !== '' && hasInstallScript)
    .map(([path]) => nameOf(path));
  expect([...new Set(scripted)].filter((name) => !(name in manifest.allowScripts))).toEqual([]);
});

test('only Node itself may run its install script', () => {
  expect(
    Object.entries(manifest.allowScripts)
      .filter(([, allowed]) => allowed)
      .map(([name]) => name),
  ).toEqual(['node']);
});

test('no package comes from anywhere but the registry the machine is set to', () => {
  const elsewhere = Object.entries(lock.packages).filter(
    ([, { resolved, link }]) => link || (resolved !== undefined && !/^https:\/\/registry\./.test(resolved)),
  );
  expect(elsewhere.map(([path]) => path)).toEqual([]);
});
