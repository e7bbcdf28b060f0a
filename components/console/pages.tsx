import type { ComponentType } from 'preact';
import { i18n } from '#i18n';
import type { IconName } from '../ui/Icon.tsx';
import { ConnectionsPage } from './ConnectionsPage.tsx';
import type { PageProps } from './page-props.ts';

export interface ConsolePage {
  /** Its hash route is `#/<id>`. */
  id: string;
  icon: IconName;
  label: () => string;
  Page: ComponentType<PageProps>;
}

/** The rail, from top to bottom; the first one is shown for an unknown address. */
export const PAGES: readonly [ConsolePage, ...ConsolePage[]] = [
  { id: 'connections', icon: 'key', label: () => i18n.t('console.connections.title'), Page: ConnectionsPage },
];
