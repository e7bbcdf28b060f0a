import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Right } from '../../lib/model/connection.ts';
import type { ConnectionView } from '../../lib/model/console.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ActError } from './ActError.tsx';
import { RightsTable } from './RightsTable.tsx';
import type { Act } from './use-send.ts';
import { ago } from './words.ts';

export interface RightsPartProps {
  connection: ConnectionView;
  /** Whether writing is switched on for this system: a missing write right is a fault only then. */
  writing: boolean;
  now: number;
  check: Act<'connection.check'>;
  onCheck: () => void;
}

/** The permission check of one connection: a line that sums it up, and the table, open by itself when something needs doing. */
export function RightsPart({ connection, writing, now, check, onCheck }: RightsPartProps): JSX.Element {
  const id = useId();
  const [chosen, setChosen] = useState<boolean>();
  const { rights, rightsAt } = connection;
  const checking = connection.checking || check.busy;
  const open = rights !== undefined && (chosen ?? needsDoing(rights, writing));
  const when = rightsAt === undefined ? i18n.t('console.rights.never') : i18n.t('console.rights.checked', [ago(rightsAt, now)]);
  return (
    <div class="con-rights">
      <div class="con-rights-line">
        <h4>
          {rights ? (
            <button
              type="button"
              class="con-rights-toggle"
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              onClick={() => setChosen(!open)}
            >
              <Icon name="chevron" size={14} />
              {i18n.t('console.rights.title')}
            </button>
          ) : (
            i18n.t('console.rights.title')
          )}
        </h4>
        {rights ? <Summary rights={rights} writing={writing} /> : null}
        <span class="con-rights-when" role="status">
          {checking ? i18n.t('console.rights.checking') : when}
        </span>
        <Button size="small" busy={checking} onClick={onCheck}>
          {i18n.t(rights ? 'console.rights.again' : 'console.rights.check')}
        </Button>
      </div>
      {rights ? null : <p class="muted small">{i18n.t('console.rights.none')}</p>}
      <ActError error={check.error} />
      {open ? <RightsTable id={id} connection={connection} rights={rights} writing={writing} /> : null}
    </div>
  );
}

const needsDoing = (rights: Right[], writing: boolean): boolean =>
  rights.some((right) => right.state !== 'granted' && (right.access === 'read' || writing));

/** Missing write rights are how a reading-only key should look, so they are named as that and not counted as faults. */
function Summary({ rights, writing }: { rights: Right[]; writing: boolean }): JSX.Element {
  const counted = rights.filter((right) => right.access === 'read' || writing);
  const missing = counted.filter((right) => right.state === 'missing').length;
  const unknown = counted.filter((right) => right.state === 'unknown').length;
  if (missing > 0) return <Badge tone="bad">{i18n.t('console.rights.missingCount', missing)}</Badge>;
  if (unknown > 0) return <Badge tone="warn">{i18n.t('console.rights.unknownCount', unknown)}</Badge>;
  if (rights.every((right) => right.state === 'granted'))
    return <Badge tone="good">{i18n.t('console.rights.allGranted', [rights.length])}</Badge>;
  return <Badge tone="good">{i18n.t('console.rights.allReading')}</Badge>;
}
