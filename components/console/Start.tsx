import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../lib/model/console.ts';
import { Icon } from '../ui/Icon.tsx';

interface Step {
  id: string;
  title: string;
  hint: string;
  done: boolean;
}

function stepsOf(view: ConnectionsView): Step[] {
  const has = (system: string) => view.connections.some((one) => one.system === system);
  const proved = (system: string) => view.connections.some((one) => one.system === system && one.rightsAt !== undefined);
  return [
    {
      id: 'highlevel',
      title: i18n.t('console.start.highlevel'),
      hint: i18n.t('console.start.highlevelHint'),
      done: has('highlevel'),
    },
    { id: 'clio', title: i18n.t('console.start.clio'), hint: i18n.t('console.start.clioHint'), done: has('clio') },
    {
      id: 'rights',
      title: i18n.t('console.start.rights'),
      hint: i18n.t('console.start.rightsHint'),
      done: proved('highlevel') && proved('clio'),
    },
  ];
}

/** The way in: three steps, what will be read, and that nothing is written. Gone when all three are done. */
export function Start({ view }: { view: ConnectionsView }): JSX.Element | null {
  const steps = stepsOf(view);
  if (steps.every((step) => step.done)) return null;
  const next = steps.find((step) => !step.done);
  const first = view.connections.length === 0;
  return (
    <section class="con-start" aria-labelledby="con-start">
      <h2 id="con-start">{i18n.t(first ? 'console.start.title' : 'console.start.titleNext')}</h2>
      <ol class="con-steps">
        {steps.map((step, at) => (
          <li
            key={step.id}
            class={`con-step${step.done ? ' con-step-done' : ''}`}
            aria-current={step === next ? 'step' : undefined}
          >
            <span class="con-step-mark" aria-hidden="true">
              {step.done ? <Icon name="check" size={14} /> : at + 1}
            </span>
            <div>
              <p class="con-step-title">
                <span class="unseen">{i18n.t('console.start.step', [at + 1])}: </span>
                {step.title}
                {step.done ? <span class="unseen">{i18n.t('console.start.done')}</span> : null}
              </p>
              <p class="muted small">{step.hint}</p>
            </div>
          </li>
        ))}
      </ol>
      {first ? <Reads /> : null}
    </section>
  );
}

function Reads(): JSX.Element {
  return (
    <div class="con-reads">
      <h3 class="eyebrow">{i18n.t('console.start.reads')}</h3>
      <ul>
        <li>{i18n.t('console.start.readsHighlevel')}</li>
        <li>{i18n.t('console.start.readsClio')}</li>
      </ul>
      <p class="con-reading-first">
        <Icon name="lock" size={14} /> {i18n.t('console.start.readingFirst')}
      </p>
    </div>
  );
}
