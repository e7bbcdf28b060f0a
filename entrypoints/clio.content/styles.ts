/** Fixed to the window, so that the host itself takes no room. Important rules of a shadow root win over any rule of the page. */
export const CSS = `
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important; height: 0 !important;
  display: block !important; overflow: visible !important; visibility: var(--rankr-shown, hidden) !important; z-index: 2147483647 !important; color-scheme: light dark !important;
  --back: #fff; --ink: #1b2030; --quiet: #667085; --line: #d9dde5; --accent: #3538cd; }
@media (prefers-color-scheme: dark) { :host { --back: #16181d; --ink: #eceef2; --quiet: #98a2b3; --line: #343a46; --accent: #a4acff; } }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
button { all: unset; box-sizing: border-box; cursor: pointer; color: inherit; }
button:focus-visible, .handle:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
.tab { position: fixed; right: var(--at, 0); top: var(--top, 40vh); display: flex; flex-direction: column; width: 30px;
  color: var(--ink); background: var(--back); border: 1px solid var(--line); border-right: 0; border-radius: 8px 0 0 8px;
  box-shadow: 0 1px 4px rgb(16 24 40 / .12); font: 12px/1 system-ui, sans-serif; }
.left .tab { right: auto; left: var(--at, 0); border: 1px solid var(--line); border-left: 0; border-radius: 0 8px 8px 0; }
.open { width: 100%; height: 44px; display: grid; place-items: center; touch-action: none; color: var(--accent); border-radius: inherit; }
.hide { width: 100%; height: 20px; display: none; place-items: center; color: var(--quiet); }
.tab:hover .hide, .tab:focus-within .hide { display: grid; }
.panel { position: fixed; top: 0; bottom: 0; right: 0; width: var(--width); background: var(--back); border-left: 1px solid var(--line); }
.left .panel { right: auto; left: 0; border-left: 0; border-right: 1px solid var(--line); }
.over .panel { box-shadow: 0 0 24px rgb(16 24 40 / .25); }
iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: normal; }
.handle { position: absolute; z-index: 2; top: 0; bottom: 0; left: -4px; width: 8px; cursor: ew-resize; touch-action: none; }
.left .handle { left: auto; right: -4px; }
.handle:hover, .dragging .handle { background: var(--accent); opacity: .35; }
.shield { position: fixed; z-index: 1; inset: 0; display: none; cursor: ew-resize; }
.dragging .shield { display: block; }
.failed { margin: 0; padding: 24px; color: var(--ink); font: 13px/1.5 system-ui, sans-serif; }
@media print { .tab, .panel { display: none; } }
`;

/**
 * Styles a shadow root under any page policy. Firefox refuses adopted sheets made by a content script ("Accessing from Xray wrapper is
 * not supported", bugzilla 1751346 and 1928865); there a style element made by an extension passes a page's `style-src 'self'`, and no
 * violation is reported (seen in Firefox 153; in Chromium 156 the adopted sheet does).
 */
export function applyStyles(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = root.ownerDocument.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
