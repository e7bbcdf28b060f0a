import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';

export interface TagPickerProps {
  /** Suggestions: tags of the location that the person hasn't got. */
  known: string[];
  busy: boolean;
  onPick: (tag: string) => void;
  onClose: () => void;
}

const SHOWN = 6;

const matching = (known: string[], text: string): string[] => {
  const wanted = text.trim().toLocaleLowerCase();
  return known.filter((tag) => tag.toLocaleLowerCase().includes(wanted)).slice(0, SHOWN);
};

/** A text box with suggestions (ARIA combobox with a list): arrows move, Enter takes the marked or the typed tag, Escape leaves. */
export function TagPicker({ known, busy, onPick, onClose }: TagPickerProps): JSX.Element {
  const [text, setText] = useState('');
  const id = useId();
  const found = matching(known, text);
  const pick = (tag: string | undefined) => {
    const clean = tag?.trim();
    if (clean && !busy) onPick(clean);
  };
  const [marked, setMarked] = useState(-1);
  return (
    <div class="picker">
      <div class="picker-row">
        <Box
          id={id}
          found={found}
          marked={marked}
          onMark={setMarked}
          text={text}
          onText={setText}
          pick={pick}
          onClose={onClose}
        />
        <Button kind="secondary" busy={busy} disabled={!text.trim()} onClick={() => pick(text)}>
          {i18n.t('panel.tags.go')}
        </Button>
        <Button kind="quiet" icon="close" aria-label={i18n.t('panel.cancel')} onClick={onClose} />
      </div>
      <Suggestions id={id} found={found} marked={marked} onPick={pick} />
    </div>
  );
}

interface BoxProps {
  id: string;
  found: string[];
  marked: number;
  onMark: (at: number) => void;
  text: string;
  onText: (text: string) => void;
  pick: (tag: string | undefined) => void;
  onClose: () => void;
}

function Box({ id, found, marked, onMark, text, onText, pick, onClose }: BoxProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const moves: Record<string, () => void> = {
    ArrowDown: () => onMark(found.length ? (marked + 1) % found.length : -1),
    ArrowUp: () => onMark(found.length ? (marked <= 0 ? found.length : marked) - 1 : -1),
    Enter: () => pick(found[marked] ?? text),
    Escape: onClose,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (!move || event.isComposing) return;
    event.preventDefault();
    move();
  };
  const onInput = (event: { currentTarget: HTMLInputElement }) => {
    onText(event.currentTarget.value);
    onMark(-1);
  };
  const aria = {
    'aria-label': i18n.t('panel.tags.label'),
    'aria-autocomplete': 'list' as const,
    'aria-activedescendant': found[marked] ? `${id}-${marked}` : undefined,
  };
  const placeholder = i18n.t('panel.tags.placeholder');
  return (
    <input
      ref={input}
      class="input"
      role="combobox"
      aria-expanded={found.length > 0}
      aria-controls={id}
      {...aria}
      {...{ placeholder, maxLength: 100, value: text, onInput, onKeyDown }}
    />
  );
}

interface SuggestionsProps {
  id: string;
  found: string[];
  marked: number;
  onPick: (tag: string) => void;
}

function Suggestions({ id, found, marked, onPick }: SuggestionsProps): JSX.Element {
  return (
    <div id={id} class="options" role="listbox" aria-label={i18n.t('panel.tags.known')} hidden={found.length === 0}>
      {found.map((tag, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox holds the focus and handles the keys
        <div
          key={tag}
          id={`${id}-${at}`}
          class={`option cut${at === marked ? ' option-on' : ''}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === marked ? 'true' : 'false'}
          dir="auto"
          title={tag}
          onClick={() => onPick(tag)}
        >
          {tag}
        </div>
      ))}
    </div>
  );
}
