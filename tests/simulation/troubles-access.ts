import { signIn, takeHighLevelBack } from './sign-ins.ts';
import { pass, type Stage } from './stage.ts';
import type { Trouble } from './troubles.ts';

/** All tokens that run out at all are over. */
export function expireTokens({ clio, highlevel, machine }: Stage): void {
  machine.hurt();
  for (const { control } of [clio, highlevel]) (control.expireTokens as () => void)();
}

/** What happens to tokens and sign-ins. */
export const ACCESS_TROUBLES: Record<string, Trouble> = {
  'tokens run out': expireTokens,
  /** The firm removes the app; somebody signs in again when they see the notice (at the latest in the end). */
  'clio access taken back': ({ clio, machine, chance }) => {
    if (!chance.chance(0.2)) return;
    machine.hurt();
    (clio.control.revokeToken as (args: unknown) => void)({});
  },
  'highlevel access taken back': (stage) => {
    if (!stage.chance.chance(0.2)) return;
    stage.machine.hurt();
    takeHighLevelBack(stage);
  },
  /** The worker dies while the consent page is open, or over what follows: what was held in its memory is gone. */
  async 'a sign-in is cut off'(stage, memory) {
    const { machine, chance } = stage;
    machine.awake();
    machine.doom(chance.below(14), chance.chance(0.5));
    await signIn(stage, chance.pick(['clio', 'clio', 'highlevel'] as const));
    void machine.awake().wake();
    await pass(stage, 60);
    if (!machine.isDead() && machine.isSigningIn())
      memory.seen.push({ kind: 'unsettled', what: 'a sign-in is waited for that its worker took with it' });
  },
};
