import type { Mounts } from '../messages/mounts.ts';
import type { Payload } from '../messages/protocol.ts';
import type { From, Handlers } from '../messages/serve.ts';
import { AppError } from '../model/errors.ts';
import type { PanelView } from '../model/panel.ts';
import type { Lookup } from '../sync/lookup.ts';
import { type Door, quietly } from './door.ts';
import { panelView } from './panel-view.ts';
import type { ViewParts } from './view-parts.ts';

export interface PanelParts extends ViewParts {
  lookup: Lookup;
  mounts: Mounts;
  door: Door;
}

type PanelHandlers = Pick<
  Handlers,
  'panel.mount' | 'panel.hello' | 'panel.view' | 'panel.close' | 'panel.closed' | 'panel.dock' | 'console.open'
>;

async function hello(parts: PanelParts, { nonce }: Payload<'panel.hello'>, from: From): Promise<{ accepted: true }> {
  const { mounts } = parts;
  if (!(await mounts.accept(from.tabId, from.frameId, nonce, parts.now()))) throw new AppError('not-allowed');
  const subject = await mounts.subject(from.tabId);
  if (subject) quietly(parts.lookup.visit(subject));
  // The content script asks again whether its hint is wanted now that somebody looks.
  parts.door.toTab(from.tabId, { signal: 'launcher.opened' });
  return { accepted: true };
}

async function view(parts: PanelParts, from: From): Promise<PanelView> {
  const subject = await parts.mounts.subject(from.tabId);
  if (!subject) throw new AppError('not-allowed');
  return panelView(parts, subject);
}

/** The panel's coming and going, and what it paints. */
export function panelHandlers(parts: PanelParts): PanelHandlers {
  const { mounts, door } = parts;
  return {
    'panel.mount': async (_, from) => ({ nonce: await mounts.issue(from.tabId, parts.now()) }),
    'panel.hello': (payload, from) => hello(parts, payload, from),
    'panel.view': (_, from) => view(parts, from),
    async 'panel.close'(_, from) {
      door.toTab(from.tabId, { signal: 'launcher.close' });
      return undefined;
    },
    async 'panel.closed'({ hidden }, { tabId }) {
      await mounts.closed(tabId);
      if (hidden) await mounts.hide(tabId);
      return { hidden: await mounts.isHidden(tabId) };
    },
    async 'panel.dock'({ side }, from) {
      door.toTab(from.tabId, { signal: 'launcher.dock', side });
      return undefined;
    },
    async 'console.open'({ write }) {
      await door.openConsole(write === undefined ? undefined : `needs-you/${encodeURIComponent(`write|${write}`)}`);
      return undefined;
    },
  };
}
