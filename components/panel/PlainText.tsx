import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { foldOf, piecesOf } from './plain-text.ts';

/** Foreign text as text: line breaks kept, its own direction, safe links only, long ones folded. */
export function PlainText({ text }: { text: string }): JSX.Element {
  const [open, setOpen] = useState(false);
  const short = foldOf(text);
  const shown = open || short === undefined ? text : short;
  return (
    <div class="text-box">
      <div class="text" dir="auto">
        {piecesOf(shown).map((piece, at) => (
          <Piece key={`${at}-${piece.href ?? ''}`} {...piece} />
        ))}
      </div>
      {short === undefined ? null : (
        <button type="button" class="fold" aria-expanded={open ? 'true' : 'false'} onClick={() => setOpen(!open)}>
          {open ? i18n.t('panel.less') : i18n.t('panel.more')}
        </button>
      )}
    </div>
  );
}

function Piece({ text, href }: { text: string; href?: string }): JSX.Element {
  if (!href) return <>{text}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}
