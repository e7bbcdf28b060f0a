import type { ComponentType } from 'preact';
import { i18n } from '#i18n';
import type { IconName } from '../ui/Icon.tsx';
import { ConnectionsPage } from './ConnectionsPage.tsx';
import { lazyPage } from './lazy-page.tsx';
import { AskBadge } from './needs-you/AskBadge.tsx';
import type { PageProps } from './page-props.ts';

export interface ConsolePage {
  /** Its hash route is `#/<id>`. */
  id: string;
  icon: IconName;
  label: () => string;
  Page: ComponentType<PageProps>;
  /** Stands beside the label in the rail: how much waits there. */
  Badge?: ComponentType;
}

/** Shown for an unknown address: where everything begins. */
export const START: ConsolePage = {
  id: 'connections',
  icon: 'key',
  label: () => i18n.t('console.connections.title'),
  Page: ConnectionsPage,
};

/** The rail, from top to bottom. */
export const PAGES: readonly ConsolePage[] = [
  {
    id: 'home',
    icon: 'home',
    label: () => i18n.t('home.nav'),
    Page: lazyPage(() => import('./home/HomePage.tsx').then((m) => m.HomePage)),
  },
  {
    id: 'needs-you',
    icon: 'alert',
    label: () => i18n.t('needsYou.nav'),
    Page: lazyPage(() => import('./needs-you/NeedsYouPage.tsx').then((m) => m.NeedsYouPage)),
    Badge: AskBadge,
  },
  {
    id: 'people',
    icon: 'person',
    label: () => i18n.t('people.nav'),
    Page: lazyPage(() => import('./people/PeoplePage.tsx').then((m) => m.PeoplePage)),
  },
  {
    id: 'rules',
    icon: 'flow',
    label: () => i18n.t('rules.nav'),
    Page: lazyPage(() => import('./rules/RulesPage.tsx').then((m) => m.RulesPage)),
  },
  {
    id: 'activity',
    icon: 'pulse',
    label: () => i18n.t('activityPage.nav'),
    Page: lazyPage(() => import('./activity/ActivityPage.tsx').then((m) => m.ActivityPage)),
  },
  {
    id: 'mappings',
    icon: 'sliders',
    label: () => i18n.t('mappings.title'),
    Page: lazyPage(() => import('./mappings/MappingsPage.tsx').then((m) => m.MappingsPage)),
  },
  {
    id: 'catalogue',
    icon: 'list',
    label: () => i18n.t('catalogue.title'),
    Page: lazyPage(() => import('./catalogue/CataloguePage.tsx').then((m) => m.CataloguePage)),
  },
  START,
  {
    id: 'privacy',
    icon: 'shield',
    label: () => i18n.t('privacy.title'),
    Page: lazyPage(() => import('./privacy/PrivacyPage.tsx').then((m) => m.PrivacyPage)),
  },
  {
    id: 'settings',
    icon: 'settings',
    label: () => i18n.t('settings.title'),
    Page: lazyPage(() => import('./settings/SettingsPage.tsx').then((m) => m.SettingsPage)),
  },
  {
    id: 'guide',
    icon: 'check',
    label: () => i18n.t('guide.nav'),
    Page: lazyPage(() => import('./guide/GuidePage.tsx').then((m) => m.GuidePage)),
  },
];
