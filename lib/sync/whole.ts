import type { Link } from '../model/link.ts';
import type { Reader } from '../store/read.ts';
import { knownKeys } from './known.ts';

interface Whole {
  highlevelId: string;
  at: number;
}

/** Remembers that both sides of a link were read whole. */
export const wholeRow = ({ key, highlevelId }: Link, at: number): { key: string; value: Whole } => ({
  key: `${knownKeys.person(key)}|whole`,
  value: { highlevelId, at },
});

/** When both sides of a link were last read whole (ms since 1970); somebody linked to another contact since counts as never read. */
export async function readWholeAt(reader: Reader, { key, highlevelId }: Link): Promise<number | undefined> {
  const last = await reader.known<Whole>(`${knownKeys.person(key)}|whole`);
  return last?.highlevelId === highlevelId ? last.at : undefined;
}
