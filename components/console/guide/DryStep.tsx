import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import { type AppError, toAppError } from '../../../lib/model/errors.ts';
import type { Rule } from '../../../lib/model/rule.ts';
import type { DryRunView, RulesView } from '../../../lib/model/rules-view.ts';
import { Button } from '../../ui/Button.tsx';
import { ActError } from '../ActError.tsx';
import { DryResult } from '../rules/DryRunPart.tsx';
import { Busy } from './Busy.tsx';
import { type ClioPerson, useClioPeople } from './clio-people.ts';
import { pickedRules } from './steps.ts';

/** People it is played on while nothing has changed yet: each is read from both systems. */
const PEOPLE = 3;

const together = (all: DryRunView[]): DryRunView | undefined =>
  all.length === 0
    ? undefined
    : all.reduce((one, other) => ({
        now: other.now,
        problems: [...one.problems, ...other.problems],
        cases: [...one.cases, ...other.cases],
        fired: one.fired + other.fired,
        writes: one.writes + other.writes,
        calls: one.calls + other.calls,
      }));

/** On what changed last; on a fresh installation nothing has, so on a few people of Clio as if they had just come. */
async function play(rules: Rule[], people: ClioPerson[]): Promise<DryRunView | undefined> {
  const last = together(await Promise.all(rules.map((rule) => send('rule.dry-run', { rule, against: 'last-50' }))));
  if (last?.cases.length) return last;
  const runs: DryRunView[] = [];
  for (const { link } of people.slice(0, PEOPLE))
    for (const rule of rules) runs.push(await send('rule.dry-run', { rule, against: { link } }).catch(nothing));
  return together(runs);
}
/** Rules about HighLevel's people have nothing to say of somebody who is in Clio only. */
const nothing = (): DryRunView => ({ now: 0, problems: [], cases: [], fired: 0, writes: 0, calls: 0 });

interface Playing {
  dry?: DryRunView;
  error?: AppError;
  again: () => void;
}

/** Plays once the people are known, and again when it is asked to. */
function usePlaying(picked: Rule[], people: ClioPerson[] | undefined, onDone: () => void): Playing {
  const [played, setPlayed] = useState<Omit<Playing, 'again'>>({});
  const [turn, setTurn] = useState(0);
  const which = picked.map(({ id, version }) => `${id} ${version}`).join();
  const isReady = people !== undefined;
  useEffect(() => {
    if (!isReady || !which) return undefined;
    let isHere = true;
    play(picked, people).then(
      (dry) => {
        if (!isHere) return;
        setPlayed({ dry });
        onDone();
      },
      (thrown: unknown) => isHere && setPlayed({ error: toAppError(thrown) }),
    );
    return () => {
      isHere = false;
    };
  }, [which, isReady, turn]);
  const again = () => {
    setPlayed({});
    setTurn(turn + 1);
  };
  return { ...played, again };
}

export interface DryStepProps {
  rules?: RulesView;
  view: ConnectionsView;
  onDone: () => void;
}

/** The picked rule, played by itself on real people; what came of it stays while it is decided on. Nothing is sent. */
export function DryStep({ rules, view, onDone }: DryStepProps): JSX.Element {
  const { people, error: unread } = useClioPeople(view);
  const picked = pickedRules(rules).map(({ rule }) => rule);
  const { dry, error, again } = usePlaying(picked, unread ? [] : people, onDone);
  return (
    <>
      <div class="gui-dry" aria-live="polite">
        {dry ? <DryResult dry={dry} /> : null}
        {dry || error ? null : <Busy words={i18n.t('guide.dry.running')} />}
      </div>
      <ActError error={error} />
      {error ? (
        <div class="gui-acts">
          <Button onClick={again}>{i18n.t('guide.dry.again')}</Button>
        </div>
      ) : null}
    </>
  );
}
