// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from '../../entrypoints/clio.content/watch.ts';
import type { PageHint, Subject } from '../../lib/model/subject.ts';

const browserPage = window as unknown as { happyDOM: { setURL(url: string): void } };
const go = (hash: string) => {
  browserPage.happyDOM.setURL(`https://ca.app.clio.com/nc/${hash}`);
  window.dispatchEvent(new Event('hashchange'));
};
const stop = { now: new AbortController() };
const watch = (wantHint: boolean) => {
  const report = vi.fn(async (_: Subject) => ({ wantHint }));
  const hint = vi.fn(async (_: Subject, __: PageHint) => undefined);
  watchPage({ window, report, hint, signal: stop.now.signal });
  return { report, hint, seen: () => report.mock.calls.map(([subject]) => `${subject.kind} ${subject.id}`) };
};
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  stop.now = new AbortController();
  document.body.innerHTML = '';
  browserPage.happyDOM.setURL('https://ca.app.clio.com/nc/#/contacts/1');
});
afterEach(() => {
  stop.now.abort();
  vi.useRealTimers();
});

describe('the subject', () => {
  it('is reported once for each record, however often the page says that it moved', async () => {
    const { seen } = watch(false);
    go('#/contacts/1/notes');
    go('#/matters/2');
    window.dispatchEvent(new Event('popstate'));
    go('#/tasks');
    go('#/contacts/1');
    await later(2000);
    expect(seen()).toEqual(['contact 1', 'matter 2', 'none ', 'contact 1']);
  });

  it('is reported again when the page comes back out of the browser’s memory', async () => {
    const { seen } = watch(false);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(seen()).toEqual(['contact 1']);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(seen()).toEqual(['contact 1', 'contact 1']);
  });

  it('is found although the page moved without a word', async () => {
    const { seen } = watch(false);
    browserPage.happyDOM.setURL('https://ca.app.clio.com/nc/#/contacts/7');
    await later(600);
    expect(seen()).toEqual(['contact 1', 'contact 7']);
  });

  it('is told again when the background did not answer, four times at most, and not after a move', async () => {
    const { report, seen } = watch(false);
    report.mockRejectedValue(new Error('no background'));
    go('#/contacts/2');
    await later(700);
    go('#/contacts/3');
    await later(60_000);
    expect(seen().filter((one) => one === 'contact 2')).toHaveLength(2);
    expect(seen().filter((one) => one === 'contact 3')).toHaveLength(4);
  });

  it('is not watched once the script has to go', async () => {
    const { seen } = watch(false);
    stop.now.abort();
    go('#/contacts/2');
    await later(5000);
    expect(seen()).toEqual(['contact 1']);
  });
});

describe('the hint', () => {
  const show = (name: string) => {
    document.body.innerHTML = `<main><h1>${name}</h1></main>`;
  };

  it('is not read unless it is wanted', async () => {
    show('Ana');
    const { hint } = watch(false);
    await later(5000);
    expect(hint).not.toHaveBeenCalled();
  });

  it('is sent when the page has come to rest, and again when it changed', async () => {
    const { hint } = watch(true);
    await later(1000);
    expect(hint).not.toHaveBeenCalled();
    show('Ana');
    await later(200);
    show('Ana Ruiz');
    await later(1000);
    show('Ana Ruiz');
    await later(1000);
    expect(hint.mock.calls.map(([subject, found]) => [subject.id, found.name])).toEqual([['1', 'Ana Ruiz']]);
    show('Ana Ruiz-Kim');
    await later(1000);
    expect(hint).toHaveBeenCalledTimes(2);
  });

  it('is never the former person’s under the next one’s id', async () => {
    show('Ana');
    const { hint } = watch(true);
    await later(1000);
    go('#/contacts/2');
    await later(1000);
    document.body.append('still loading');
    await later(1000);
    show('Bob');
    await later(1000);
    expect(hint.mock.calls.map(([subject, found]) => [subject.id, found.name])).toEqual([
      ['1', 'Ana'],
      ['2', 'Bob'],
    ]);
  });

  it('is read at most every 300 ms, and at last even on a page that never rests', async () => {
    const { hint } = watch(true);
    await later(50);
    for (let at = 0; at < 100; at += 1) {
      show(`Name ${at}`);
      await later(50);
    }
    expect(hint.mock.calls.length).toBeGreaterThanOrEqual(2);
    expect(hint.mock.calls.length).toBeLessThanOrEqual(5000 / 300);
  });

  it('is no longer looked for after the person left for a page without a record', async () => {
    const { hint } = watch(true);
    await later(1000);
    go('#/tasks');
    show('Tasks');
    await later(1000);
    expect(hint).not.toHaveBeenCalled();
  });
});
