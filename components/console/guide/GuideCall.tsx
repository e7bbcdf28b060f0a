import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import { Banner } from '../../ui/Banner.tsx';
import { type GuideStep, type Marks, STEPS, stepStates } from './steps.ts';
import { useMarks } from './use-marks.ts';

/** What has to be done before anything works; rules are nobody's duty. */
const NEEDED = ['connect', 'check', 'choose'] as const satisfies readonly GuideStep[];
const NONE: Marks = new Set();

/** For Home: says that the guide is not finished, while it is not and nobody has put it aside. */
export function GuideCall({ view }: { view: ConnectionsView }): JSX.Element | null {
  const states = stepStates(view, undefined, NONE);
  return NEEDED.every((step) => states[step] === 'done') ? null : <Unfinished view={view} />;
}

function Unfinished({ view }: { view: ConnectionsView }): JSX.Element | null {
  const { marks } = useMarks();
  if (!marks || marks.has('closed')) return null;
  const states = stepStates(view, undefined, marks);
  if (NEEDED.every((step) => states[step])) return null;
  const count = STEPS.filter((step) => states[step]).length;
  return (
    <Banner tone="info" title={i18n.t('guide.title')} action={<a href="#/guide">{i18n.t('guide.again')}</a>}>
      {i18n.t('guide.progress', [String(count), String(STEPS.length)])}
    </Banner>
  );
}
