import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { manifest } from './scripts/manifest.ts';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  // Reports to nobody: the build is offline and the same everywhere.
  analysis: { enabled: false },
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
    build: { sourcemap: false, target: 'es2023', modulePreload: { polyfill: false } },
  }),
  i18n: { localesDir: 'locales' },
  manifest,
});
