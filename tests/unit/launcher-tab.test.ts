// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clearOrphans } from '../../entrypoints/clio.content/host.ts';
import { type Page, pageWith, pointer, press, settle } from './launcher-page.ts';

let page: Page;
beforeEach(() => {
  document.documentElement.removeAttribute('style');
  document.body.innerHTML = '<input id="clio">';
});
afterEach(() => page?.stop.abort());
const top = () => page.find('.tab').style.getPropertyValue('--top');

it('stands where it was left, and in its usual place when that makes no sense', async () => {
  page = await pageWith({ 'launcher.top': 0.25 });
  expect(top()).toBe('25.00vh');
  page.stop.abort();
  page = await pageWith({ 'launcher.top': 'far', 'panel.width': Number.NaN, 'panel.open': 'yes' });
  expect(top()).toBe('40.00vh');
  expect(page.frames()).toEqual([]);
});

it('is moved by the arrow keys and remembers it', async () => {
  page = await pageWith({ 'launcher.top': 0.03 });
  press(page.find('.open'), 'ArrowDown');
  expect(page.area.items['launcher.top']).toBeCloseTo(0.05);
  for (let at = 0; at < 9; at += 1) press(page.find('.open'), 'ArrowUp');
  expect(page.area.items['launcher.top']).toBe(0.02);
});

it('is dragged without opening, and opens on a plain click', async () => {
  page = await pageWith();
  const button = page.find('.open');
  pointer(button, 'pointerdown', { y: 340 });
  pointer(button, 'pointermove', { y: 422 });
  expect(page.area.items).toEqual({});
  pointer(button, 'pointerup', { y: 422 });
  button.click();
  expect(page.area.items).toEqual({ 'launcher.top': 0.5 });
  pointer(button, 'pointerdown', { y: 422 });
  pointer(button, 'pointerup', { y: 422 });
  button.click();
  await settle();
  expect(page.frames()).toHaveLength(1);
});

it('hides until it is asked for again', async () => {
  page = await pageWith();
  page.find('.hide').click();
  expect(page.find('.tab').hidden).toBe(true);
  page.launcher.toggle();
  await settle();
  expect(page.find('.tab').hidden).toBe(false);
  expect(page.frames()).toHaveLength(1);
});

it('stays hidden over a reload of its tab, also where the panel was left open, until the shortcut asks', async () => {
  page = await pageWith();
  page.find('.hide').click();
  expect(page.closed.mock.calls).toEqual([[{}], [{ hidden: true }]]);
  page.stop.abort();
  page = await pageWith({ 'panel.open': true }, 1400, true);
  expect(page.find('.tab').hidden).toBe(true);
  expect(page.frames()).toEqual([]);
  page.launcher.toggle();
  await settle();
  expect(page.find('.tab').hidden).toBe(false);
  expect(page.frames()).toHaveLength(1);
});

it('is there although the background does not answer', async () => {
  page = await pageWith({}, 1400, undefined, true);
  expect(page.find('.tab').hidden).toBe(false);
});

it('gives the focus back to the page on Escape', async () => {
  const input = document.querySelector<HTMLElement>('#clio')!;
  input.focus();
  page = await pageWith();
  page.launcher.toggle();
  await settle();
  page.find('.open').focus();
  press(page.find('.open'), 'Escape');
  expect(document.activeElement).toBe(input);
});

it('clears away what an earlier script left, with the page’s style as that one found it', async () => {
  document.documentElement.setAttribute('style', 'color: red;');
  page = await pageWith({ 'panel.open': true });
  expect(document.documentElement.getAttribute('style')).toContain('margin-right');
  const orphan = page.host().cloneNode() as HTMLElement;
  page.stop.abort();
  document.documentElement.setAttribute('style', 'width: calc(100% - 384px) !important;');
  document.documentElement.append(orphan);
  clearOrphans(document);
  expect(document.querySelector('rankr-panel')).toBeNull();
  expect(document.documentElement.getAttribute('style')).toBe('color: red;');
});
