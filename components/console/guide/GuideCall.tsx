import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { ConnectionsView } from '../../../lib/model/console.ts';
import { Banner } from '../../ui/Banner.tsx';
import { doneSteps, STEPS } from './steps.ts';

const NOTHING = { readOnly: false, noRules: false, dry: false };
/** What has to be done before anything works; rules are nobody's duty. */
const NEEDED = ['connect', 'check', 'choose'] as const;

/** For Home: says that the guide is not finished, while it is not. */
export function GuideCall({ view }: { view: ConnectionsView }): JSX.Element | null {
  const done = doneSteps(view, undefined, NOTHING);
  if (NEEDED.every((step) => done[step])) return null;
  const count = STEPS.filter((step) => done[step]).length;
  return (
    <Banner tone="info" title={i18n.t('guide.title')} action={<a href="#/guide">{i18n.t('guide.again')}</a>}>
      {i18n.t('guide.progress', [String(count), String(STEPS.length)])}
    </Banner>
  );
}
