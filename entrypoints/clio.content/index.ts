import './page.css';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { onSignal } from '../../lib/messages/send.ts';
import { subjectOf } from '../../lib/page/subject.ts';
import { ask } from './ask.ts';
import { clearOrphans } from './host.ts';
import { createLauncher } from './launcher.ts';
import { watchPage } from './watch.ts';
import type { Words } from './words.ts';

/** Straight from the browser: the i18n module would be a tenth of this script. */
const word = (key: string): string => (browser.i18n.getMessage as (key: string) => string)(key);
const words = (): Words => ({
  open: word('launcher_open'),
  close: word('launcher_close'),
  hide: word('launcher_hide'),
  panel: word('launcher_panel'),
  resize: word('launcher_resize'),
  failed: word('launcher_failed'),
});

export default defineContentScript({
  matches: ['https://app.clio.com/*', 'https://eu.app.clio.com/*', 'https://ca.app.clio.com/*', 'https://au.app.clio.com/*'],
  runAt: 'document_idle',
  allFrames: false,
  // One posted message would hand the page a handle with which it could navigate the panel away (seen in both browsers).
  noScriptStartedPostMessage: true,
  async main(ctx) {
    // Match patterns let any port through; the subject's host check doesn't.
    if (!subjectOf(location.href) || document.contentType !== 'text/html') return;
    clearOrphans(document);
    const { signal } = ctx;
    // Nobody tells a script that its extension was updated or switched off: WXT looks at each tick, and aborts `signal`.
    ctx.setInterval(() => undefined, 1000);
    // Before the first report: until it has said that this document's panel is closed, the former one's would count.
    const launcher = await createLauncher({
      window,
      area: browser.storage.local,
      words: words(),
      mount: async () => `${browser.runtime.getURL('/panel.html')}#${(await ask('panel.mount', {})).nonce}`,
      closed: (now) => ask('panel.closed', now),
      signal,
    });
    const watch = watchPage({
      window,
      report: (subject) => ask('subject.report', { subject }),
      hint: (subject, hint) => ask('hint.report', { subject, hint }),
      signal,
    });
    const stop = onSignal((heard) => {
      if (heard.signal === 'launcher.opened') watch.again();
      else if (heard.signal === 'launcher.toggle') launcher?.toggle();
      else if (heard.signal === 'launcher.close') launcher?.close();
      else if (heard.signal === 'launcher.dock') launcher?.dock(heard.side);
    });
    ctx.onInvalidated(() => {
      try {
        stop();
      } catch {
        // The browser took the messages away with the extension.
      }
    });
  },
});
