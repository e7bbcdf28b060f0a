import type { Exchange } from '../../sandbox/exchange.ts';
import type { Chance } from './random.ts';

/** What can happen to one call. */
export type Mishap =
  | 'none'
  | 'lost-before'
  | 'lost-after'
  | 'slow'
  | 'too-slow'
  | 'late'
  | 'error-before'
  | 'error-after'
  | 'limited'
  | 'page-instead'
  | 'refused'
  | 'half-answer'
  | 'absent'
  /** Carried out at once, and told long after: what it tells is old by then. */
  | 'told-late'
  /** What a list holds is told twice in one answer, as a page that was read while rows moved. */
  | 'doubled';

/** A fault for the next call that fits, whatever the weather. */
export interface Aim {
  at: 'write' | 'read' | 'clio' | 'highlevel' | 'token';
  mishap: Mishap;
  /** Only a call that asks for this (an e-mail, say). */
  asks?: string;
  /** Only calls of this path. */
  path?: RegExp;
  /** What somebody does in the moment before it is carried out. */
  meanwhile?: () => void;
}

export interface Weather {
  online: boolean;
  /** Share of calls that meet each mishap; the rest goes well. */
  mishaps: Partial<Record<Exclude<Mishap, 'none'>, number>>;
  aimed: Aim[];
  /** How long tokens are said to be good for (seconds); left out: as long as they are. */
  tokenLife?: number;
  /** When HighLevel's budget of the day was used up last, by its own clock. */
  usedUp?: number;
  /** HighLevel keeps what we write in a spelling of its own (a belief: no page says that it does, none that it does not). */
  respells?: boolean;
}

/** Does it change anything? */
export const isWrite = ({ method, path }: Pick<Exchange, 'method' | 'path'>): boolean =>
  method !== 'GET' && !/search|token|oauth/.test(path);
const isAt = ({ at, asks, path }: Aim, exchange: Exchange): boolean => {
  if (exchange.path.includes('oauth') !== (at === 'token') || path?.test(exchange.path) === false) return false;
  if (asks && ![...exchange.query.values()].some((value) => value.includes(asks))) return false;
  if (at === 'token') return true;
  if (at === 'write' || at === 'read') return isWrite(exchange) === (at === 'write');
  return exchange.host.includes('clio') === (at === 'clio');
};

/** What the next call meets: what was aimed at it, else what the weather brings. */
export function mishapOf(chance: Chance, weather: Weather, exchange: Exchange): Pick<Aim, 'mishap' | 'meanwhile'> {
  const aim = weather.aimed.findIndex((one) => isAt(one, exchange));
  if (aim >= 0) return weather.aimed.splice(aim, 1)[0] as Aim;
  return { mishap: byChance(chance, weather) };
}

function byChance(chance: Chance, weather: Weather): Mishap {
  let left = chance.next();
  for (const [name, share] of Object.entries(weather.mishaps)) {
    left -= share;
    if (left < 0) return name as Mishap;
  }
  return 'none';
}
