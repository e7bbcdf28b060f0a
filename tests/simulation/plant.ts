import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { MUTANTS } from './mutants.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Plants one bug into the sources as they are loaded; call before anything of the product is imported. */
export function plant(name: string): void {
  const mutant = MUTANTS.find((one) => one.name === name);
  if (!mutant) throw new Error(`no mutant "${name}"`);
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!url.startsWith('file:') || fileURLToPath(url) !== `${ROOT}${mutant.file}`) return loaded;
      const source = Buffer.from(loaded.source as Uint8Array).toString();
      if (source.split(mutant.find).length !== 2) throw new Error(`"${mutant.find}" must stand once in ${mutant.file}`);
      return { ...loaded, source: source.replace(mutant.find, () => mutant.replace) };
    },
  });
}
