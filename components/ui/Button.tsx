import type { ButtonHTMLAttributes, ComponentChildren, JSX, TargetedMouseEvent } from 'preact';
import { Icon, type IconName } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'icon' | 'size' | 'children' | 'onClick'> {
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'normal' | 'small';
  /** Shows a spinner and swallows clicks, but keeps the focus (so it is `aria-disabled`, not `disabled`). */
  busy?: boolean;
  icon?: IconName;
  /** Fills the row. */
  wide?: boolean;
  onClick?: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
  /** Without children pass `aria-label`: the button is then a square with its icon. */
  children?: ComponentChildren;
}

export function Button(props: ButtonProps): JSX.Element {
  const { kind = 'secondary', size = 'normal', busy = false, icon, wide, children, onClick, class: more, type, ...rest } = props;
  const bare = children === undefined || children === null;
  const names = [
    'button',
    `button-${kind}`,
    size === 'small' && 'button-small',
    bare && 'button-bare',
    wide && 'button-wide',
    more,
  ];
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      class={names.filter(Boolean).join(' ')}
      aria-busy={busy ? 'true' : undefined}
      aria-disabled={busy ? 'true' : rest['aria-disabled']}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <Spinner /> : icon ? <Icon name={icon} size={size === 'small' ? 14 : 16} /> : null}
      {bare ? null : <span class="button-words">{children}</span>}
    </button>
  );
}
