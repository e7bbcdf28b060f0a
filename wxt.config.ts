import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { fewChunks } from './scripts/chunks.ts';
import { leanPlugins } from './scripts/lean/plugins.ts';
import { manifest } from './scripts/manifest.ts';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  imports: false,
  hooks: {
    // Even when switched off, WXT 0.21 adds an import wherever a word of its own stands, such as a parameter called `storage`: 4 kB for nothing.
    'config:resolved': ({ config }) => {
      Object.assign(config.imports, { presets: [], imports: [], dirs: [] });
    },
  },
  manifestVersion: 3,
  // Reports to nobody: the build is offline and the same everywhere.
  analysis: { enabled: false },
  vite: ({ browser }) => ({
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), ...leanPlugins(browser), fewChunks()],
    build: { sourcemap: false, target: 'es2023', modulePreload: { polyfill: false } },
  }),
  i18n: { localesDir: 'locales' },
  manifest,
});
