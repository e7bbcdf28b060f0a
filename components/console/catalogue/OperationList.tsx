import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Operation } from '../../../lib/catalog/operation.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import type { Group } from './filters.ts';
import { entityName, kindWords, operationLabel, operationSummary, sideName } from './words.ts';

const ICONS: Record<Operation['kind'], IconName> = { trigger: 'bolt', action: 'right', search: 'search', utility: 'list' };
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Up and down go from one to the next; Enter opens, as on any link. */
function onArrows(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  if (!step) return;
  const links = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.cat-row')];
  const next = links[links.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The operations that fit, grouped by what they are about. */
export function OperationList({ groups, chosen }: { groups: Group[]; chosen?: string }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows are a short cut; every row is a link of its own
    <div class="cat-list" onKeyDown={onArrows}>
      {groups.map(({ entity, operations }) => (
        <section key={entity} aria-labelledby={`cat-${entity}`}>
          <h2 class="eyebrow cat-group" id={`cat-${entity}`}>
            {entityName(entity)} <span class="cat-count nums">{operations.length}</span>
          </h2>
          <ul>
            {operations.map((one) => (
              <Row key={one.id} operation={one} current={one.id === chosen} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Row({ operation, current }: { operation: Operation; current: boolean }): JSX.Element {
  const { id, kind, system } = operation;
  const label = operationLabel(id);
  return (
    <li>
      <a class="cat-row" href={`#/catalogue/${id}`} aria-current={current ? 'true' : undefined}>
        <span class={`cat-kind cat-kind-${kind}`} title={kindWords(kind)}>
          <Icon name={ICONS[kind]} size={14} label={kindWords(kind)} />
        </span>
        <span class="cat-row-words">
          <span class="cat-row-label">{label}</span>
          <span class="cat-row-summary cut" title={operationSummary(id)}>
            {operationSummary(id)}
          </span>
        </span>
        <span class="cat-row-side">{operation.source === 'relay' ? i18n.t('catalogue.relay') : sideName(system)}</span>
      </a>
    </li>
  );
}
