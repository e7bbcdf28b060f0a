/** Wire <-> model, one file an entity. */
export * from './convert-contact.ts';
export * from './convert-contact-write.ts';
export * from './convert-entry.ts';
export * from './convert-matter.ts';
export * from './convert-note.ts';
export * from './convert-task.ts';
