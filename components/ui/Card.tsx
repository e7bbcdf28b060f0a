import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface CardProps {
  title?: ComponentChildren;
  /** Stands at the end of the title's row: a badge or a small button. */
  aside?: ComponentChildren;
  /** `sunken` for explanations, `plain` for things to act on. */
  look?: 'plain' | 'sunken';
  /** Of the title's heading. */
  level?: 2 | 3;
  children?: ComponentChildren;
}

/** A bordered block; with a title it is a section named by it. */
export function Card({ title, aside, look = 'plain', level = 3, children }: CardProps): JSX.Element {
  const id = useId();
  const Title = `h${level}` as const;
  return (
    <section class={`card card-${look}`} aria-labelledby={title ? id : undefined}>
      {title ? (
        <header class="card-head">
          <Title class="card-title" id={id}>
            {title}
          </Title>
          {aside}
        </header>
      ) : null}
      {children}
    </section>
  );
}
