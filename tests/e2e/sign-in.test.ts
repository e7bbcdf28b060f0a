import { expect, test } from 'vitest';
import { word } from '../../scripts/browser/words.ts';
import { FIRM, writesIn } from '../../scripts/tour/world.ts';
import { inBothBrowsers } from './scene.ts';

const exchanges = (sandbox: { ledger: { entries(filter: object): unknown[] } }, host: string) =>
  sandbox.ledger.entries({ host, path: '/oauth/token' });

inBothBrowsers('signing in', (scene) => {
  test('HighLevel takes a Private Integration Token and its location', async () => {
    const { desk, sandbox } = scene();
    await desk.connectByToken(FIRM.token);
    expect(exchanges(sandbox, 'services.leadconnectorhq.com')).toHaveLength(0);
  });

  test('HighLevel takes OAuth with the firm’s own app, in one exchange', async () => {
    const { desk, sandbox } = scene();
    await desk.signInToHighLevel(FIRM.highlevelApp);
    expect(exchanges(sandbox, 'services.leadconnectorhq.com')).toHaveLength(1);
  });

  test('a token that HighLevel does not know is refused in words', async () => {
    const { desk } = scene();
    const screen = await desk.submitToken({ ...FIRM.token, token: 'pit-00000000-0000-4000-8000-000000000000' });
    await screen.sees(word('console.signIn.credentialsToken'), 20_000);
  });

  test('a window that is closed leaves nothing behind and says so', async () => {
    const { desk, sandbox } = scene();
    await desk.signInToHighLevel(FIRM.highlevelApp, 'close-window');
    await (await desk.view()).sees(word('console.signIn.cancelled'), 20_000);
    expect(exchanges(sandbox, 'services.leadconnectorhq.com')).toHaveLength(0);
  });

  test('a refusal in Clio’s window exchanges nothing and says so', async () => {
    const { desk, sandbox } = scene();
    await desk.signInToClio(FIRM.clioApp, 'refuse');
    await (await desk.view()).sees(word('console.signIn.refused', 'Clio'), 20_000);
    expect(exchanges(sandbox, 'app.clio.com')).toHaveLength(0);
  });

  test('connecting and proving permissions writes nothing', async () => {
    const { connect, sandbox } = scene();
    await connect({ highlevel: 'oauth' });
    expect(writesIn(sandbox)).toEqual([]);
  });
});
