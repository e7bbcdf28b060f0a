import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Operation } from '../../../lib/catalog/operation.ts';
import { endpointOf } from '../../../lib/catalog/operations/endpoint-of.ts';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { changesOf } from './effects.ts';
import { entityOf } from './filters.ts';
import { NeedsPart } from './NeedsPart.tsx';
import { TryPart } from './TryPart.tsx';
import {
  changeWords,
  entityName,
  kindWords,
  operationLabel,
  operationSummary,
  resendWords,
  sideName,
  sourceWords,
} from './words.ts';

/** One operation: what it does, needs and may change, and a place to try it. */
export function OperationDetail({ operation, view }: { operation: Operation; view?: ConnectionsView }): JSX.Element {
  const { id, kind, system } = operation;
  const head = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else head.current?.focus();
  }, [id]);
  const canTry = kind !== 'trigger' && system !== 'local';
  return (
    <article class="cat-detail" aria-labelledby="cat-detail-title">
      <a class="cat-back" href="#/catalogue">
        <Icon name="back" size={14} /> {i18n.t('catalogue.back')}
      </a>
      <header class="cat-detail-head">
        <h2 id="cat-detail-title" tabIndex={-1} ref={head}>
          {operationLabel(id)}
        </h2>
        <p class="cat-marks">
          <Badge tone="accent">{kindWords(kind)}</Badge>
          <Badge>{sideName(system)}</Badge>
          {operation.presetOf ? <Badge>{i18n.t('catalogue.preset')}</Badge> : null}
          {operation.source === 'relay' ? <Badge tone="warn">{i18n.t('catalogue.relay')}</Badge> : null}
        </p>
        <p class="muted">{operationSummary(id)}</p>
      </header>
      <Facts operation={operation} view={view} />
      {canTry ? (
        <Card title={i18n.t('catalogue.try.title')}>
          <TryPart
            key={id}
            operation={operation}
            connections={view?.connections.filter((one) => one.system === system && one.state === 'ok') ?? []}
          />
        </Card>
      ) : null}
    </article>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }): JSX.Element {
  return (
    <div class="cat-fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ operation, view }: { operation: Operation; view?: ConnectionsView }): JSX.Element {
  const { id, system, source, presetOf } = operation;
  const fill = [entityName(entityOf(id)), sideName(system)];
  return (
    <dl class="cat-facts">
      {source ? <Fact label={i18n.t('catalogue.fires')}>{sourceWords(source)}</Fact> : null}
      <Fact label={i18n.t('catalogue.changes')}>
        <ul class="cat-changes">
          {changesOf(operation).map((change) => (
            <li key={change}>{changeWords(change, fill)}</li>
          ))}
        </ul>
      </Fact>
      {system === 'local' ? null : (
        <Fact label={i18n.t('catalogue.needs.title')}>
          <NeedsPart operation={operation} view={view} />
        </Fact>
      )}
      <Wire operation={operation} />
      {presetOf ? (
        <Fact label={i18n.t('catalogue.caseOf')}>
          <a href={`#/catalogue/${presetOf}`}>{operationLabel(presetOf)}</a>
        </Fact>
      ) : null}
      <Fact label={i18n.t('catalogue.id')}>
        <code class="con-mono">{id}</code>
      </Fact>
    </dl>
  );
}

/** How it looks on the wire. */
function Wire({ operation }: { operation: Operation }): JSX.Element {
  const { source, event } = operation;
  const endpoint = endpointOf(operation.endpoint);
  return (
    <>
      {endpoint ? (
        <Fact label={i18n.t(source ? 'catalogue.reads' : 'catalogue.calls')}>
          <code class="con-mono">
            {endpoint.method} {endpoint.path}
          </code>
        </Fact>
      ) : null}
      {event ? (
        <Fact label={i18n.t('catalogue.event')}>
          <code class="con-mono">{event}</code>
        </Fact>
      ) : null}
      {operation.kind === 'action' ? (
        <Fact label={i18n.t('catalogue.lost')}>{resendWords(operation.core ? 'check' : operation.resend)}</Fact>
      ) : null}
    </>
  );
}
