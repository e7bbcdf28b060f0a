import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../ui/Button.tsx';

const FEW = 12;

/** The words as chips, the first dozen until more are asked for. The focus stays in the list when a word goes. */
export function WordList({ words, onRemove }: { words: readonly string[]; onRemove?: (word: string) => void }): JSX.Element {
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const shown = all ? words : words.slice(0, FEW);
  const remove = (word: string) => {
    onRemove?.(word);
    list.current?.focus();
  };
  return (
    <>
      <ul class="pri-words" ref={list} tabIndex={-1} aria-label={i18n.t('privacy.words.title')}>
        {shown.map((word) => (
          <li key={word} class="pri-word">
            {word}
            {onRemove ? (
              <Button
                kind="quiet"
                size="small"
                icon="close"
                aria-label={i18n.t('privacy.words.remove', [word])}
                onClick={() => remove(word)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {words.length > FEW ? (
        <Button class="pri-more" kind="quiet" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? i18n.t('privacy.words.less') : i18n.t('privacy.words.more', [String(words.length)])}
        </Button>
      ) : null}
    </>
  );
}
