// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Page, pageWith, settle } from './launcher-page.ts';

let page: Page;
beforeEach(() => {
  document.body.innerHTML = '<main><button id="clio">Clio</button></main>';
});
afterEach(() => {
  page.stop.abort();
  expect(document.querySelectorAll('rankr-panel')).toHaveLength(0);
});
const open = async () => {
  page.find('.open').click();
  await settle();
};

it('tells the background each time it closes, however it closes', async () => {
  page = await pageWith();
  expect(page.closed).toHaveBeenCalledTimes(1);
  await open();
  expect(page.closed).toHaveBeenCalledTimes(1);
  page.launcher.close();
  expect(page.closed).toHaveBeenCalledTimes(2);
  page.launcher.close();
  expect(page.closed, 'it was closed already').toHaveBeenCalledTimes(2);
  await open();
  await open();
  expect(page.closed).toHaveBeenCalledTimes(3);
  await open();
  page.frames()[0]?.dispatchEvent(new Event('load'));
  page.frames()[0]?.dispatchEvent(new Event('load'));
  expect(page.closed, 'its document was replaced').toHaveBeenCalledTimes(4);
  await open();
  page.stop.abort();
  expect(page.closed, 'the script had to go').toHaveBeenCalledTimes(5);
});

it('says that it is closed before it is opened again where it was left open', async () => {
  page = await pageWith({ 'panel.open': true });
  expect(page.mount).toHaveBeenCalledTimes(1);
  expect(page.closed.mock.calls).toEqual([[{}]]);
  expect(page.closed.mock.invocationCallOrder[0]).toBeLessThan(page.mount.mock.invocationCallOrder[0]!);
});

it('asks for a new nonce when the page comes back out of the browser’s memory, and says so when it was closed', async () => {
  const back = () => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  page = await pageWith();
  back();
  expect(page.closed).toHaveBeenCalledTimes(2);
  await open();
  back();
  await settle();
  expect(page.frames().map((frame) => frame.getAttribute('src'))).toEqual(['about:blank#2']);
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  await settle();
  expect(page.mount).toHaveBeenCalledTimes(2);
});
