export interface TextPiece {
  text: string;
  href?: string;
}

// Only these three: a link of any other scheme (javascript:, data:, file:) stays text.
const LINK = /\b(?:https:\/\/[^\s<>"'`]+|mailto:[^\s<>"'`]+@[^\s<>"'`]+|tel:\+?[\d().-]{3,})/gi;
const SAFE = new Set(['https:', 'mailto:', 'tel:']);

/** A sentence's own punctuation is not part of the address; a closing bracket is, when the address opened it. */
function trimmed(link: string): string {
  let end = link.replace(/[.,;:!?]+$/, '');
  while (end.endsWith(')') && end.split(')').length > end.split('(').length) end = end.slice(0, -1).replace(/[.,;:!?]+$/, '');
  return end;
}

function hrefOf(link: string): string | undefined {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  // A user name in front of the host is a way to disguise it.
  return url && SAFE.has(url.protocol) && !url.username && !url.password ? url.href : undefined;
}

/** Text cut into plain pieces and links; joined, they are the text again. */
export function piecesOf(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const link = trimmed(match[0]);
    const href = hrefOf(link);
    if (!href) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: link, href });
    from = match.index + link.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

const LONG = 320;
const LINES = 7;

/** The beginning of a long text, cut at a word where there is one; undefined when the text is short enough to show whole. */
export function foldOf(text: string): string | undefined {
  const lines = text.split('\n');
  if (text.length <= LONG * 1.25 && lines.length <= LINES + 1) return undefined;
  const first = lines.slice(0, LINES).join('\n');
  const cut = first.length > LONG ? first.slice(0, LONG) : first;
  const word = cut.search(/\s\S*$/);
  // Never half of a surrogate pair.
  const whole = (first.length > LONG && word > LONG / 2 ? cut.slice(0, word) : cut).replace(/[\uD800-\uDBFF]$/, '');
  return `${whole.trimEnd()}…`;
}
