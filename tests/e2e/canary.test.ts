import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { CLIO_APP } from '../../sandbox/clio/credentials.ts';
import { HL_PIT_FULL } from '../../sandbox/highlevel/credentials.ts';
import { cast } from '../../sandbox/world/cast.ts';
import { contactHash } from '../../scripts/browser/panel-driver.ts';
import { sleep, until } from '../../scripts/browser/wait.ts';
import { inBothBrowsers } from './scene.ts';

const { marisol } = cast;
/** In HighLevel only: no page of Clio's shows them, so no history or cache of the browser's can have them from there. */
const TAG = 'canary-tag-7f3a';
const CITY = 'Canaryville 7f3a';
const TYPED = 'Canary words typed into the panel 7f3a';

/** Where in the files under `dir` any of these texts stands, as UTF-8 or UTF-16: `name in file`. */
function found(dir: string, texts: Record<string, string>): string[] {
  const needles = Object.entries(texts).flatMap(([name, text]) => [
    { name, bytes: Buffer.from(text, 'utf8') },
    { name: `${name} (UTF-16)`, bytes: Buffer.from(text, 'utf16le') },
  ]);
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => join(dir, name));
  return files
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .flatMap((path) => {
      const content = readFileSync(path);
      return needles.filter(({ bytes }) => content.includes(bytes)).map(({ name }) => `${name} in ${relative(dir, path)}`);
    });
}

inBothBrowsers('after use', (scene) => {
  test('neither the profile nor what the browser printed holds a token, a secret or a client’s data', async () => {
    const { harness, sandbox, state, connect, open } = scene();
    sandbox.control('highlevel.patchContact', { id: marisol.highlevelId, patch: { city: CITY, tags: [TAG] } });
    await connect();
    const tab = await open(contactHash(marisol.clioId));
    const panel = await tab.showsPerson(marisol.name);
    await panel.sees(TAG, 30_000);
    await panel.sees(CITY);
    await tab.addNote(TYPED);
    const written = () => state.notes({ contactId: marisol.highlevelId }).some(({ body }) => body.includes(TYPED));
    await until('the note in HighLevel', written, 30_000);
    await panel.sees(TYPED);
    const desk = await harness.console();
    await desk.frame.evaluate(() => console.log('heard from the console'));
    await until('the console to be heard', () => harness.running().printed().includes('heard from the console'));
    // Long enough for the browsers to write down their sessions (Firefox does every 15 s).
    await sleep(16_000);
    const secrets = { token: HL_PIT_FULL, secret: CLIO_APP.clientSecret, city: CITY, tag: TAG, note: TYPED };
    const printed = harness.running().printed();
    expect(
      Object.entries({ ...secrets, email: marisol.email, name: marisol.name }).filter(([, text]) => printed.includes(text)),
    ).toEqual([]);
    await harness.close((profile) => {
      expect(found(profile, { address: `/nc/${contactHash(marisol.clioId)}` }), 'the search finds what is there').not.toEqual([]);
      expect(found(profile, secrets)).toEqual([]);
    });
  });
});
