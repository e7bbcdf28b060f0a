import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Rule } from '../../../lib/model/rule.ts';
import type { VersionView } from '../../../lib/model/rules-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useQuery } from '../../use-query.ts';
import { ActError } from '../ActError.tsx';
import { timeWords } from '../words.ts';
import { differences } from './diff.ts';
import { useFactLabel } from './firm.ts';
import { useAsk } from './use-ask.ts';

/** Earlier versions, what each changed, and the way back to one. */
export function VersionsPart({ rule, onRestored }: { rule: Rule; onRestored: (rule: Rule) => void }): JSX.Element {
  const { value, error } = useQuery('rule.versions', { rule: rule.id }, ({ signal }) => signal === 'store.changed');
  const restore = useAsk('rule.restore');
  if (!value) return error ? <ActError error={error} /> : <Spinner label={i18n.t('rules.versions.title')} />;
  const versions = value.toSorted((one, other) => other.version - one.version);
  const back = async (version: number) => {
    const saved = await restore.ask({ rule: rule.id, version });
    if (saved) onRestored(saved);
  };
  return (
    <>
      <ActError error={restore.error} />
      <ol class="rul-versions">
        {versions.map((one, at) => (
          <Version
            key={one.version}
            one={one}
            before={versions[at + 1]}
            current={one.version === rule.version}
            busy={restore.busy}
            onRestore={() => void back(one.version)}
          />
        ))}
      </ol>
    </>
  );
}

interface VersionProps {
  one: VersionView;
  before?: VersionView;
  current: boolean;
  busy: boolean;
  onRestore: () => void;
}

function Version({ one, before, current, busy, onRestore }: VersionProps): JSX.Element {
  const label = useFactLabel();
  const changes = before ? differences(before.rule, one.rule, label) : [];
  const name = i18n.t('rules.versions.number', [String(one.version)]);
  return (
    <li class="rul-version">
      <p class="rul-case-head">
        <strong>{name}</strong> <span class="muted small">{timeWords(one.at)}</span>
        {current ? (
          <span class="muted small">{i18n.t('rules.versions.current')}</span>
        ) : (
          <Button size="small" busy={busy} aria-label={i18n.t('rules.versions.restoreWhat', [name])} onClick={onRestore}>
            {i18n.t('rules.versions.restore')}
          </Button>
        )}
      </p>
      {before ? null : <p class="muted small">{i18n.t('rules.versions.first')}</p>}
      {before && changes.length === 0 ? <p class="muted small">{i18n.t('rules.versions.same')}</p> : null}
      <dl class="rul-fields">
        {changes.map(({ key, at, before: old, after }) => (
          <div key={key}>
            <dt>{at}</dt>
            <dd>
              {old === undefined ? null : <del>{old}</del>} {after === undefined ? null : <ins>{after}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
