import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AppError } from '../../lib/model/errors.ts';
import type { PanelView } from '../../lib/model/panel.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ActToasts } from './ActToasts.tsx';
import { type PanelContext, PanelProvider, type Question } from './context.ts';
import { Notices } from './Notices.tsx';
import { PeopleSwitch } from './PeopleSwitch.tsx';
import { ScreenOf } from './ScreenOf.tsx';
import { useActs } from './use-acts.ts';
import { useClock } from './use-clock.ts';
import { pauseEnd, useFresh, useReadAfter } from './use-fresh.ts';
import { useKeptFocus } from './use-kept-focus.ts';

export interface ViewProps {
  view: PanelView;
  drafts: Map<string, string>;
  /** The chosen tab stays when the person changes; it says nothing of anybody. */
  tab: string;
  onTab: (tab: string) => void;
  unanswered?: AppError;
  again: () => void;
}

/** One view painted. Mount it with a `key` per person: all local state lives and dies with it. */
export function View({ view, drafts, tab, onTab, unanswered, again }: ViewProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const [question, setQuestion] = useState<Question>();
  const clock = useClock(view.now);
  const explain = () => setQuestion(writingOff(() => void acts.act('console', 'console.open', {})));
  const acts = useActs(view.can.writeHighLevel, explain);
  const ifWriting = (then: () => void) => (view.can.writeHighLevel ? then() : explain());
  const panel: PanelContext = { view, clock, busy: acts.busy, act: acts.act, ask: setQuestion, ifWriting, drafts };
  useKeptFocus(box);
  useFresh(view.key, view.subject.kind !== 'none');
  useReadAfter(view.key, pauseEnd(view), clock);
  return (
    <PanelProvider value={panel}>
      <div class="shell" ref={box}>
        <PeopleSwitch />
        <Notices unanswered={unanswered} again={again} />
        <ScreenOf screen={view.screen} tab={tab} onTab={onTab} />
        <ActToasts refusals={acts.refusals} dismiss={acts.dismiss} />
        {question ? <Asked question={question} close={() => setQuestion(undefined)} /> : null}
      </div>
    </PanelProvider>
  );
}

const writingOff = (open: () => void): Question => ({
  title: i18n.t('panel.writingOff.title'),
  body: <p>{i18n.t('panel.writingOff.words')}</p>,
  choices: [{ label: i18n.t('panel.writingOff.open'), kind: 'primary', run: open }],
});

function Asked({ question, close }: { question: Question; close: () => void }): JSX.Element {
  const actions = (
    <>
      <Button kind="quiet" onClick={close}>
        {i18n.t('panel.cancel')}
      </Button>
      {question.choices.map(({ label, kind, run }) => (
        <Button
          key={label}
          kind={kind}
          onClick={() => {
            close();
            run();
          }}
        >
          {label}
        </Button>
      ))}
    </>
  );
  return (
    <Dialog title={question.title} onClose={close} closeLabel={i18n.t('panel.cancel')} actions={actions}>
      {question.body}
    </Dialog>
  );
}
