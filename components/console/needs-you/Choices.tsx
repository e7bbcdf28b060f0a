import type { ComponentChildren, JSX } from 'preact';
import { i18n } from '#i18n';
import { Button } from '../../ui/Button.tsx';
import type { Choice } from './choices.ts';

export interface ChoicesProps {
  choices: Choice[];
  /** Only those beside this candidate; left out, those beside none. */
  of?: string;
  onDecide: (choice: Choice) => void;
  /** Other ways on, beside them. */
  children?: ComponentChildren;
}

/** The buttons of a decision with the keys that press them. */
export function Choices({ choices, of, onDecide, children }: ChoicesProps): JSX.Element | null {
  const shown = choices.filter((choice) => choice.of === of);
  if (!shown.length) return null;
  return (
    <div class="ny-choices">
      {shown.map((choice) => {
        const key = choices.indexOf(choice) + 1;
        return (
          <Button
            key={choice.id}
            class={choice.kind === 'danger' ? 'ny-danger' : undefined}
            kind={choice.kind === 'primary' ? 'primary' : 'secondary'}
            aria-keyshortcuts={key < 10 ? String(key) : undefined}
            onClick={() => onDecide(choice)}
          >
            {choice.label}
            {key < 10 ? (
              <span class="ny-key" aria-hidden="true" title={i18n.t('needsYou.keyIs', [String(key)])}>
                {key}
              </span>
            ) : null}
          </Button>
        );
      })}
      {children}
    </div>
  );
}
