/** A bug planted on purpose: its name, the file, what stands there exactly once, and what it becomes. */
export type MutantRow = [name: string, file: string, find: string, replace: string];
