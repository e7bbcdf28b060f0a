import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Spinner } from '../ui/Spinner.tsx';
import { usePanel } from './context.ts';

/** On a matter's page: whom the panel is about. */
export function PeopleSwitch(): JSX.Element | null {
  const { view, act, busy } = usePanel();
  const id = useId();
  const { people } = view;
  if (!people) return null;
  const going = busy.has('person');
  const single = people.list.length < 2;
  return (
    <section class="people" aria-label={i18n.t('panel.people.label')}>
      <span class="people-matter cut" title={people.matter} dir="auto">
        {people.matter}
      </span>
      <label class="unseen" for={id}>
        {i18n.t('panel.people.label')}
      </label>
      <select
        id={id}
        class="people-choice"
        value={people.chosen}
        disabled={going || single}
        onChange={(event) => void act('person', 'person.choose', { key: view.key, clioId: event.currentTarget.value })}
      >
        {people.list.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name} · {person.role}
          </option>
        ))}
      </select>
      {going ? <Spinner label={i18n.t('panel.busy')} /> : null}
    </section>
  );
}
