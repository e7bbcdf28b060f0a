import type { JSX, RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';

export interface MenuItem {
  id: string;
  label: string;
  icon?: IconName;
  /** Opens in a new tab. */
  href?: string;
  tone?: 'bad';
  /** A line above it. */
  apart?: boolean;
  onPick?: () => void;
}

const KEYS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const itemsIn = (box: HTMLElement | null): HTMLElement[] => [...(box?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

/** A button that opens a list of acts (ARIA menu button: arrows, Home, End, Escape; Tab leaves). */
export function Menu({ label, icon = 'more', items }: { label: string; icon?: IconName; items: MenuItem[] }): JSX.Element {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useOpen(box);
  const shut = () => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  return (
    <div class="menu-box" ref={box}>
      <Button
        kind="quiet"
        icon={icon}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open ? 'true' : 'false'}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      />
      {open ? (
        <div class="menu" id={id} role="menu" aria-label={label} tabIndex={-1} onKeyDown={keysOf(box, setOpen, shut)}>
          {items.map((item) => (
            <Item key={item.id} item={item} shut={shut} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** Open or not; focus goes in on opening, a press outside closes. */
function useOpen(box: RefObject<HTMLElement | null>): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    itemsIn(box.current)[0]?.focus();
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open, box]);
  return [open, setOpen];
}

const keysOf =
  (box: RefObject<HTMLElement | null>, setOpen: (open: boolean) => void, shut: () => void) => (event: KeyboardEvent) => {
    if (event.key === 'Tab') setOpen(false);
    if (event.key === 'Escape') {
      event.stopPropagation();
      shut();
    }
    const move = KEYS[event.key];
    if (!move) return;
    event.preventDefault();
    const list = itemsIn(box.current);
    list[move(list.indexOf(document.activeElement as HTMLElement), list.length)]?.focus();
  };

function Item({ item, shut }: { item: MenuItem; shut: () => void }): JSX.Element {
  const look = `menu-item${item.tone ? ` menu-${item.tone}` : ''}${item.apart ? ' menu-apart' : ''}`;
  const inside = (
    <>
      {item.icon ? <Icon name={item.icon} /> : <span class="menu-gap" />}
      <span>{item.label}</span>
    </>
  );
  const pick = () => {
    shut();
    item.onPick?.();
  };
  return item.href ? (
    <a class={look} role="menuitem" tabIndex={-1} href={item.href} target="_blank" rel="noopener noreferrer" onClick={pick}>
      {inside}
    </a>
  ) : (
    <button type="button" class={look} role="menuitem" tabIndex={-1} onClick={pick}>
      {inside}
    </button>
  );
}
