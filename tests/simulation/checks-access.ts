import type { Breach } from './checks.ts';
import type { Lying } from './disk.ts';
import type { CallSeen } from './network.ts';
import type { Stage } from './stage.ts';

type Grant = { grant_type?: string; code?: string };
const grantOf = ({ path, body }: CallSeen): Grant => (path.includes('token') ? ((body as Grant | undefined) ?? {}) : {});
const isRefresh = (call: CallSeen): boolean => grantOf(call).grant_type === 'refresh_token';
export const isSignIn = (call: CallSeen): boolean => call.status === 200 && grantOf(call).grant_type === 'authorization_code';

const byHost = (calls: CallSeen[]): CallSeen[][] => [...Map.groupBy(calls, ({ host }) => host).values()];

/** A token that ran out is refreshed once: a second refresh within seconds is a race, unless the worker died or the answer was lost. */
function refreshedOnce({ calls, machine }: Stage): Breach[] {
  const good = calls.filter((one) => isRefresh(one) && one.status === 200 && (one.mishap === 'none' || one.mishap === 'slow'));
  return byHost(good).flatMap((mine) =>
    mine.flatMap((one, index): Breach[] => {
      const last = mine[index - 1];
      if (!last || one.at < last.at || one.at - last.at > 60_000 || machine.hurtBetween(last.began, one.at)) return [];
      return [{ kind: 'tokens', what: `refreshed twice within ${one.at - last.at} ms` }];
    }),
  );
}

/** What was refused for good is not asked for again before somebody signs in; the worker may not have kept what it was told. */
function refusedOnce({ calls, machine }: Stage): Breach[] {
  return byHost(calls.filter((one) => isRefresh(one) || isSignIn(one))).flatMap((mine) =>
    mine.flatMap((one, index): Breach[] => {
      const last = mine[index - 1];
      const isBoth = [last, one].every((call) => call && isRefresh(call) && call.status === 400 && call.mishap === 'none');
      if (!last || !isBoth || machine.hurtBetween(last.began, one.at)) return [];
      return [{ kind: 'tokens', what: `a refresh that was refused was tried again ${one.at - last.at} ms later` }];
    }),
  );
}

/** A code is good for one exchange, and is tried once. */
const codesUsedOnce = ({ calls }: Stage): Breach[] =>
  [...Map.groupBy(calls, (one) => grantOf(one).code)].flatMap(([code, uses]): Breach[] =>
    code && uses.length > 1 ? [{ kind: 'tokens', what: `a code was exchanged ${uses.length} times` }] : [],
  );

/** Signed out: said once, not again until somebody has signed in. */
function toldOnce({ activity }: Lying): Breach[] {
  const lines = activity.filter(({ kind, why }) => kind === 'connection' && (why === 'signed-out' || why === 'connected'));
  return [...Map.groupBy(lines, ({ system, account }) => `${system} ${account}`)].flatMap(([who, mine]) => {
    mine.sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
    return mine.flatMap(({ why }, index): Breach[] =>
      why === 'signed-out' && mine[index - 1]?.why === why
        ? [{ kind: 'tokens', what: `${who} was said to be signed out twice` }]
        : [],
    );
  });
}

/** Whoever is connected has credentials. */
function noHalfSignIn({ connections, vault }: Lying): Breach[] {
  const half = connections.filter(({ id, state }) => state === 'ok' && !vault.includes(id));
  return half.map(({ id }) => ({ kind: 'tokens', what: `${id} is called connected, without credentials` }));
}

/** Tokens, sign-ins, and what is said of them. */
export const accessKept = (stage: Stage, lying: Lying): Breach[] => [
  ...refreshedOnce(stage),
  ...refusedOnce(stage),
  ...codesUsedOnce(stage),
  ...toldOnce(lying),
  ...noHalfSignIn(lying),
];
