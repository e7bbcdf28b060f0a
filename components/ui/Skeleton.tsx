import type { JSX } from 'preact';

/** Grey lines where text is going to stand. `label` is read out once. */
export function Skeleton({ lines = 3, label }: { lines?: number; label?: string }): JSX.Element {
  return (
    <div class="skeleton" role={label ? 'status' : undefined} aria-hidden={label ? undefined : 'true'}>
      {label ? <span class="unseen">{label}</span> : null}
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} class={`bone bone-${at % 3}`} />
      ))}
    </div>
  );
}
