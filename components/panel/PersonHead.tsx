import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { PanelView, PersonView } from '../../lib/model/panel.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import type { MenuItem } from '../ui/Menu.tsx';
import { usePanel } from './context.ts';
import { Head } from './Head.tsx';
import { useUnlink } from './use-unlink.tsx';
import { inFlight, matchWords } from './words.ts';

export function PersonHead({ person }: { person: PersonView }): JSX.Element {
  const { view } = usePanel();
  const unlink = useUnlink(person);
  const items: MenuItem[] = [
    { id: 'open', label: i18n.t('panel.menu.open'), icon: 'open', href: person.url },
    {
      id: 'unlink',
      label: person.match.by === 'match' ? i18n.t('panel.menu.notSame') : i18n.t('panel.menu.unlink'),
      icon: 'unlink',
      onPick: unlink,
    },
  ];
  const badge = badgeOf(view, person);
  const sub = (
    <>
      <span class="cut" dir="auto" title={person.location.name}>
        {person.location.name} ·
      </span>
      <span class="cut">{matchWords(person.match)}</span>
    </>
  );
  return <Head title={person.name} sub={sub} badge={<Badge tone={badge.tone}>{badge.words}</Badge>} items={items} />;
}

/** The state of the whole in two words; what needs a person comes first. */
function badgeOf(view: PanelView, person: PersonView): { tone: Tone; words: string } {
  if (view.waiting.some(({ state }) => state === 'failed' || state === 'needs-you'))
    return { tone: 'warn', words: i18n.t('state.needs_you') };
  if (view.waiting.length) return { tone: 'accent', words: i18n.t('panel.badge.waiting', view.waiting.length) };
  const differ = person.fields.filter(
    (row) => row.state !== 'same' && !inFlight(row.state) && (row.pushable || row.copyable || row.state === 'differs'),
  ).length;
  if (differ) return { tone: 'warn', words: i18n.t('panel.badge.differ', differ) };
  return { tone: 'good', words: i18n.t('panel.badge.same') };
}
