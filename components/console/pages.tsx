import type { ComponentType } from 'preact';
import { i18n } from '#i18n';
import type { IconName } from '../ui/Icon.tsx';
import { firstOfHome, firstOfPeople } from './first-questions.ts';
import { type LazyPage, lazyPage } from './lazy-page.tsx';
import { AskBadge } from './needs-you/AskBadge.tsx';
import type { Route } from './use-hash.ts';

export interface ConsolePage {
  /** Its hash route is `#/<id>`. */
  id: string;
  icon: IconName;
  label: () => string;
  Page: LazyPage;
  /** What it will ask the store first, asked while its code is on its way; `sub` as in `useRoute`. */
  first?: (sub: string) => void;
  /** Stands beside the label in the rail: how much waits there. */
  Badge?: ComponentType;
}

/** Shown for an unknown address: where everything begins. */
export const START: ConsolePage = {
  id: 'connections',
  icon: 'key',
  label: () => i18n.t('console.connections.title'),
  Page: lazyPage(() => import('./ConnectionsPage.tsx').then((m) => m.ConnectionsPage)),
};

/** The rail, from top to bottom. */
export const PAGES: readonly ConsolePage[] = [
  {
    id: 'home',
    icon: 'home',
    label: () => i18n.t('home.nav'),
    Page: lazyPage(() => import('./home/HomePage.tsx').then((m) => m.HomePage)),
    first: firstOfHome,
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
    first: firstOfPeople,
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

/** The page of an address; where everything begins, for an unknown one. */
export const pageOf = (id: string): ConsolePage => PAGES.find((one) => one.id === id) ?? START;

/** Begins with the page of the address before anything is painted: its code and what it asks the store come at the same time. */
export function bringPage({ id, sub }: Route): Promise<void> {
  const page = pageOf(id);
  page.first?.(sub);
  return page.Page.bring();
}
