import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { AskBody } from '../../../lib/model/ask.ts';
import { Badge } from '../../ui/Badge.tsx';

const say = i18n.t as unknown as (key: string) => string;

/** The text with the words that stopped it marked. */
function marked(text: string, words: string[]): (string | JSX.Element)[] {
  const escaped = words.filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (!escaped.length) return [text];
  return text.split(new RegExp(`(${escaped.join('|')})`, 'giu')).map((part, at) =>
    at % 2 ? (
      <mark key={at} class="ny-differs">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}

/** What would be pushed, whole, and why it is held. */
export function HeldText({ body }: { body: AskBody }): JSX.Element {
  const { title, text, held = [], matter } = body;
  const words = held.flatMap((one) => one.words ?? []);
  return (
    <>
      {held.length ? (
        <ul class="ny-reasons" aria-label={i18n.t('needsYou.heldWhy')}>
          {held.map(({ code, words: found }) => (
            <li key={code}>
              <Badge tone="warn">
                {say(`merge.guard.${code.replaceAll('-', '_')}`) || code}
                {found?.length ? `: ${found.join(', ')}` : ''}
              </Badge>
            </li>
          ))}
        </ul>
      ) : null}
      {matter ? (
        <p class="small muted">
          {i18n.t('needsYou.matter')} <bdi>{matter.label}</bdi>
        </p>
      ) : null}
      {title || text ? (
        <blockquote class="ny-text" dir="auto">
          {title ? <p class="con-strong">{marked(title, words)}</p> : null}
          {text ? <p class="ny-lines">{marked(text, words)}</p> : null}
        </blockquote>
      ) : null}
    </>
  );
}
