import { useEffect, useState } from 'preact/hooks';

/** What stands in `#/<id>/<sub>`; both '' where they are missing. `sub` is decoded. */
export interface Route {
  id: string;
  sub: string;
}

function read(): string {
  return /^#\/([a-z-]+(\/[^/]+)?)/.exec(location.hash)?.[1] ?? '';
}

function decoded(sub: string): string {
  try {
    return decodeURIComponent(sub);
  } catch {
    // Half an escape, by a hand-made address.
    return '';
  }
}

/** The route of now. */
export function routeNow(): Route {
  const [id = '', sub = ''] = read().split('/');
  return { id, sub: decoded(sub) };
}

/** Follows back, forward and links. */
export function useRoute(): Route {
  const [path, setPath] = useState(read);
  useEffect(() => {
    const follow = () => setPath(read());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const [id = '', sub = ''] = path.split('/');
  return { id, sub: decoded(sub) };
}

/** The id in `#/<id>`; '' without one. */
export const useHash = (): string => useRoute().id;

/** The address of something below a page, e.g. one person: keys hold characters that an address may not. */
export const hashOf = (id: string, sub: string): string => `#/${id}/${encodeURIComponent(sub)}`;
