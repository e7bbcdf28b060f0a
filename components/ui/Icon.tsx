import type { JSX } from 'preact';

/** Paths on a 16 px grid, drawn with a 1.5 px line. */
const PATHS = {
  add: 'M8 3v10M3 8h10',
  alert: 'M8 2 14.5 13.5h-13ZM8 6.5v3M8 11.6v.1',
  back: 'M10 3 5 8l5 5',
  'both-ways': 'M2 6h11M10.5 3.5 13 6l-2.5 2.5M14 11H3M5.5 8.5 3 11l2.5 2.5',
  calendar: 'M2.5 4.5h11v9h-11ZM2.5 7.5h11M5.5 2.5v3M10.5 2.5v3',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  chevron: 'm4 6 4 4 4-4',
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.5V8l2.5 1.5',
  close: 'm4 4 8 8M12 4l-8 8',
  company: 'M3 14V2.5h6.5V14M9.5 6H13v8M1.5 14h13M5.3 5.3h1.9M5.3 8h1.9M5.3 10.7h1.9',
  copy: 'M13 8H4M7.5 4.5 4 8l3.5 3.5',
  dock: 'M2 3h12v10H2ZM10 3v10',
  'dock-left': 'M2 3h12v10H2ZM6 3v10',
  home: 'M2.5 7.5 8 2.8l5.5 4.7M4 6.5v7h8v-7M6.5 13.5v-4h3v4',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 7.3v3.6M8 5v.1',
  key: 'M5.5 7.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM7.7 8.3 13.5 2.5M11 5l2 2',
  left: 'M13 8H3M6.5 4.5 3 8l3.5 3.5',
  link: 'M6.5 9.5a3 3 0 0 0 4.3 0l2-2A3 3 0 0 0 8.5 3.2l-.8.8M9.5 6.5a3 3 0 0 0-4.3 0l-2 2a3 3 0 0 0 4.3 4.3l.8-.8',
  lock: 'M3.5 7.3h9v6.2h-9ZM5.5 7.3V5a2.5 2.5 0 0 1 5 0v2.3',
  bolt: 'M9 1.8 3.5 9H8l-1 5.2L12.5 7H8Z',
  list: 'M5.5 4H14M5.5 8H14M5.5 12H14M2.3 4h.1M2.3 8h.1M2.3 12h.1',
  down: 'M8 3v10M4 9l4 4 4-4',
  flow: 'M2 3h4.5v3.5H2ZM9.5 9.5H14V13H9.5ZM4.2 6.5v4.7h5.3',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  note: 'M3 2.5h10v8.5l-3 2.5H3ZM5.5 6h5M5.5 9h3',
  offline:
    'M2 2l12 12M1.8 6.2a9 9 0 0 1 3-1.9M8 3.5a9 9 0 0 1 6.2 2.7M4 8.8a5.5 5.5 0 0 1 2.5-1.5M10.5 7.8a5.5 5.5 0 0 1 1.5 1M8 12.2v.1',
  open: 'M6.5 3H3v10h10V9.5M9 2.5h4.5V7M13.5 2.5 7.5 8.5',
  person: 'M8 2a2.9 2.9 0 1 0 0 5.8A2.9 2.9 0 0 0 8 2ZM2.5 14c.4-3 2.6-4.4 5.5-4.4s5.1 1.4 5.5 4.4',
  pulse: 'M1.5 8.5h3l2-5.5 3 10 2-4.5h3',
  refresh: 'M13.5 8a5.5 5.5 0 1 1-1.7-4M13.5 2v3h-3',
  right: 'M3 8h10M9.5 4.5 13 8l-3.5 3.5',
  search: 'M7 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6ZM10.5 10.5 14 14',
  settings:
    'M2 4.5h6M11.5 4.5H14M2 11.5h2.5M8 11.5h6M9.7 2.8a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4ZM6.3 9.8a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4Z',
  shield: 'M8 1.8 13.5 4v4c0 3.2-2.3 5.4-5.5 6.4C4.8 13.4 2.5 11.2 2.5 8V4Z',
  sliders: 'M3 2v5M3 10.5V14M8 2v2.5M8 8v6M13 2v6.5M13 12v2M1.5 8.7h3M6.5 6.2h3M11.5 10.2h3',
  trash: 'M2.5 4h11M6 4V2.5h4V4M4 4l.6 9.5h6.8L12 4',
  unlink: 'M6 10a2.8 2.8 0 0 1-3.9-3.9L4 4.2M10 6a2.8 2.8 0 0 1 3.9 3.9L12 11.8M2 2l12 12',
  up: 'M8 13V3M4 7l4-4 4 4',
} as const;

export type IconName = keyof typeof PATHS;

/** A 16 px line icon in the text's colour. Decorative by default; with a `label` it is an image of that name. */
export function Icon({ name, size = 16, label }: { name: IconName; size?: number; label?: string }): JSX.Element {
  const wide = name === 'more' ? 2.4 : 1.5;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width={wide}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden={label ? undefined : 'true'}
      role={label ? 'img' : undefined}
      aria-label={label}
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
