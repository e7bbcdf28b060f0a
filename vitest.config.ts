import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/**
 * Three projects: `fast` (Node; a file that needs a document says `// @vitest-environment happy-dom` in its first line),
 * `component` (happy-dom) and `e2e` (real browsers, two files side by side: a browser waits for alarms most of the time).
 */
const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const;
const ours = ['wxt', '@wxt-dev/i18n', '@wxt-dev/browser'];

const inExtension = async () => ({
  ...jsx,
  plugins: await WxtVitest(),
  resolve: {
    // As the polyfill's WXT module does for builds; the polyfill itself throws outside an extension.
    alias: [{ find: /^webextension-polyfill$/, replacement: new URL('tests/polyfill.ts', import.meta.url).pathname }],
  },
  ssr: { noExternal: ours },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...(await inExtension()),
        test: {
          name: 'fast',
          environment: 'node',
          include: ['tests/{unit,laws,flow,contract}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/setup.ts'],
          // The flow tests wait in real time for an app that works by itself. A second try is printed by Vitest; what fails twice fails.
          retry: 1,
          testTimeout: 20_000,
        },
      },
      {
        ...(await inExtension()),
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['tests/component/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/setup.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          // Real browsers on a busy machine lose a click now and then. A second try is printed by Vitest; what fails twice fails.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
