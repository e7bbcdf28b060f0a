import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../ui/Icon.tsx';
import { HealthLine } from './HealthLine.tsx';
import { Mark } from './Mark.tsx';
import type { PageProps } from './page-props.ts';
import { type ConsolePage, PAGES, pageOf, START } from './pages.tsx';
import { useHash } from './use-hash.ts';

/** The full tab: the rail with the table of pages, and the page of the hash. */
export function Console(props: PageProps): JSX.Element {
  const hash = useHash();
  const page = pageOf(hash);
  useEffect(() => {
    // In a narrow window the pages are one strip, of which only a part is in sight.
    document.querySelector('.con-page-link[aria-current]')?.scrollIntoView?.({ block: 'nearest', inline: 'center' });
    document.title = `${page.label()} · ${i18n.t('console.title')}`;
  }, [page]);
  return (
    <div class="con">
      <button type="button" class="con-skip" onClick={toPage}>
        {i18n.t('console.skip')}
      </button>
      <Rail page={page} />
      <main class="con-main" id="page" tabIndex={-1}>
        <HealthLine signIn={page !== START} />
        <page.Page {...props} />
      </main>
    </div>
  );
}

/** The table of pages. */
function Rail({ page }: { page: ConsolePage }): JSX.Element {
  return (
    <aside class="con-rail">
      <div class="con-rail-inside">
        <p class="con-brand">
          <Mark /> {i18n.t('console.title')}
        </p>
        <nav aria-label={i18n.t('console.pages')}>
          <ul class="con-pages">
            {PAGES.map((one) => (
              <li key={one.id}>
                <a class="con-page-link" href={`#/${one.id}`} aria-current={one === page ? 'page' : undefined}>
                  <Icon name={one.icon} /> <span class="con-page-words">{one.label()}</span>
                  {one.Badge ? <one.Badge /> : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="con-promise">
          <Icon name="lock" size={14} />
          <span>{i18n.t('console.promise')}</span>
        </p>
      </div>
    </aside>
  );
}

/** A button and not a link, because the hash is the route. */
function toPage(): void {
  document.getElementById('page')?.focus();
}
