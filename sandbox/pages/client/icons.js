const SVG = 'http://www.w3.org/2000/svg';

/** Strokes on a 20 by 20 field, drawn for this stand-in. */
const PATHS = {
  dashboard: 'M3 3h6v7H3zM11 3h6v4h-6zM11 9h6v8h-6zM3 12h6v5H3z',
  calendar: 'M3 5h14v12H3zM3 9h14M7 3v4M13 3v4',
  tasks: 'M3 6l2 2 3-4M3 14l2 2 3-4M11 6h6M11 14h6',
  matters: 'M3 7h14v10H3zM7 7V4h6v3M3 11h14',
  contacts: 'M10 10a3.2 3.2 0 100-6.4 3.2 3.2 0 000 6.4zM4 17c.6-3.4 3-5 6-5s5.400 1.600 6 5',
  activities: 'M10 17a7 7 0 100-14 7 7 0 000 14zM10 6v4l3 2',
  billing: 'M5 3h10v14l-2.500-1.500L10 17l-2.500-1.500L5 17zM8 7h4M8 10h4',
  documents: 'M5 3h7l4 4v10H5zM12 3v4h4',
  communications: 'M3 4h14v10H9l-4 3v-3H3z',
  reports: 'M4 17V9M10 17V3M16 17v-6',
  settings:
    'M10 12.500a2.500 2.500 0 100-5 2.500 2.500 0 000 5zM10 3v2M10 15v2M3 10h2M15 10h2M5 5l1.500 1.500M13.500 13.500L15 15M15 5l-1.500 1.500M6.500 13.500L5 15',
  search: 'M9 14.500a5.500 5.500 0 100-11 5.500 5.500 0 000 11zM13 13l4 4',
  play: 'M7 5l8 5-8 5z',
  pause: 'M7 5v10M13 5v10',
  plus: 'M10 4v12M4 10h12',
  bell: 'M5 14V9a5 5 0 0110 0v5l1 1H4zM8.500 17h3',
  mail: 'M3 5h14v10H3zM3 6l7 5 7-5',
  phone: 'M5 3h3l1.500 4L7.500 8.500a9 9 0 004 4L13 10.500l4 1.500v3c0 1-1 2-2 2C8.500 17 3 11.500 3 5c0-1 1-2 2-2z',
  pin: 'M10 17s5-4.500 5-8.500a5 5 0 00-10 0C5 12.500 10 17 10 17zM10 10a1.500 1.500 0 100-3 1.500 1.500 0 000 3z',
  globe: 'M10 17a7 7 0 100-14 7 7 0 000 14zM3 10h14M10 3c4 4 4 10 0 14M10 3c-4 4-4 10 0 14',
  lock: 'M5 9h10v8H5zM7 9V6a3 3 0 016 0v3',
};

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name] ?? '');
  svg.append(path);
  return svg;
}
