import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { ActError } from '../ActError.tsx';
import { type RunResult, useRun } from '../people/use-run.ts';
import { errorWords } from '../words.ts';
import { Busy } from './Busy.tsx';
import { type ClioPerson, useClioPeople } from './clio-people.ts';
import { isDoable, type Seen, useOutlooks } from './use-outlooks.ts';

/** The first person of Clio goes to HighLevel, with one click; what it would come to stands beside each. */
export function PushStep({ view, onDone }: { view: ConnectionsView; onDone: () => void }): JSX.Element {
  const { people, query, error, find } = useClioPeople(view);
  // Whom somebody asked for is shown as they are; of the others only those for whom there is something to do.
  const { seen, isLooking } = useOutlooks(people, query !== '');
  const run = useRun();
  const [result] = run.results;
  const isDone = result?.state === 'done';
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone]);
  const push = ({ link, name }: ClioPerson) => run.start('send', [{ link, name }], {});
  const isBusy = run.state === 'running' || result?.state === 'queued' || result?.state === 'sending';
  return (
    <>
      <Search onFind={find} />
      <ActError error={error} system="clio" />
      {seen.length > 0 ? (
        <ul class="gui-people" aria-label={i18n.t('guide.push.people')}>
          {seen.map((one) => (
            <Row key={one.link} person={one} isBusy={isBusy} onPush={() => push(one)} />
          ))}
        </ul>
      ) : null}
      <div role="status">
        {isBusy ? <Busy words={i18n.t('guide.push.sending')} /> : null}
        {!isBusy && (isLooking || !(people || error)) ? <Busy words={i18n.t('guide.push.reading')} /> : null}
      </div>
      {people && !isLooking && seen.length === 0 ? (
        <p class="muted">{i18n.t(people.length === 0 ? 'guide.push.nobody' : 'guide.push.allSame')}</p>
      ) : null}
      {result && !isBusy ? <Outcome result={result} /> : null}
    </>
  );
}

function Row({ person, isBusy, onPush }: { person: Seen; isBusy: boolean; onPush: () => void }): JSX.Element {
  const { name, reach, outlook } = person;
  return (
    <li>
      <span class="gui-who">
        <bdi class="cut" title={name}>
          {name}
        </bdi>{' '}
        <span class="muted small cut" title={reach}>
          {reach}
        </span>
      </span>
      <span class="small muted">{i18n.t(`guide.push.is_${outlook}`)}</span>
      <Button
        size="small"
        icon="up"
        disabled={isBusy || !isDoable(outlook)}
        aria-label={i18n.t('guide.push.who', [name])}
        onClick={onPush}
      >
        {i18n.t('guide.push.act')}
      </Button>
    </li>
  );
}

function Search({ onFind }: { onFind: (query: string) => void }): JSX.Element {
  const [query, setQuery] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onFind(query.trim());
  };
  return (
    <search>
      <form class="gui-search" onSubmit={submit}>
        <SearchInput label={i18n.t('guide.push.find')} value={query} onSearch={setQuery} />
        <Button type="submit">{i18n.t('guide.push.search')}</Button>
      </form>
    </search>
  );
}

/** Why it did not go, or that there was nothing to do. */
function Outcome({ result: { state, error, name } }: { result: RunResult }): JSX.Element | null {
  if (state === 'done') return null;
  const said =
    state === 'skipped'
      ? i18n.t('guide.push.same', [name])
      : error === 'duplicate-contact'
        ? i18n.t('guide.push.several', [name])
        : errorWords(error ?? 'unexpected', 'highlevel');
  return (
    <div class={state === 'skipped' ? 'con-note' : 'con-problem'} role="alert">
      <Icon name={state === 'skipped' ? 'info' : 'alert'} />
      <p>{said}</p>
    </div>
  );
}
