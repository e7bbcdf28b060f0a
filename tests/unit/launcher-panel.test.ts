// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Page, pageWith, pointer, press, settle } from './launcher-page.ts';

let page: Page;
const html = document.documentElement;
beforeEach(() => {
  html.removeAttribute('style');
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

describe('a closed panel', () => {
  it('adds one element, no frame, asks nobody and leaves the page as it is', async () => {
    const before = document.body.outerHTML;
    page = await pageWith();
    expect([...html.children].map((child) => child.tagName)).toEqual(['HEAD', 'BODY', 'RANKR-PANEL']);
    expect(page.host().shadowRoot).toBeNull();
    expect(page.host().childNodes).toHaveLength(0);
    expect(page.frames()).toEqual([]);
    expect(page.mount).not.toHaveBeenCalled();
    expect(page.closed.mock.calls, 'the tab’s former document may have had one').toEqual([[{}]]);
    expect(document.body.outerHTML).toBe(before);
    expect(html.getAttribute('style')).toBeNull();
    expect(page.find('.open').getAttribute('aria-label')).toBe('Open');
  });
});

describe('an open panel', () => {
  it('shows one frame with the nonce, makes room beside the page and gives the focus to the frame', async () => {
    page = await pageWith();
    await open();
    expect(page.frames().map((frame) => frame.getAttribute('src'))).toEqual(['about:blank#1']);
    expect(html.style.getPropertyValue('width')).toBe('calc(100% - calc(384px * var(--rankr-room, 0)))');
    expect(html.style.getPropertyValue('margin-right')).toBe('calc(384px * var(--rankr-room, 0))');
    expect(page.find('.open').getAttribute('aria-expanded')).toBe('true');
    expect(page.area.items).toEqual({ 'panel.open': true });
  });

  it('lies over the page when less than 760 pixels would be left', async () => {
    page = await pageWith({}, 1143);
    await open();
    expect(html.getAttribute('style')).toBeNull();
    expect(page.find('.over')).not.toBeNull();
  });

  it.each([[null], ['color: red;'], ['margin-right: 3px !important; width: 90%;']])(
    'leaves an inline style of %j exactly as it was when it closes',
    async (style) => {
      if (style !== null) html.setAttribute('style', style);
      page = await pageWith();
      await open();
      page.launcher.dock('left');
      expect(html.style.getPropertyValue('margin-left')).toBe('calc(384px * var(--rankr-room, 0))');
      page.launcher.close();
      expect(html.getAttribute('style')).toBe(style);
      expect(page.frames()).toEqual([]);
      expect(page.area.items).toEqual({ 'panel.open': false, 'panel.side': 'left' });
    },
  );

  it('keeps what the page changed in its own style meanwhile', async () => {
    html.setAttribute('style', 'margin-right: 3px;');
    page = await pageWith();
    await open();
    html.style.setProperty('color', 'blue');
    page.launcher.close();
    expect(html.style.cssText.split(/;\s*/).filter(Boolean).sort()).toEqual(['color: blue', 'margin-right: 3px']);
  });

  it('is opened again where it was left open, without taking the focus', async () => {
    document.querySelector<HTMLElement>('#clio')?.focus();
    page = await pageWith({ 'panel.open': true, 'panel.width': 500, 'panel.side': 'left' });
    expect(page.frames()).toHaveLength(1);
    expect(html.style.getPropertyValue('margin-left')).toBe('calc(500px * var(--rankr-room, 0))');
    expect(document.activeElement?.id).toBe('clio');
  });

  it('says so when the background gives no leave', async () => {
    page = await pageWith();
    page.mount.mockRejectedValue(new Error('gone'));
    await open();
    expect(page.find('.failed').textContent).toBe('Failed');
    expect(page.frames()).toEqual([]);
  });

  it('shows nothing when it was closed before the nonce came', async () => {
    page = await pageWith();
    let answer: (url: string) => void = () => undefined;
    page.mount.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    page.launcher.toggle();
    page.launcher.toggle();
    answer('about:blank#late');
    await settle();
    expect(page.frames()).toEqual([]);
  });

  it('closes when the frame’s document is replaced', async () => {
    page = await pageWith();
    await open();
    const [frame] = page.frames();
    frame?.dispatchEvent(new Event('load'));
    frame?.dispatchEvent(new Event('load'));
    frame?.dispatchEvent(new Event('load'));
    expect(page.frames()).toEqual([]);
    expect(html.getAttribute('style')).toBeNull();
  });

  it('is resized by the arrow keys and by dragging, between 300 and 640 pixels', async () => {
    page = await pageWith({}, 1600);
    await open();
    const handle = page.find('.handle');
    press(handle, 'ArrowLeft');
    expect(page.area.items['panel.width']).toBe(400);
    pointer(handle, 'pointerdown', { x: 1200 });
    pointer(handle, 'pointermove', { x: 1100 });
    expect(page.find('.dragging .shield')).not.toBeNull();
    expect(html.style.getPropertyValue('margin-right')).toBe('calc(500px * var(--rankr-room, 0))');
    pointer(handle, 'pointermove', { x: 0 });
    pointer(handle, 'pointerup', { x: 0 });
    expect(page.find('.dragging')).toBeNull();
    expect(page.area.items['panel.width']).toBe(640);
    expect(handle.getAttribute('aria-valuenow')).toBe('640');
  });
});

describe('a page that fights', () => {
  it('gets the element back ten times with a fresh nonce, then is left alone as it was', async () => {
    page = await pageWith();
    await open();
    for (let at = 0; at < 10; at += 1) {
      page.host().remove();
      await settle();
      expect(page.frames().map((frame) => frame.getAttribute('src'))).toEqual([`about:blank#${at + 2}`]);
    }
    page.host().remove();
    await settle();
    expect(document.querySelector('rankr-panel')).toBeNull();
    expect(html.getAttribute('style')).toBeNull();
    expect(page.closed).toHaveBeenLastCalledWith({});
    expect(page.closed).toHaveBeenCalledTimes(2);
    page.launcher.toggle();
    await settle();
    expect(page.mount).toHaveBeenCalledTimes(11);
    expect(html.getAttribute('style')).toBeNull();
  });

  it('never hears a posted message', async () => {
    const post = vi.spyOn(window, 'postMessage');
    page = await pageWith();
    await open();
    page.launcher.close();
    expect(post).not.toHaveBeenCalled();
  });
});

it('leaves nothing behind when the extension goes', async () => {
  html.setAttribute('style', 'color: red;');
  page = await pageWith();
  await open();
  page.stop.abort();
  expect(document.querySelector('rankr-panel')).toBeNull();
  expect(html.getAttribute('style')).toBe('color: red;');
  page.launcher.toggle();
  await settle();
  expect(page.mount).toHaveBeenCalledTimes(1);
});
