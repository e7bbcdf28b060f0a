import type { Reply } from '../exchange.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe for HTML content and attributes. */
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);

const STYLE = `
:root{color-scheme:light;--ink:#101828;--soft:#475467;--line:#e4e7ec;--blue:#155eef;--bg:#f5f7fa}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
main{max-width:460px;margin:8vh auto;background:#fff;border:1px solid var(--line);border-radius:12px;padding:28px 32px;box-shadow:0 1px 3px #1018281a}
h1{font-size:20px;line-height:1.3;margin:0 0 4px}p{margin:0 0 16px;color:var(--soft)}h2{font-size:13px;margin:20px 0 8px;color:var(--soft);font-weight:600}
fieldset{border:0;margin:0;padding:0}label{display:flex;gap:12px;align-items:center;border:1px solid var(--line);border-radius:8px;padding:10px 14px;margin-bottom:8px;cursor:pointer}
label:has(:checked){border-color:var(--blue);background:#eff4ff}label small{display:block;color:var(--soft)}
ul{margin:0;padding-left:18px;color:var(--soft)}li{margin:2px 0}.acts{display:flex;flex-direction:row-reverse;gap:10px;margin-top:24px}
button{font:inherit;font-weight:600;border-radius:8px;padding:9px 18px;border:1px solid var(--line);background:#fff;color:var(--ink);cursor:pointer}
button.main{background:var(--blue);border-color:var(--blue);color:#fff}dl{display:grid;grid-template-columns:auto 1fr;gap:6px 16px;margin:0}dt{color:var(--soft)}dd{margin:0}`;

/** A small page in the stand-in's own look. `body` is HTML. */
export function htmlPage(title: string, body: string, status = 200): Reply {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>`;
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: `<!doctype html><html lang="en"><head>${head}<style>${STYLE}</style></head><body><main>${body}</main></body></html>`,
  };
}
