import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { BackfillPreview, RulesView, RuleView } from '../../../lib/model/rules-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ActError } from '../ActError.tsx';
import { BackfillRow } from './BackfillList.tsx';
import { DryCases } from './DryCases.tsx';
import { useAsk } from './use-ask.ts';

export interface BackfillPartProps {
  known: RuleView;
  dirty: boolean;
  view: RulesView;
  again: () => void;
}

/** The rule over records that were there before it: first what it would do, then the run. */
export function BackfillPart({ known, dirty, view, again }: BackfillPartProps): JSX.Element {
  const preview = useAsk('backfill.preview');
  const start = useAsk('backfill.start');
  const mine = view.backfills.filter(({ rule }) => rule === known.rule.id);
  const open = mine.some(({ state }) => state === 'running' || state === 'paused');
  const ready = !dirty && known.problems.length === 0;
  const go = async () => {
    if (!(await start.ask({ rule: known.rule.id }))) return;
    preview.clear();
    again();
  };
  return (
    <div class="rul-dry">
      <p class="muted">{i18n.t('rules.backfill.lead')}</p>
      {mine.length > 0 ? (
        <ul class="rul-list">
          {mine.slice(0, 3).map((one) => (
            <BackfillRow key={one.id} backfill={one} now={view.now} again={again} />
          ))}
        </ul>
      ) : null}
      {ready ? null : <p class="field-hint">{i18n.t('rules.backfill.saveFirst')}</p>}
      <div class="rul-dry-acts">
        <Button disabled={!ready} busy={preview.busy} onClick={() => void preview.ask({ rule: known.rule.id })}>
          {i18n.t('rules.backfill.preview')}
        </Button>
        {preview.value && preview.value.fits > 0 && !open ? (
          <Button kind="primary" busy={start.busy} onClick={() => void go()}>
            {i18n.t('rules.backfill.start', [String(preview.value.fits)])}
          </Button>
        ) : null}
      </div>
      <ActError error={preview.error ?? start.error} />
      <div aria-live="polite">{preview.value ? <Preview preview={preview.value} now={view.now} /> : null}</div>
    </div>
  );
}

function Preview({ preview, now }: { preview: BackfillPreview; now: number }): JSX.Element {
  const rows: [string, number][] = [
    [i18n.t('rules.backfill.records'), preview.records],
    [i18n.t('rules.backfill.fits'), preview.fits],
    [i18n.t('rules.backfill.before'), preview.before],
    [i18n.t('rules.backfill.duplicates'), preview.duplicates],
    [i18n.t('rules.backfill.asks'), preview.asks],
    [i18n.t('rules.backfill.writes'), preview.writes],
    [i18n.t('rules.backfill.calls'), preview.calls],
    [i18n.t('rules.backfill.minutes'), Math.ceil(preview.minutes)],
  ];
  const { workflows, mayStartWorkflows } = preview;
  return (
    <>
      <dl class="rul-counts nums">
        {rows.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      {preview.partial ? <p class="muted small">{i18n.t('rules.backfill.partial')}</p> : null}
      <p class={workflows > 0 ? 'con-note con-note-warn' : 'con-sealed'}>
        <Icon name={workflows > 0 ? 'alert' : 'shield'} size={14} />
        <span>
          {workflows > 0 ? i18n.t('rules.backfill.workflows', [String(workflows)]) : i18n.t('rules.backfill.noWorkflows')}
        </span>
      </p>
      {mayStartWorkflows > 0 ? <p class="muted small">{i18n.t('rules.backfill.mayStart', [String(mayStartWorkflows)])}</p> : null}
      <DryCases cases={preview.sample} now={now} />
    </>
  );
}
