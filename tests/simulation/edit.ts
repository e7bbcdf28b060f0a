import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';

/** What somebody does in Clio or HighLevel themselves. */
export type Act = (stage: Stage, memory: Memory) => void;

/** Remembers an edit, to judge the end by. */
export function note(stage: Stage, memory: Memory, edit: Omit<Memory['edits'][number], 'at'>): void {
  memory.edits.push({ at: stage.time.now(), ...edit });
}
