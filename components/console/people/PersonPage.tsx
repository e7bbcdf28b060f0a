import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { PersonPageView } from '../../../lib/model/console-sync.ts';
import { AppError, type ErrorCode } from '../../../lib/model/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useQuery } from '../../use-query.ts';
import { ActError } from '../ActError.tsx';
import { useNow } from '../use-now.ts';
import { useSaid } from '../use-said.tsx';
import { errorWords } from '../words.ts';
import { PersonAsks } from './PersonAsks.tsx';
import { PersonFields } from './PersonFields.tsx';
import { PersonHead } from './PersonHead.tsx';
import { PersonHistory } from './PersonHistory.tsx';
import { PersonTags } from './PersonTags.tsx';
import { PersonWaiting } from './PersonWaiting.tsx';
import { PersonWork } from './PersonWork.tsx';
import { Unlinked } from './Unlinked.tsx';
import { usePersonAct } from './use-person-act.ts';

/** One linked person: both sides, what was done, what is asked. */
export function PersonPage({ link }: { link: string }): JSX.Element {
  const { value: view, error, again } = useQuery('person.view', { link }, ({ signal }) => signal === 'store.changed');
  if (view) return error?.code === 'not-found' ? <Unlinked view={view} again={again} /> : <Loaded view={view} again={again} />;
  return (
    <div class="con-body">
      <h1>{i18n.t('people.title')}</h1>
      {error ? <Missing code={error.code} again={again} /> : <Skeleton lines={10} label={i18n.t('console.loading')} />}
    </div>
  );
}

function Missing({ code, again }: { code: ErrorCode; again: () => void }): JSX.Element {
  const isGone = code === 'not-found' || code === 'bad-message';
  return (
    <div role="alert">
      <Empty
        icon={isGone ? 'unlink' : 'alert'}
        title={i18n.t(isGone ? 'people.gone' : 'console.loadFailed')}
        action={
          <>
            <a class="button button-secondary" href="#/people">
              {i18n.t('people.back')}
            </a>
            {isGone ? null : <Button onClick={again}>{i18n.t('console.again')}</Button>}
          </>
        }
      >
        {isGone ? i18n.t('people.goneMore') : errorWords(code)}
      </Empty>
    </div>
  );
}

function Loaded({ view, again }: { view: PersonPageView; again: () => void }): JSX.Element {
  const now = useNow(view.now);
  const { said, say } = useSaid();
  const act = usePersonAct(view.link, say);
  return (
    <div class="con-body pp">
      <PersonHead view={view} act={act} again={again} />
      {act.error ? <ActError error={new AppError(act.error, act.detail ? { detail: act.detail } : {})} /> : null}
      <PersonAsks view={view} now={now} again={again} />
      <div class="pp-columns">
        <div class="pp-column">
          <PersonFields view={view} act={act} />
          <PersonWork view={view} act={act} now={now} />
        </div>
        <div class="pp-column">
          <PersonTags view={view} act={act} />
          <PersonWaiting view={view} now={now} />
          <PersonHistory view={view} now={now} />
        </div>
      </div>
      {said}
    </div>
  );
}
