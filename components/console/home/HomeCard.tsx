import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface HomeCardProps {
  title: string;
  /** At the end of the title's row. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

/** A block of the first page: a section named by its small heading. */
export function HomeCard({ title, aside, children }: HomeCardProps): JSX.Element {
  const id = useId();
  return (
    <section class="home-card" aria-labelledby={id}>
      <header class="home-card-head">
        <h2 class="eyebrow" id={id}>
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** What stands there instead of an empty list. */
export const None = ({ children }: { children: ComponentChildren }): JSX.Element => <p class="muted home-none">{children}</p>;
