import { recordKey } from '../store/rows.ts';
import type { SyncViewParts } from './console-parts.ts';

/** Names of linked people by link, as Clio writes them; who is not in the store is left out. */
export async function namesOf(
  { reader, syncReader }: Pick<SyncViewParts, 'reader' | 'syncReader'>,
  links: string[],
): Promise<Record<string, string>> {
  const found = [...new Set(links)].map(async (link): Promise<[string, string | undefined]> => {
    const [account = '', clioId = ''] = link.split('|');
    const key = recordKey('clio', account, 'contact', clioId);
    return [link, (await syncReader.person(key))?.brief.name ?? (await reader.record<{ name: string }>(key))?.name];
  });
  return Object.fromEntries((await Promise.all(found)).filter((one): one is [string, string] => one[1] !== undefined));
}
