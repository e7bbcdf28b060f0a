/** Wire <-> model, one file an entity. */
export * from './convert-appointment.ts';
export * from './convert-contact.ts';
export * from './convert-note.ts';
export * from './convert-task.ts';
export * from './search.ts';
