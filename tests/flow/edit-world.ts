import type { AppWorld } from './app-world.ts';

type Say = Pick<AppWorld, 'say' | 'sandbox'>;
const NO = { message: ['a value is not allowed'] };
/** Each call of the route is refused, until the office has found out why. */
export const refuse = ({ sandbox }: Say, route: string, body: unknown = NO) =>
  sandbox.faults.play({ fault: 'status', route, code: 422, times: 'always', body });
export const stopped = async ({ say }: Say) => (await say('console', 'asks.view', {})).writes;
export const logOf = async ({ say }: Say) => (await say('console', 'activity.view', { filter: {} })).rows;
