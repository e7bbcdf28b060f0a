import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Rule } from '../../../lib/model/rule.ts';
import type { RuleView } from '../../../lib/model/rules-view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { ActError } from '../ActError.tsx';
import { operationLabel } from '../catalogue/words.ts';
import { Switch } from '../Switch.tsx';
import { hashOf } from '../use-hash.ts';
import { useSend } from '../use-send.ts';
import { ago } from '../words.ts';
import { exportRules } from './export-rules.ts';
import { stateOf } from './words.ts';

export interface RuleRowProps {
  view: RuleView;
  now: number;
  again: () => void;
  say: (words: string) => void;
}

function runsWords({ runs, lastRun, waiting }: RuleView, now: number): string {
  const last = lastRun === undefined ? i18n.t('rules.neverRan') : i18n.t('rules.ran', [ago(lastRun, now)]);
  const counts = runs > 0 ? ` · ${i18n.t('rules.runsToday', [String(runs)])}` : '';
  return `${last}${counts}${waiting > 0 ? ` · ${i18n.t('rules.waiting', [String(waiting)])}` : ''}`;
}

/** One rule in the list: what starts it, how it goes, on or off. */
export function RuleRow({ view, now, again, say }: RuleRowProps): JSX.Element {
  const { rule, problems } = view;
  const id = useId();
  const turn = useSend('rule.switch');
  const [removing, setRemoving] = useState(false);
  const href = hashOf('rules', rule.id);
  const state = stateOf(view);
  const flip = async () => {
    if (await turn.run({ rule: rule.id, on: view.state.paused ? true : !rule.on })) again();
  };
  const removed = () => {
    setRemoving(false);
    say(i18n.t('rules.removed', [rule.name]));
    again();
  };
  return (
    <li class="rul-row rul-rule">
      <Switch
        labelledBy={id}
        on={rule.on && !view.state.paused}
        disabled={!rule.on && problems.length > 0}
        onToggle={() => void flip()}
      />
      <div class="rul-row-words">
        <a class="rul-name" id={id} href={href}>
          {rule.name}
        </a>
        <p class="muted small">{operationLabel(rule.trigger.id)}</p>
        <ActError error={turn.error} />
      </div>
      <p class="rul-runs muted small nums">{runsWords(view, now)}</p>
      <Badge tone={state.tone}>{state.words}</Badge>
      <More rule={rule} onRemove={() => setRemoving(true)} />
      {removing ? <RemoveDialog view={view} onClose={() => setRemoving(false)} done={removed} /> : null}
    </li>
  );
}

function RemoveDialog({ view, onClose, done }: { view: RuleView; onClose: () => void; done: () => void }): JSX.Element {
  const remove = useSend('rule.remove');
  return (
    <Dialog
      title={i18n.t('rules.removeTitle', [view.rule.name])}
      closeLabel={i18n.t('console.close')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('console.cancel')}</Button>
          <Button
            kind="danger"
            busy={remove.busy}
            onClick={() => void remove.run({ rule: view.rule.id }).then((ok) => ok && done())}
          >
            {i18n.t('rules.remove')}
          </Button>
        </>
      }
    >
      <p>{i18n.t('rules.removeText', [String(view.waiting)])}</p>
      <ActError error={remove.error} />
    </Dialog>
  );
}

function More({ rule, onRemove }: { rule: Rule; onRemove: () => void }): JSX.Element {
  const edit = () => {
    location.hash = hashOf('rules', rule.id);
  };
  return (
    <Menu
      label={i18n.t('rules.moreFor', [rule.name])}
      items={[
        { id: 'edit', label: i18n.t('rules.edit'), icon: 'note', onPick: edit },
        { id: 'export', label: i18n.t('rules.export'), icon: 'copy', onPick: () => void exportRules(rule.id) },
        { id: 'remove', label: i18n.t('rules.remove'), icon: 'trash', tone: 'bad', apart: true, onPick: onRemove },
      ]}
    />
  );
}
