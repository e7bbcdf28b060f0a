import { useEffect, useState } from 'preact/hooks';

/** The id in `#/<id>`; '' without one. Follows back, forward and links. */
export function useHash(): string {
  const read = () => /^#\/([a-z-]+)/.exec(location.hash)?.[1] ?? '';
  const [id, setId] = useState(read);
  useEffect(() => {
    const follow = () => setId(read());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return id;
}
