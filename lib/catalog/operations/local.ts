import { fieldOf } from '../fields.ts';
import type { Operation } from '../operation.ts';
import { triggerRows } from './read-rows.ts';

/** What a rule does without calling anybody. Nothing of these stands for an endpoint, so they are not counted. */
const STEPS: Record<string, string[]> = {
  wait: ['minutes!:number'],
  branch: [],
  approve: ['text:long'],
  notify: ['title!', 'text:long'],
  stop: ['reason'],
};

const steps = Object.entries(STEPS).map(
  ([name, fields]): Operation => ({
    id: `local.${name}`,
    kind: 'utility',
    system: 'local',
    fields: fields.map((token) => fieldOf(token, () => 'input')),
    scopes: [],
    resend: 'safe',
  }),
);

export const local: readonly Operation[] = [
  ...triggerRows('local', { schedule: 'clock contact always | minutes!:number' }),
  ...steps,
];
