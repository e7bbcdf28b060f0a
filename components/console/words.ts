import { i18n } from '#i18n';
import type { Right } from '../../lib/model/connection.ts';
import type { ErrorCode, ErrorFacts } from '../../lib/model/errors.ts';
import type { Region, System } from '../../lib/model/subject.ts';
import { dateLocale } from '../ui/time.ts';
import { failureWords, wordOf } from '../words.ts';

/** For keys made at run time out of a table's ids, which the generated key types can't know. */
const lookUp = i18n.t as unknown as (key: string) => string;

export const systemName = (system: System): string => lookUp(`console.system.${system}`);
export const regionName = (region: Region): string => lookUp(`console.region.${region}`);

/** Clio's host of a region: what people see in their address bar. */
export const regionHost = (region: Region): string => (region === 'us' ? 'app.clio.com' : `${region}.app.clio.com`);

/** Clio's word for a kind of record in its developer app, by our id. */
export const areaName = (id: string): string => lookUp(`console.area.${id.replaceAll('-', '_')}`) || id;

/** What a right allows; the vendor's scope where a right has no words yet, so that no row is ever blank. */
export const rightWords = (right: Right): string => lookUp(`right.${right.id.replaceAll('-', '_')}`) || right.scope;

const SIGN_IN_WORDS = {
  'sign-in-cancelled': 'console.signIn.cancelled',
  'sign-in-refused': 'console.signIn.refused',
  'sign-in-state': 'console.signIn.state',
  'sign-in-interrupted': 'console.signIn.interrupted',
  'bad-credentials': 'console.signIn.credentials',
} as const satisfies Partial<Record<ErrorCode, string>>;

/** An error in words. With a system, the sign-in codes say what that vendor wants done. */
export function errorWords(code: ErrorCode, system?: System, facts: ErrorFacts = {}): string {
  const key = system && (SIGN_IN_WORDS as Partial<Record<ErrorCode, string>>)[code];
  if (key) return (i18n.t as unknown as (key: string, fill: string[]) => string)(key, [systemName(system)]);
  return failureWords({ code, facts }) || wordOf('error', 'unexpected');
}

/** Why a connection needs a sign-in. The general words send people to the Connections page, which is where they are. */
export function reasonWords(code: ErrorCode): string {
  if (code === 'signed-out') return i18n.t('console.card.signedOut');
  return code === 'refresh-refused' ? i18n.t('console.card.refreshRefused') : errorWords(code);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `2 min ago`; both in milliseconds since 1970. A time ahead of `now` (clocks differ) reads as just now. */
export function ago(at: number, now: number): string {
  const passed = now - at;
  if (passed < MINUTE) return i18n.t('console.ago.now');
  if (passed < HOUR) return i18n.t('console.ago.minutes', Math.floor(passed / MINUTE));
  if (passed < DAY) return i18n.t('console.ago.hours', Math.floor(passed / HOUR));
  return i18n.t('console.ago.days', Math.floor(passed / DAY));
}

/** A day as the browser's language writes it, e.g. `3 Nov 2026`. */
export const dayWords = (at: number): string =>
  new Intl.DateTimeFormat(dateLocale(), { day: 'numeric', month: 'short', year: 'numeric' }).format(at);

/** Day and time, for "since" lines. */
export const timeWords = (at: number): string =>
  new Intl.DateTimeFormat(dateLocale(), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(at);
