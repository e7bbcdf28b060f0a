import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Place } from '../../../lib/model/panel.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Switch } from '../Switch.tsx';
import { FindLinked } from './FindLinked.tsx';
import type { PartProps } from './part-props.ts';

/** A small start: these people, and at most so many new ones a day. */
export function PilotCard({ pair, choice, change }: PartProps): JSX.Element {
  const id = useId();
  const { pilot } = choice;
  const put = (part: Partial<typeof pilot>) => change({ pilot: { ...pilot, ...part } });
  return (
    <section class="con-panel con-block" aria-labelledby={id}>
      <div class="map-head">
        <div>
          <h2 id={id}>{i18n.t('mappings.pilot.title')}</h2>
          <p class="muted small" id={`${id}-hint`}>
            {i18n.t('mappings.pilot.lead')}
          </p>
        </div>
        <Switch labelledBy={id} describedBy={`${id}-hint`} on={pilot.on} onToggle={() => put({ on: !pilot.on })} />
      </div>
      {pilot.on ? (
        <>
          <People pair={pair} chosen={pilot.people} put={(people) => put({ people })} />
          <Field label={i18n.t('mappings.pilot.perDay')} hint={i18n.t('mappings.pilot.perDayHint')}>
            {(control) => (
              <input
                {...control}
                class="input map-number"
                type="number"
                min={0}
                max={1000}
                value={pilot.perDay ?? ''}
                onChange={(event) => put({ perDay: wholeOf(event.currentTarget.value) })}
              />
            )}
          </Field>
        </>
      ) : null}
    </section>
  );
}

const wholeOf = (typed: string): number | undefined =>
  typed.trim() === '' ? undefined : Math.min(100_000, Math.max(0, Math.round(Number(typed)) || 0));

interface PeopleProps {
  pair: PartProps['pair'];
  chosen: string[];
  put: (people: string[]) => void;
}

function People({ pair, chosen, put }: PeopleProps): JSX.Element {
  const [picked, setPicked] = useState<Record<string, string>>({});
  const nameOf = (id: string) =>
    picked[id] ?? pair.people.find((one) => one.id === id)?.name ?? i18n.t('mappings.pilot.unnamed', [id]);
  const pick = ({ id, name }: Place) => {
    setPicked((before) => ({ ...before, [id]: name }));
    put([...chosen, id].slice(0, 500));
  };
  return (
    <div class="map-people">
      <p class="field-label">
        {i18n.t('mappings.pilot.people')} · {i18n.t('mappings.pilot.chosen', [String(chosen.length)])}
      </p>
      <Chosen chosen={chosen} nameOf={nameOf} put={put} />
      <FindLinked pair={pair} label={i18n.t('mappings.pilot.find')} icon="add" without={chosen} onPick={pick} />
    </div>
  );
}

interface ChosenProps extends Omit<PeopleProps, 'pair'> {
  nameOf: (id: string) => string;
}

function Chosen({ chosen, nameOf, put }: ChosenProps): JSX.Element | null {
  if (!chosen.length) return null;
  return (
    <ul class="map-chips" aria-label={i18n.t('mappings.pilot.people')}>
      {chosen.map((one) => (
        <li key={one} class="map-chip">
          {nameOf(one)}
          <Button
            kind="quiet"
            size="small"
            icon="close"
            aria-label={i18n.t('mappings.extras.remove', [nameOf(one)])}
            onClick={() => put(chosen.filter((other) => other !== one))}
          />
        </li>
      ))}
    </ul>
  );
}
