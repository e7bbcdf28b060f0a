import type { Values } from '../../lib/catalog/operations/validate.ts';
import type { Sandbox } from '../../sandbox/server.ts';

export interface Stage {
  // biome-ignore lint/suspicious/noExplicitAny: an example may need another operation's answer, of any shape
  run: (id: string, example: Example) => Promise<{ id: string; answer: any }>;
  sandbox: Sandbox;
}

/** Values of an operation that the seed world has room for. */
export interface Example {
  values: (stage: Stage) => Values | Promise<Values>;
  /** What a core action is told was seen. */
  seen?: Values;
  /** A HighLevel token of its own. */
  token?: string;
}

export const given = (values: Values, more: Omit<Example, 'values'> = {}): Example => ({ values: () => values, ...more });
