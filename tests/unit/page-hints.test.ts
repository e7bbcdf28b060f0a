// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { hintOf, isEmptyHint } from '../../lib/page/hints.ts';

const hint = (html: string) => {
  document.body.innerHTML = html;
  return hintOf(document);
};

it('reads heading, e-mails and phones of the main part only', () => {
  const found = hint(`
    <header><h1>Manage</h1><a href="mailto:help@clio.example">Help</a></header>
    <main><h1>  Marisol
      Ortega </h1>
      <a href="mailto:Marisol%40Ortega.example?subject=Hello">write</a> <a href="MAILTO:marisol@work.example">work</a>
      <a href="tel:+1-604-555-0142">call</a><a href="tel:+1-604-555-0142">again</a>
      <aside><a href="tel:+1-604-555-0199">her lawyer</a></aside>
      <div role="dialog"><a href="mailto:other@x.example">other</a></div></main>`);
  expect(found).toEqual({
    name: 'Marisol Ortega',
    emails: ['Marisol@Ortega.example', 'marisol@work.example'],
    phones: ['+1-604-555-0142'],
  });
});

it('falls back to the whole body and a smaller heading', () => {
  expect(hint('<nav><h2>Menu</h2></nav><div><h2>David Kim</h2></div>')).toEqual({ name: 'David Kim', emails: [], phones: [] });
});

it('is empty before the page has been rendered', () => {
  expect(isEmptyHint(hint('<main><h1> </h1><div class="spinner"></div></main>'))).toBe(true);
  expect(isEmptyHint(hint('<main><a href="tel:1">x</a></main>'))).toBe(false);
});

it('keeps to what a message may carry, and survives a broken escape', () => {
  const many = Array.from({ length: 50 }, (_, at) => `<a href="tel:${at}">x</a>`).join('');
  const found = hint(
    `<main><h1>${'x'.repeat(1000)}</h1><a href="mailto:100%@x.example">x</a><a href="mailto:${'y'.repeat(400)}">x</a>${many}</main>`,
  );
  expect(found.name).toHaveLength(300);
  expect(found.emails).toEqual(['100%@x.example']);
  expect(found.phones).toHaveLength(20);
});
