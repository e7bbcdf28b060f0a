/** Makes an element. Children that are not elements become text, so no data is ever read as HTML. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const link = (href, text, attributes = {}) => h('a', { href, ...attributes }, text);

/** The signed-in user's time zone; times are shown in it, whatever the computer's own is. */
let zone;
export function useZone(timeZone) {
  zone = timeZone;
}

/** `2026-12-01` or a time, as `Dec 1, 2026`. */
export function day(text) {
  if (!text) return '–';
  const whole = text.length === 10;
  const timeZone = whole ? 'UTC' : zone;
  return new Date(text).toLocaleDateString('en-US', { year: 'numeric', month: 'short', day: 'numeric', timeZone });
}

export function hour(text) {
  return new Date(text).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone: zone });
}

export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map((word) => [...word][0].toUpperCase()).join('');
}

/** Grey bars that stand where something will be. */
export function bars(...widths) {
  return h('div', { class: 'bars', 'aria-hidden': 'true' }, ...widths.map((width) => h('i', { class: `bar w${width}` })));
}
