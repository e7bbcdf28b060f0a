import { send } from '../../../lib/messages/send.ts';

/** Saves one rule, or all, as a file. Resolves to whether it worked. */
export async function exportRules(rule?: string): Promise<boolean> {
  try {
    const { name, type, text } = await send('rule.export', rule === undefined ? {} : { rule });
    const url = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    Object.assign(link, { href: url, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    return true;
  } catch {
    return false;
  }
}
