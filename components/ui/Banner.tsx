import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

export interface BannerProps {
  tone?: 'info' | 'warn' | 'bad';
  icon?: IconName;
  title?: ComponentChildren;
  /** Buttons. */
  action?: ComponentChildren;
  children?: ComponentChildren;
}

/** Something that holds for the whole page: read out when it appears, stays while it is true. */
export function Banner({ tone = 'info', icon, title, action, children }: BannerProps): JSX.Element {
  return (
    <div class={`banner banner-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={icon ?? (tone === 'info' ? 'info' : 'alert')} />
      <div class="banner-words">
        {title ? <strong class="banner-title">{title}</strong> : null}
        {children}
      </div>
      {action ? <div class="banner-action">{action}</div> : null}
    </div>
  );
}
