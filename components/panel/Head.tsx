import type { ComponentChildren, JSX } from 'preact';
import { i18n } from '#i18n';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { usePanel } from './context.ts';
import { initialsOf } from './words.ts';

export interface HeadProps {
  title: string;
  sub?: ComponentChildren;
  /** Instead of the initials of `title`. */
  icon?: IconName;
  tone?: 'bad';
  badge?: ComponentChildren;
  /** Above the acts every screen has. */
  items?: MenuItem[];
}

/** Who it is about and how sure we are; the same on every screen. */
export function Head({ title, sub, icon, tone, badge, items = [] }: HeadProps): JSX.Element {
  return (
    <header class="head">
      <span class={`mark${tone ? ` mark-${tone}` : ''}`} aria-hidden="true">
        {icon ? <Icon name={icon} /> : initialsOf(title)}
      </span>
      <div class="head-words">
        <h1 class="head-title" title={title} dir="auto">
          {title}
        </h1>
        {sub ? <p class="head-sub">{sub}</p> : null}
      </div>
      {badge}
      <HeadMenu items={items} />
    </header>
  );
}

function HeadMenu({ items }: { items: MenuItem[] }): JSX.Element {
  const { act, view } = usePanel();
  const always: MenuItem[] = [
    {
      id: 'refresh',
      label: i18n.t('panel.menu.refresh'),
      icon: 'refresh',
      onPick: () => void act('refresh', 'panel.refresh', { key: view.key }),
    },
    {
      id: 'left',
      label: i18n.t('panel.menu.left'),
      icon: 'dock-left',
      apart: true,
      onPick: () => void act('dock', 'panel.dock', { side: 'left' }),
    },
    {
      id: 'right',
      label: i18n.t('panel.menu.right'),
      icon: 'dock',
      onPick: () => void act('dock', 'panel.dock', { side: 'right' }),
    },
    {
      id: 'settings',
      label: i18n.t('panel.menu.settings'),
      icon: 'settings',
      onPick: () => void act('console', 'console.open', {}),
    },
    { id: 'close', label: i18n.t('panel.menu.close'), icon: 'close', onPick: () => void act('close', 'panel.close', {}) },
  ];
  return <Menu label={i18n.t('panel.menu.label')} items={[...items, ...always]} />;
}

/** The parts between head and foot. */
export const Body = ({ children }: { children: ComponentChildren }): JSX.Element => <main class="body stack">{children}</main>;

export const Foot = ({ children }: { children: ComponentChildren }): JSX.Element => <footer class="foot">{children}</footer>;
