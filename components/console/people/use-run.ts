import { useEffect, useRef, useState } from 'preact/hooks';
import type { Payload } from '../../../lib/messages/protocol.ts';
import { onSignal, send } from '../../../lib/messages/send.ts';
import { toAppError } from '../../../lib/model/errors.ts';
import type { ActView } from '../../../lib/model/operation.ts';
import type { PeopleAct, PersonDone } from '../../../lib/model/people-acts.ts';
import type { Job } from './sides.ts';

/** Few enough that progress is seen, and that stopping stops soon. */
const CHUNK = 10;
const ASK_AT_ONCE = 500;

export interface RunResult extends Omit<PersonDone, 'state'> {
  state: PersonDone['state'] | ActView['state'];
}
export interface Run {
  state: 'idle' | 'running' | 'stopped' | 'done';
  at: number;
  of: number;
  results: RunResult[];
  start: (act: PeopleAct, jobs: Job[], more: Pick<Payload<'people.act'>, 'tags'>) => void;
  stop: () => void;
}

function chunksOf(jobs: Job[]): Job[][] {
  // A link names its other side, so it goes alone.
  const most = jobs.some(({ highlevelId }) => highlevelId) ? 1 : CHUNK;
  return Array.from({ length: Math.ceil(jobs.length / most) }, (_, at) => jobs.slice(at * most, (at + 1) * most));
}

async function carryOut(act: PeopleAct, jobs: Job[], more: Pick<Payload<'people.act'>, 'tags'>): Promise<RunResult[]> {
  const names = new Map(jobs.map(({ link, name }) => [link, name]));
  try {
    const links = [...names.keys()];
    const { done } = await send('people.act', { act, links, highlevelId: jobs[0]?.highlevelId, ...more });
    return done.map((one) => ({ ...one, name: names.get(one.link) ?? one.name }));
  } catch (thrown) {
    const error = toAppError(thrown).code;
    return [...names].map(([link, name]) => ({ link, name, acts: [], state: 'failed', error }));
  }
}

/** What became of the writes that were queued, as far as they came. */
async function followed(results: RunResult[]): Promise<RunResult[]> {
  const open = results.filter(({ state, acts }) => acts.length && state !== 'done').slice(0, ASK_AT_ONCE);
  const acts = open.flatMap((one) => one.acts).slice(0, ASK_AT_ONCE);
  if (!acts.length) return results;
  const found = new Map((await send('people.results', { acts })).acts.map((one) => [one.id, one]));
  return results.map((one) => {
    const states = one.acts.flatMap((id) => found.get(id) ?? []);
    const worst = states.find(({ state }) => state !== 'done') ?? states[0];
    return worst ? { ...one, state: worst.state, error: worst.error } : one;
  });
}

/** One act for many people, some at a time, with what became of each. What was queued stays queued when it is stopped. */
export function useRun(): Run {
  const [run, setRun] = useState<Omit<Run, 'start' | 'stop'>>({ state: 'idle', at: 0, of: 0, results: [] });
  const isStopped = useRef(false);
  const latest = useRef(run.results);
  latest.current = run.results;
  useEffect(() => {
    const stop = onSignal(({ signal }) => {
      if (signal !== 'store.changed') return;
      const before = latest.current;
      followed(before).then(
        // Another chunk may have come meanwhile.
        (results) => setRun((now) => (now.results === before ? { ...now, results } : now)),
        () => undefined,
      );
    });
    return () => {
      isStopped.current = true;
      stop();
    };
  }, []);
  const start: Run['start'] = (act, jobs, more) => {
    isStopped.current = false;
    setRun({ state: 'running', at: 0, of: jobs.length, results: [] });
    void (async () => {
      for (const chunk of chunksOf(jobs)) {
        if (isStopped.current) break;
        const results = await carryOut(act, chunk, more);
        setRun((now) => ({ ...now, at: now.at + chunk.length, results: [...now.results, ...results] }));
      }
      setRun((now) => ({ ...now, state: isStopped.current ? 'stopped' : 'done' }));
    })();
  };
  const stop = () => {
    isStopped.current = true;
  };
  return { ...run, start, stop };
}
