import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { CALLED, leanPolyfillCode, tableIn } from '../../scripts/lean/polyfill.ts';
import { codeIn, importsOf, read } from '../laws/source.ts';

const polyfill = readFileSync(createRequire(import.meta.url).resolve('webextension-polyfill'), 'utf8');
const ours = codeIn('lib', 'components', 'entrypoints');

describe('the polyfill without what nobody calls', () => {
  test('wraps every call that our code makes and the whole one wraps', () => {
    const table = tableIn(polyfill);
    const called = ours.flatMap((path) =>
      [...read(path).matchAll(/\bbrowser\.(\w+)\.(\w+)/g)].map(([, space, name]) => [space!, name!]),
    );
    expect(called.length).toBeGreaterThan(15);
    const missing = called.filter(([space, name]) => table[space!]?.[name!] && !CALLED[space!]?.includes(name!));
    expect(missing).toEqual([]);
  });

  test('hands no namespace on as a whole, where a call could hide', () => {
    const whole = ours.filter((path) => /\bbrowser\.(alarms|identity|permissions|runtime|tabs|windows)\b(?!\.)/.test(read(path)));
    expect(whole).toEqual([]);
  });

  test('lets a listener answer with a promise, as the whole one does', async () => {
    let listener: ((message: unknown, sender: unknown, reply: (value: unknown) => void) => unknown) | undefined;
    const chrome = {
      runtime: {
        id: 'rankr',
        onMessage: { addListener: (given: typeof listener) => (listener = given), hasListener: () => false, removeListener() {} },
        sendMessage: (_: unknown, done: (value: unknown) => void) => done('pong'),
      },
      alarms: { clear: (_: string, done: (value: boolean) => void) => done(true) },
      storage: { session: 'as it is', local: { get: (_: string, done: (value: object) => void) => done({ a: 1 }) } },
      permissions: { contains: (_: object, done: (value: boolean) => void) => done(true) },
    };
    const code = leanPolyfillCode(polyfill).replace('export default module.exports;', 'return module.exports;');
    const browser = new Function('globalThis', 'chrome', code)({ chrome }, chrome);
    browser.runtime.onMessage.addListener(async () => 'later');
    const answer = await new Promise((reply) => expect(listener?.('ping', {}, reply)).toBe(true));
    expect(answer).toBe('later');
    await expect(browser.runtime.sendMessage('ping')).resolves.toBe('pong');
    await expect(browser.alarms.clear('outbox')).resolves.toBe(true);
    await expect(browser.storage.local.get('a')).resolves.toEqual({ a: 1 });
    await expect(browser.permissions.contains({ origins: [] })).resolves.toBe(true);
    expect(browser.storage.session).toBe('as it is');
  });
});

test('ofetch is called by one file, with no option whose code is left out', () => {
  expect(ours.filter((path) => importsOf(path).some(({ specifier }) => specifier === 'ofetch'))).toEqual(['lib/http/send.ts']);
  const code = read('lib/http/send.ts');
  expect(code).toContain("responseType: 'text'");
  expect(code).not.toMatch(/\b(baseURL|query|params|parseResponse|responseType: '(?!text))\b/);
});

test('libphonenumber-js is called by one file of the product, which reads what the lean number has', () => {
  const callers = ours.filter((path) => importsOf(path).some(({ specifier }) => specifier.startsWith('libphonenumber')));
  expect(callers).toEqual(['lib/match/normalize.ts']);
  expect(read('lib/match/normalize.ts')).not.toMatch(/format(National|International)?\(|getType|isPossible|getURI/);
});
