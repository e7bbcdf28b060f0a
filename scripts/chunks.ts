import type { Plugin } from 'vite';

/** What every page of ours stands on, and what several pages of the console share. */
const GROUPS = [
  {
    name: 'ground',
    test: /node_modules\/(preact|webextension-polyfill|@wxt-dev|wxt)\/|preload-helper|wxt-html-plugins|components\/(ui\/|[^/]+\.tsx?$)|lib\/messages\/send\.ts$/,
    priority: 2,
  },
  {
    name: 'console',
    test: /components\/console\/((activity|home|guide)\/)?[^/]+\.tsx?$|lib\/model\/(contact|sync-words)\.ts$/,
    minShareCount: 2,
    priority: 1,
  },
];

/**
 * A browser takes about a millisecond for each file of an extension, however small, before the first of them runs: what is always there
 * comes in one file, and not in one for each set of pages that share it.
 */
export const fewChunks = (): Plugin => ({
  name: 'few-chunks',
  // Background and content script are one file each already.
  outputOptions: (options) => (options.format === 'es' ? { ...options, codeSplitting: { groups: GROUPS } } : options),
});
