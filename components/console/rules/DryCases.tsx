import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { DryCase, DryStep } from '../../../lib/model/rules-view.ts';
import { fieldLabel } from '../../form/field-words.ts';
import { Badge } from '../../ui/Badge.tsx';
import { valueWords } from '../activity/words.ts';
import { entityName, operationLabel, sideName } from '../catalogue/words.ts';
import { Reasons } from '../needs-you/Candidates.tsx';
import { ago } from '../words.ts';
import { minutesWords, skipLabel, stepWords } from './words.ts';

/** Case by case what would happen; those that set it off first. */
export function DryCases({ cases, now }: { cases: readonly DryCase[]; now: number }): JSX.Element {
  const fired = cases.filter(({ skipped }) => !skipped);
  const left = cases.filter(({ skipped }) => skipped);
  return (
    <>
      <ul class="rul-cases">
        {fired.map((one) => (
          <li key={`${one.change ?? ''} ${one.id} ${one.at}`}>
            <Case one={one} now={now} open={fired.length === 1} />
          </li>
        ))}
      </ul>
      {left.length > 0 ? (
        <details class="con-more">
          <summary>{i18n.t('rules.dry.left', [String(left.length)])}</summary>
          <ul class="rul-left">
            {left.map((one) => (
              <li key={`${one.change ?? ''} ${one.id} ${one.at}`}>
                <span class="cut" title={one.label}>
                  {one.label || one.id}
                </span>
                <span class="muted small">{skipLabel(one.skipped ?? '')}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Case({ one, now, open }: { one: DryCase; now: number; open: boolean }): JSX.Element {
  const { label, id, system, entity, at, steps } = one;
  const writes = steps.filter((step) => step.do === 'action' && !step.skipped && !step.who).length;
  return (
    <details class="con-more" open={open}>
      <summary>
        {label || id}{' '}
        <span class="muted small">
          {sideName(system)} · {entityName(entity)} · {ago(at, now)}
        </span>{' '}
        <Badge tone={writes > 0 ? 'accent' : 'neutral'}>{i18n.t('rules.dry.writes', [String(writes)])}</Badge>
      </summary>
      <ol class="rul-case">
        {steps.map((step, place) => (
          <li key={place}>
            <StepResult step={step} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Whom somebody to be made could be: a person would be asked first. */
function Who({ who }: { who: NonNullable<DryStep['who']> }): JSX.Element {
  return (
    <>
      <p class="small">{i18n.t('rules.dry.whoLead')}</p>
      <ul class="rul-who" aria-label={i18n.t('needsYou.who')}>
        {who.map(({ id, name, email, phone, reasons }) => (
          <li key={id}>
            <p>
              <bdi>{name}</bdi>{' '}
              <span class="muted small" dir="auto">
                {[email, phone].filter(Boolean).join(' · ')}
              </span>
            </p>
            <Reasons reasons={reasons} />
          </li>
        ))}
      </ul>
    </>
  );
}

function StepResult({ step }: { step: DryStep }): JSX.Element {
  const { operation, text, call, fields, minutes, skipped, held, problems, who } = step;
  const name = operation ? operationLabel(operation) : stepWords(step.do);
  return (
    <>
      <p class="rul-case-head">
        <strong>{name}</strong>
        {minutes ? <span class="muted"> {minutesWords(minutes)}</span> : null}
        {skipped ? <Badge tone="neutral">{skipLabel(skipped)}</Badge> : null}
        {who ? <Badge tone="warn">{i18n.t('rules.dry.who')}</Badge> : null}
        {held?.length ? <Badge tone="warn">{i18n.t('rules.dry.held')}</Badge> : null}
      </p>
      {who ? <Who who={who} /> : null}
      {text ? <p class="rul-text">{text}</p> : null}
      {problems?.length ? <p class="field-error">{problems.map(({ field }) => fieldLabel(field)).join(', ')}</p> : null}
      {fields?.length ? (
        <dl class="rul-fields">
          {fields.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{fieldLabel(field)}</dt>
              <dd>
                {valueWords(before) ? <del>{valueWords(before)}</del> : null} <ins>{valueWords(after)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {call ? (
        <details>
          <summary class="small muted">{i18n.t('rules.dry.call')}</summary>
          <p class="cat-line con-mono">
            <strong>{call.method}</strong> {call.url}
          </p>
          {call.body === undefined ? null : <pre class="rul-body con-mono">{JSON.stringify(call.body, null, 2)}</pre>}
        </details>
      ) : null}
    </>
  );
}
