import { i18n } from '#i18n';
import type { PersonView } from '../../lib/model/panel.ts';
import { usePanel } from './context.ts';

/** Asks, then takes the two records apart. */
export function useUnlink(person: PersonView): () => void {
  const { ask, act, view } = usePanel();
  return () =>
    ask({
      title: i18n.t('panel.unlink.title', [person.name]),
      body: <p>{i18n.t('panel.unlink.words')}</p>,
      choices: [
        { label: i18n.t('panel.unlink.go'), kind: 'primary', run: () => void act('unlink', 'link.remove', { key: view.key }) },
      ],
    });
}
