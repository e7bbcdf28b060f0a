import type { Scene } from '../../lib/rules/scene.ts';
import { clioTask, people } from '../../lib/rules/templates/make.ts';

export { clioTask, people };
/** A Clio task that was just completed. */
export const TASK_DONE = {
  system: 'clio',
  account: 'us:1',
  entity: 'task',
  id: '201',
  before: clioTask,
  after: { ...clioTask, done: true },
  origin: 'pull',
} as const;

export const NOW = Date.parse('2026-11-22T17:00:00Z');
/** Marisol, linked; her task was just completed. */
export const sceneOf = (more: Partial<Scene> = {}): Scene => ({
  happening: { ...TASK_DONE, at: NOW },
  ...people,
  link: { clioId: '101', highlevelId: 'hl101' },
  accounts: { clio: 'us:1', highlevel: 'loc' },
  now: NOW,
  zone: 'America/Chicago',
  ...more,
});
