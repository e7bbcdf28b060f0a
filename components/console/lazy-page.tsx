import type { ComponentType, JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { PageProps } from './page-props.ts';

export type LazyPage<Props = PageProps> = ComponentType<Props> & {
  /** Brings the code; a page that is brought before it is opened paints at once. */
  bring: () => Promise<void>;
};

/** A page whose code comes when it is first opened, so that the first paint waits for one page only. */
export function lazyPage<Props extends object = PageProps>(load: () => Promise<ComponentType<Props>>): LazyPage<Props> {
  let loaded: ComponentType<Props> | undefined;
  let coming: Promise<void> | undefined;
  const bring = (): Promise<void> => {
    coming ??= load().then(
      (page) => {
        loaded = page;
      },
      (cause) => {
        coming = undefined;
        throw cause;
      },
    );
    return coming;
  };
  function LazyPage(props: Props): JSX.Element {
    const [, paint] = useState(0);
    const [failed, setFailed] = useState(false);
    useLayoutEffect(() => {
      if (loaded) return;
      bring().then(
        () => paint((count) => count + 1),
        // An extension's own file that can't be read: it was updated under an open tab.
        () => setFailed(true),
      );
    }, []);
    const Page = loaded;
    if (Page) return <Page {...props} />;
    if (!failed) return <Skeleton lines={8} label={i18n.t('console.loading')} />;
    return (
      <Empty icon="alert" title={i18n.t('console.pageFailed')}>
        <Button onClick={() => location.reload()}>{i18n.t('console.reload')}</Button>
      </Empty>
    );
  }
  return Object.assign(LazyPage, { bring });
}
