import type { JSX } from 'preact';
import type { TemplateView } from '../../../lib/model/rules-view.ts';
import { Icon } from '../../ui/Icon.tsx';
import { sideName } from '../catalogue/words.ts';
import { pictureWords } from './words.ts';

/** What happens, from left to right: whose thing, and what comes of it. */
export function Picture({ picture, label }: { picture: TemplateView['picture']; label: string }): JSX.Element {
  return (
    <ol class="rul-picture" aria-label={label}>
      {picture.map(({ system, what }, at) => (
        <li key={at} class="rul-part">
          {at > 0 ? <Icon name="right" size={14} /> : null}
          <span class={`rul-box rul-box-${system}`}>
            <span class="rul-box-side">{sideName(system)}</span>
            <span>{pictureWords(what)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
