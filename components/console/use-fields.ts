import { useState } from 'preact/hooks';

/** Says what is wrong with a trimmed value, or nothing. */
export type Check = (value: string) => string | undefined;

/** What a text field carries. `value` is what was typed, spaces and all: trimming it under the caret would eat them. */
export interface Bound {
  name: string;
  value: string;
  error?: string;
  onInput: (value: string) => void;
}

export interface Fields<K extends string> {
  /** Trimmed. */
  values: Record<K, string>;
  bind: (name: K) => Bound;
  /** Checks all of them; on failure the first wrong one gets the focus. The controls carry their key as `name`. */
  check: (form: HTMLFormElement) => boolean;
  clear: (...names: K[]) => void;
}

/** The state of a small form of texts. */
export function useFields<K extends string>(checks: Record<K, Check>, start: Partial<Record<K, string>> = {}): Fields<K> {
  const names = Object.keys(checks) as K[];
  const [typed, setTyped] = useState<Partial<Record<K, string>>>(start);
  const [errors, setErrors] = useState<Partial<Record<K, string>>>({});
  const values = Object.fromEntries(names.map((name) => [name, (typed[name] ?? '').trim()])) as Record<K, string>;
  return {
    values,
    bind: (name) => ({
      name,
      value: typed[name] ?? '',
      error: errors[name],
      onInput: (value) => {
        setTyped((before) => ({ ...before, [name]: value }));
        setErrors((before) => ({ ...before, [name]: undefined }));
      },
    }),
    check: (form) => {
      const found: Partial<Record<K, string>> = {};
      for (const name of names) {
        const wrong = checks[name](values[name]);
        if (wrong) found[name] = wrong;
      }
      setErrors(found);
      const first = names.find((name) => found[name]);
      if (first) form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return !first;
    },
    clear: (...gone) => setTyped((before) => ({ ...before, ...Object.fromEntries(gone.map((name) => [name, ''])) })),
  };
}
