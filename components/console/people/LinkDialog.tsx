import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PersonRowView } from '../../../lib/model/console-sync.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Field } from '../../ui/Field.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { errorWords, systemName } from '../words.ts';
import { Results } from './Results.tsx';
import { linkJob, type Side } from './sides.ts';
import { useSettled } from './use-listing.ts';
import { type People, usePeople } from './use-people.ts';
import { useRun } from './use-run.ts';

export interface LinkDialogProps {
  side: Side & { other: string };
  row: Pick<PersonRowView, 'id' | 'name'>;
  onClose: () => void;
}

/** Who one person is on the other side: looked for there by hand, and linked by one click. */
export function LinkDialog({ side, row, onClose }: LinkDialogProps): JSX.Element {
  const other = side.system === 'clio' ? 'highlevel' : 'clio';
  const [query, setQuery] = useState(row.name);
  const asked = useSettled(query).trim();
  const people = usePeople({ system: other, account: side.other, show: 'unlinked', ...(asked ? { query: asked } : {}) });
  const run = useRun();
  const choose = ({ id }: PersonRowView) => run.start('link', [linkJob(side, row, id)], {});
  return (
    <Dialog
      title={i18n.t('people.linkTitle', [row.name, systemName(other)])}
      onClose={onClose}
      closeLabel={i18n.t('people.close')}
      actions={<Button onClick={onClose}>{i18n.t(run.state === 'done' ? 'people.close' : 'console.cancel')}</Button>}
    >
      {run.state === 'idle' ? (
        <div class="con-dialog">
          <p class="muted">{i18n.t('people.linkLead')}</p>
          <Field label={i18n.t('people.search')} hint={i18n.t('people.searchHint')}>
            {(control) => <SearchInput {...control} value={query} onSearch={setQuery} />}
          </Field>
          <Found people={people} onChoose={choose} />
        </div>
      ) : (
        <Results run={run} />
      )}
    </Dialog>
  );
}

function Found({ people, onChoose }: { people: People; onChoose: (row: PersonRowView) => void }): JSX.Element {
  const { rows, busy, error } = people;
  const persons = rows.filter(({ kind }) => kind === 'person');
  if (error) return <p role="alert">{errorWords(error.code)}</p>;
  if (busy && !persons.length) return <Skeleton lines={3} label={i18n.t('people.looking')} />;
  if (!persons.length) return <Empty icon="search" title={i18n.t('people.nobody')} />;
  return (
    <ul class="pp-results" aria-label={i18n.t('people.linkWho')}>
      {persons.map((one) => (
        <li key={one.id} class="pp-result">
          <div>
            <p class="con-strong" dir="auto">
              {one.name}
            </p>
            <p class="small muted" dir="auto">
              {[one.email, one.phone, one.city].filter(Boolean).join(' · ') || '–'}
            </p>
          </div>
          <Button size="small" aria-label={i18n.t('people.linkTo', [one.name])} onClick={() => onChoose(one)}>
            {i18n.t('people.act.link')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
