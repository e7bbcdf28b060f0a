import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { PageProps } from './page-props.ts';

type Load = () => Promise<ComponentType<PageProps>>;

/** A page whose code comes when it is first opened, so that the first paint waits for one page only. */
export function lazyPage(load: Load): ComponentType<PageProps> {
  let loaded: ComponentType<PageProps> | undefined;
  return function LazyPage(props: PageProps): JSX.Element {
    const [, paint] = useState(0);
    const [failed, setFailed] = useState(false);
    const again = () => {
      setFailed(false);
      load().then(
        (page) => {
          loaded = page;
          paint((count) => count + 1);
        },
        // An extension's own file that can't be read: it was updated under an open tab.
        () => setFailed(true),
      );
    };
    useEffect(() => {
      if (!loaded) again();
    }, []);
    const Page = loaded;
    if (Page) return <Page {...props} />;
    if (!failed) return <Skeleton lines={8} label={i18n.t('console.loading')} />;
    return (
      <Empty icon="alert" title={i18n.t('console.pageFailed')}>
        <Button onClick={() => location.reload()}>{i18n.t('console.reload')}</Button>
      </Empty>
    );
  };
}
