import type { JSX } from 'preact';

const OPEN_TO = 2;

/** Any answer as a tree that opens and closes; the first levels stand open. */
export function JsonTree({ name, value, depth = 0 }: { name?: string; value: unknown; depth?: number }): JSX.Element {
  const label = name === undefined ? null : <span class="cat-key">{name}</span>;
  if (typeof value !== 'object' || value === null) {
    return (
      <div class="cat-leaf">
        {label}
        <span class={`cat-value cat-${typeof value}`}>{value === null || value === undefined ? '—' : String(value)}</span>
      </div>
    );
  }
  const entries = Object.entries(value);
  const size = Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`;
  return (
    <details class="cat-node" open={depth < OPEN_TO && entries.length <= 40}>
      <summary>
        {label} <span class="cat-size">{size}</span>
      </summary>
      <div class="cat-inside">
        {entries.map(([key, one]) => (
          <JsonTree key={key} name={key} value={one} depth={depth + 1} />
        ))}
      </div>
    </details>
  );
}
