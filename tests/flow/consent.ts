/** Clicks "allow" on a stand-in's consent page, as a person in launchWebAuthFlow's window would; where the browser is sent back to. */
export async function approve(asked: URL, reach: (url: string) => string): Promise<string> {
  const page = await fetch(reach(asked.href));
  const html = await page.text();
  const form = /<form[^>]*action="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? asked.pathname;
  const fields = new URLSearchParams();
  for (const [, tag] of html.matchAll(/<input([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(tag ?? '')?.[1];
    const value = /value="([^"]*)"/.exec(tag ?? '')?.[1] ?? '';
    if (name && !fields.has(name)) fields.set(name, value.replaceAll('&amp;', '&'));
  }
  const button = /<button[^>]*(?:id="(?:connect|allow)")[^>]*>/.exec(html)?.[0] ?? '';
  const name = /name="([^"]*)"/.exec(button)?.[1];
  if (name) fields.set(name, /value="([^"]*)"/.exec(button)?.[1] ?? '');
  const target = new URL(form, reach(asked.href));
  const isGet = /<form[^>]*method="get"/.test(html);
  if (isGet) target.search = fields.toString();
  const answer = isGet ? { redirect: 'manual' as const } : { method: 'POST', body: fields, redirect: 'manual' as const };
  return (await fetch(target, answer)).headers.get('location') ?? '';
}
