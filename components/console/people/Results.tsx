import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { hashOf } from '../use-hash.ts';
import { errorWords } from '../words.ts';
import type { Run, RunResult } from './use-run.ts';

const TONES: Partial<Record<RunResult['state'], Tone>> = {
  queued: 'accent',
  sending: 'accent',
  done: 'good',
  failed: 'bad',
  'needs-you': 'warn',
};
const isBad = ({ state }: RunResult): boolean => state === 'failed' || state === 'needs-you';
const say = i18n.t as unknown as (key: string) => string;
/** More names than these say nothing; the numbers do. */
const SHOWN = 200;

/** How far it is, and what became of each; what went wrong stands first. */
export function Results({ run }: { run: Run }): JSX.Element {
  const { results, state, at, of } = run;
  const bad = results.filter(isBad);
  const idle = results.filter((one) => one.state === 'skipped').length;
  const rest = results.filter((one) => !isBad(one));
  const number = (count: number) => new Intl.NumberFormat().format(count);
  const queued = results.length - bad.length - idle;
  return (
    <div class="con-dialog">
      <div class="pp-progress">
        <progress value={at} max={of} aria-label={i18n.t('people.results')} />
        <p class="nums" role="status">
          {state === 'running'
            ? i18n.t('people.running', [String(at), String(of)])
            : i18n.t('people.done', [number(queued), number(idle), number(bad.length)])}
        </p>
        {state === 'stopped' ? <p class="muted">{i18n.t('people.stopped')}</p> : null}
      </div>
      <ul class="pp-results" aria-label={i18n.t('people.results')}>
        {[...bad, ...rest].slice(0, SHOWN).map((one) => (
          <li key={one.link} class="pp-result">
            <div>
              <a href={hashOf('people', one.link)}>
                <bdi>{one.name}</bdi>
              </a>
              {isBad(one) && one.error ? <p class="small muted">{errorWords(one.error)}</p> : null}
            </div>
            <Badge tone={TONES[one.state] ?? 'neutral'}>{say(`people.state_${one.state.replaceAll('-', '_')}`)}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}
