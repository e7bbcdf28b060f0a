import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CATALOGUE } from '../../../lib/catalog/operations/catalogue.ts';
import { isCounted } from '../../../lib/catalog/operations/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useQuery } from '../../use-query.ts';
import { useRoute } from '../use-hash.ts';
import { FilterBar } from './FilterBar.tsx';
import { type Filter, grouped, matching } from './filters.ts';
import { OperationDetail } from './OperationDetail.tsx';
import { OperationList } from './OperationList.tsx';
import { operationLabel, operationSummary } from './words.ts';
import './catalogue.css';

const NO_FILTER: Filter = { text: '' };
const told = ({ id }: { id: string }): string => `${operationLabel(id)} ${operationSummary(id)}`;

/** Everything Rankr can notice, read and do. It is known without asking anybody; only rights come from the background. */
export function CataloguePage(): JSX.Element {
  const { value: view } = useQuery('connections.view', {}, ({ signal }) => signal === 'store.changed');
  const [filter, setFilter] = useState(NO_FILTER);
  const { sub } = useRoute();
  const chosen = CATALOGUE.find(({ id }) => id === sub);
  const found = useMemo(() => matching(CATALOGUE, filter, told), [filter]);
  const groups = useMemo(() => grouped(found), [found]);
  return (
    <div class="con-body cat" data-open={chosen ? 'true' : undefined}>
      <header class="con-head">
        <h1>{i18n.t('catalogue.title')}</h1>
        <p class="muted">{i18n.t('catalogue.lead', [String(CATALOGUE.filter(isCounted).length)])}</p>
      </header>
      <div class="cat-columns">
        <section class="cat-index" aria-label={i18n.t('catalogue.title')}>
          <FilterBar filter={filter} onChange={setFilter} />
          <p class="muted small nums" role="status">
            {i18n.t('catalogue.found', [String(found.length), String(CATALOGUE.length)])}
          </p>
          {found.length > 0 ? (
            <OperationList groups={groups} chosen={chosen?.id} />
          ) : (
            <Empty
              icon="search"
              title={i18n.t('catalogue.none')}
              action={<Button onClick={() => setFilter(NO_FILTER)}>{i18n.t('catalogue.showAll')}</Button>}
            />
          )}
        </section>
        {chosen ? <OperationDetail operation={chosen} view={view} /> : <Hint />}
      </div>
    </div>
  );
}

function Hint(): JSX.Element {
  return (
    <div class="cat-detail cat-hint">
      <Empty icon="list" title={i18n.t('catalogue.choose')}>
        {i18n.t('catalogue.chooseHint')}
      </Empty>
    </div>
  );
}
