import type { SessionArea } from '../messages/mounts.ts';
import type { ConnectionsView } from '../model/console.ts';
import type { AppError } from '../model/errors.ts';
import type { System } from '../model/subject.ts';

type Status = NonNullable<ConnectionsView['signIn']>;

export interface SignInStatus {
  get(): Promise<Status | undefined>;
  open(system: System, at: number): Promise<void>;
  failed(system: System, error: AppError, at: number): Promise<void>;
  clear(): Promise<void>;
  /** A sign-in left open by a worker that died can't be finished: its state and keys died too. Say so instead of waiting for ever. */
  interrupted(at: number): Promise<void>;
}

const KEY = 'sign-in';

/** What the console says about the last sign-in. In storage.session, so that it outlives the worker but not the browser; holds no secret. */
export function createSignInStatus(session: SessionArea, changed: () => void): SignInStatus {
  const get = async (): Promise<Status | undefined> => (await session.get([KEY]))[KEY] as Status | undefined;
  const set = async (status: Status): Promise<void> => {
    await session.set({ [KEY]: status });
    changed();
  };
  return {
    get,
    open: (system, at) => set({ system, state: 'open', at }),
    failed: (system, error, at) => set({ system, state: 'failed', code: error.code, detail: error.facts.detail, at }),
    async clear() {
      await session.remove([KEY]);
      changed();
    },
    async interrupted(at) {
      const status = await get();
      if (status?.state === 'open') await set({ ...status, state: 'failed', code: 'sign-in-interrupted', at });
    },
  };
}
