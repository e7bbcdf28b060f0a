/**
 * HTML or plain text from either system -> plain text with line breaks. A small tokenizer, as a worker has no DOM and the text is
 * hostile by assumption. Linear in time; what comes out is only ever rendered as text.
 */

/** Longest text kept, in characters; beyond it the text is cut and marked. */
export const TEXT_LIMIT = 1_000_000;
const CUT_MARK = '\n[…]';

const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'a abbr audio b base big body button caption center cite code col colgroup del em embed font html i iframe img input ins kbd label link mark math meta object option s samp select small span strike strong sub summary details sup svg td th time tt u var video wbr'.split(
    ' ',
  ),
);
/** Elements whose content is no text for people. */
const SILENT = new Set(['head', 'noscript', 'script', 'style', 'template', 'textarea', 'title', 'xml']);
// biome-ignore format: one line reads better
const ENTITIES: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•', middot: '·', sect: '§', copy: '©', reg: '®', trade: '™', euro: '€', pound: '£', eacute: 'é', ntilde: 'ñ',
};

const ENTITY = /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi;
const TAG_NAME = /<(\/?)([a-z][a-z0-9:-]{0,20})(?=[\s/>])/iy;
// Control characters, bidirectional overrides (they can make a text read differently from what it is), byte order marks.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Plain text of a note, task or field. `html` says what is known of it; left out, it is looked at. */
export function plainText(source: string, html: boolean = looksLikeHtml(source)): string {
  const cut = source.length > TEXT_LIMIT;
  const text = cut ? source.slice(0, TEXT_LIMIT) : source;
  return tidy(html ? stripTags(text) : text) + (cut ? CUT_MARK : '');
}

/** Do two texts say the same, whatever their markup and spacing? */
export const sameText = (a: string, b: string): boolean => flat(plainText(a)) === flat(plainText(b));

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Known tags or well-known entities; `<john@example.com>` and `a < b` are neither. */
export function looksLikeHtml(text: string): boolean {
  if (/&(amp|lt|gt|quot|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});/i.test(text)) return true;
  for (const [, name] of text.matchAll(/<\/?([a-z][a-z0-9:-]{0,20})(?=[\s/>])/gi)) if (isTag(name ?? '')) return true;
  return false;
}

function isTag(written: string): boolean {
  const name = written.toLowerCase();
  // A colon: `<o:p>`, as word processors leave behind.
  return BLOCKS.has(name) || INLINE.has(name) || SILENT.has(name) || name.includes(':');
}

function stripTags(text: string): string {
  const out: string[] = [];
  // Once a quote was found never to close, quotes count no more; the same with `>`: keeps hostile text linear.
  const state = { quotes: true, closes: true };
  let at = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open < 0) break;
    out.push(words(text.slice(at, open)));
    const end = text.startsWith('<!--', open) ? after(text, '-->', open) : tagEnd(text, open, state);
    out.push(end === undefined ? '<' : mark(text.slice(open, end)));
    at = end === undefined ? open + 1 : afterSilent(text, open, end);
  }
  out.push(words(text.slice(at)));
  const spaced = out.join('').replace(/ {2,}/g, ' ');
  return spaced.replace(/• [ \uE000]+/g, '• ').replace(/ ?\uE000[ \uE000]*/g, '\n');
}

/** Where a tag ends; undefined when `<` starts none or it never closes: then it is text, which loses nothing. */
function tagEnd(text: string, open: number, state: { quotes: boolean; closes: boolean }): number | undefined {
  if (!state.closes) return undefined;
  TAG_NAME.lastIndex = open;
  const [whole, , name] = TAG_NAME.exec(text) ?? [];
  if (!(name ? isTag(name) : /^<[!?][a-z]/i.test(text.slice(open, open + 3)))) return undefined;
  let quote = '';
  for (let at = open + (whole?.length ?? 2); state.quotes && at < text.length; at++) {
    const char = text[at] as string;
    if (quote) quote = char === quote ? '' : quote;
    else if (char === '>') return at + 1;
    else if ((char === '"' || char === "'") && text[at - 1] === '=') quote = char;
  }
  state.quotes = false;
  const end = text.indexOf('>', open);
  state.closes = end >= 0;
  return state.closes ? end + 1 : undefined;
}

const after = (text: string, what: string, from: number): number => {
  const found = text.indexOf(what, from);
  return found < 0 ? text.length : found + what.length;
};

function afterSilent(text: string, open: number, end: number): number {
  const name = /^<([a-z]+)/i.exec(text.slice(open, open + 10))?.[1]?.toLowerCase() ?? '';
  if (!SILENT.has(name) || text[end - 2] === '/') return end;
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = end;
  const found = close.exec(text);
  return found ? after(text, '>', found.index) : text.length;
}

/** What a tag leaves behind in the text: `\uE000` (private use) is a line break that merges with its like, `\n` (br) is one that does not. */
function mark(tag: string): string {
  const name = /^<\/?([a-z0-9]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
  if (name === 'br') return '\n';
  if (name === 'li') return tag[1] === '/' ? '\uE000' : '\uE000• ';
  if (name === 'td' || name === 'th') return tag[1] === '/' ? ' ' : '';
  return BLOCKS.has(name) ? '\uE000' : '';
}

const words = (text: string) => decode(text.replace(/[\s\uE000]+/g, ' '));

function decode(text: string): string {
  return text.replace(ENTITY, (whole, name: string) => {
    if (name[0] !== '#') return ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNWANTED, '')
    .toWellFormed()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
