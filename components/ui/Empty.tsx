import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

export interface EmptyProps {
  icon?: IconName;
  title: ComponentChildren;
  action?: ComponentChildren;
  children?: ComponentChildren;
}

/** Says that there is nothing, why, and what to do about it. */
export function Empty({ icon, title, action, children }: EmptyProps): JSX.Element {
  return (
    <div class="empty">
      {icon ? (
        <span class="empty-icon">
          <Icon name={icon} size={20} />
        </span>
      ) : null}
      <p class="empty-title">{title}</p>
      {children ? <div class="empty-words">{children}</div> : null}
      {action ? <div class="empty-action">{action}</div> : null}
    </div>
  );
}
