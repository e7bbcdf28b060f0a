import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { Empty } from '../../ui/Empty.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useQuery } from '../../use-query.ts';
import { useRoute } from '../use-hash.ts';
import { PeopleList } from './PeopleList.tsx';
import './people.css';
import { LoadFailed } from '../LoadFailed.tsx';
import { lazyPage } from '../lazy-page.tsx';
import { type Side, sidesOf } from './sides.ts';

/** With the forms of the catalogue behind it, which the list has no need of. */
const PersonPage = lazyPage(() => import('./PersonPage.tsx').then((m) => m.PersonPage));

/** `#/people`: everybody; `#/people/<link>`: one linked person. */
export function PeoplePage(): JSX.Element {
  const { sub } = useRoute();
  return sub ? <PersonPage key={sub} link={sub} /> : <Everybody />;
}

function Everybody(): JSX.Element {
  const { value: view, error, again } = useQuery('connections.view', {}, ({ signal }) => signal === 'store.changed');
  const sides = view ? sidesOf(view) : [];
  return (
    <div class="con-body pp">
      <h1>{i18n.t('people.title')}</h1>
      {sides.length ? <PeopleList sides={sides as [Side, ...Side[]]} /> : null}
      {view && !sides.length ? (
        <Empty
          icon="person"
          title={i18n.t('people.empty')}
          action={
            <a class="button button-primary" href="#/connections">
              {i18n.t('people.connect')}
            </a>
          }
        >
          {i18n.t('people.none')}
        </Empty>
      ) : null}
      {!view && error ? <LoadFailed error={error} again={again} /> : null}
      {!view && !error ? <Skeleton lines={10} label={i18n.t('console.loading')} /> : null}
    </div>
  );
}
