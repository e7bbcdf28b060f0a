import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../ui/Button.tsx';
import { PersonPick } from './PersonPick.tsx';
import '../../form/form.css';

/** Only these people while it is a pilot; anybody, up to so many a day, while there are none. */
export function PilotPeople({ people, onChange }: { people: string[]; onChange: (people: string[]) => void }): JSX.Element {
  const [open, setOpen] = useState(false);
  const [names, setNames] = useState<Record<string, string>>({});
  return (
    <div class="rul-pilot">
      <p class="field-label">{i18n.t('rules.limits.pilotPeople')}</p>
      <ul class="con-chips">
        {people.map((id) => (
          <li key={id} class="rul-person">
            {names[id] ?? id}
            <Button
              kind="quiet"
              size="small"
              icon="close"
              aria-label={i18n.t('rules.limits.removePerson', [names[id] ?? id])}
              onClick={() => onChange(people.filter((one) => one !== id))}
            />
          </li>
        ))}
        {people.length === 0 ? <li class="muted small">{i18n.t('rules.limits.anybody')}</li> : null}
      </ul>
      <Button kind="quiet" size="small" icon="add" aria-expanded={open ? 'true' : 'false'} onClick={() => setOpen(!open)}>
        {i18n.t('rules.limits.addPerson')}
      </Button>
      {open ? (
        <PersonPick
          label={i18n.t('rules.findPerson')}
          onPick={({ id, name }) => {
            setNames((before) => ({ ...before, [id]: name }));
            onChange([...new Set([...people, id])]);
            setOpen(false);
          }}
        />
      ) : null}
    </div>
  );
}
