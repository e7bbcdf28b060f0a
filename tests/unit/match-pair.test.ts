import { describe, expect, it } from 'vitest';
import { pairTasks } from '../../lib/match/pair.ts';
import type { Pending } from '../../lib/match/pairing.ts';
import type { Task } from '../../lib/model/task.ts';

const clioTask = (id: string, title: string, day?: string, rest: Partial<Task> = {}): Task => ({
  system: 'clio',
  account: 'ca:1',
  id,
  title,
  done: false,
  ...(day ? { due: { kind: 'day', day } } : {}),
  ...rest,
});
const theirTask = (id: string, title: string, at: string, rest: Partial<Task> = {}): Task => ({
  system: 'highlevel',
  account: 'LOC',
  id,
  title,
  done: false,
  due: { kind: 'time', at },
  ...rest,
});

interface Given {
  clio?: Task[];
  highlevel?: Task[];
  known?: [string, string][];
  pending?: [string, Pending][];
}
// 22 November 2026, 04:00 UTC: still the 21st in Vancouver.
const now = Date.UTC(2026, 10, 22, 4);
const tasks = (
  { clio = [], highlevel = [], known = [], pending = [] }: Given,
  dueZone = 'America/Vancouver',
  timeZone = dueZone,
) => pairTasks({ clio, highlevel, known: new Map(known), pending: new Map(pending), timeZone, dueZone, now });
const states = (items: { key: string; state: string }[]) => items.map((item) => `${item.key} ${item.state}`);

describe('pairTasks', () => {
  it('pairs equal titles of one day in the user’s zone', () => {
    const clio = [clioTask('1', 'Send  Retainer', '2026-11-30')];
    const highlevel = [theirTask('a', 'send retainer', '2026-12-01T01:00:00Z')];
    expect(tasks({ clio, highlevel })).toMatchObject([
      { key: 'clio:1', state: 'same', due: { kind: 'day', day: '2026-11-30' }, highlevel: { id: 'a' } },
    ]);
    expect(states(tasks({ clio, highlevel }, 'Europe/London'))).toEqual(['clio:1 only-clio', 'highlevel:a only-highlevel']);
  });

  it('pairs nothing when a title and day stand twice on either side', () => {
    const clio = [clioTask('1', 'Call', '2026-11-30'), clioTask('2', 'Call', '2026-11-30')];
    const highlevel = [theirTask('a', 'Call', '2026-11-30T20:00:00Z')];
    expect(states(tasks({ clio, highlevel }))).toEqual(['highlevel:a only-highlevel', 'clio:1 only-clio', 'clio:2 only-clio']);
  });

  it('knows what was pushed before, whatever it is called now', () => {
    const clio = [clioTask('1', 'Call again', '2026-11-30'), clioTask('2', 'Write', '2026-11-25')];
    const highlevel = [
      theirTask('a', 'Call', '2026-12-02T20:00:00Z', { done: true }),
      theirTask('b', 'Write', '2026-11-25T20:00:00Z'),
    ];
    const items = tasks({
      clio,
      highlevel,
      known: [
        ['1', 'a'],
        ['2', 'b'],
        ['3', 'gone'],
      ],
    });
    expect(states(items)).toEqual(['clio:2 sent', 'clio:1 differs']);
    expect(items[1]).toMatchObject({ differs: ['title', 'due', 'done'], done: true, due: { kind: 'time' } });
  });

  it('pairs a twice-titled task with the one left over once the other is known', () => {
    const clio = [clioTask('1', 'Call', '2026-11-30'), clioTask('2', 'Call', '2026-11-30')];
    const highlevel = [theirTask('a', 'Call', '2026-11-30T20:00:00Z'), theirTask('b', 'Call', '2026-11-30T20:00:00Z')];
    expect(states(tasks({ clio, highlevel, known: [['1', 'b']] }))).toEqual(['clio:1 sent', 'clio:2 same']);
  });

  it('offers again what was deleted in HighLevel', () => {
    expect(states(tasks({ clio: [clioTask('1', 'Call')], known: [['1', 'gone']] }))).toEqual(['clio:1 only-clio']);
  });

  it('finds no difference in a due date that only HighLevel needs', () => {
    const items = tasks({
      clio: [clioTask('1', 'Call')],
      highlevel: [theirTask('a', 'Call', '2026-11-30T20:00:00Z')],
      known: [['1', 'a']],
    });
    expect(items).toMatchObject([{ state: 'sent', due: { kind: 'time' } }]);
  });

  it('holds a private task until it is pushed', () => {
    const clio = [clioTask('1', 'Draft plan', '2026-11-30', { private: true })];
    expect(states(tasks({ clio }))).toEqual(['clio:1 held']);
    expect(
      states(tasks({ clio, highlevel: [theirTask('a', 'Draft plan', '2026-11-30T20:00:00Z')], known: [['1', 'a']] })),
    ).toEqual(['clio:1 sent']);
  });

  it.each<Pending>(['queued', 'sending', 'needs-you', 'failed'])(
    'shows a write that is %s, by the id of either side',
    (state) => {
      const clio = [clioTask('1', 'Call', '2026-11-30', { private: true })];
      const highlevel = [theirTask('a', 'Write', '2026-12-30T20:00:00Z')];
      expect(
        states(
          tasks({
            clio,
            highlevel,
            pending: [
              ['1', state],
              ['a', state],
            ],
          }),
        ),
      ).toEqual([`clio:1 ${state}`, `highlevel:a ${state}`]);
    },
  );

  it('puts the open first by due date, those without one next, the done last and latest first', () => {
    const clio = [
      clioTask('1', 'No date'),
      clioTask('2', 'Done early', '2026-11-01', { done: true }),
      clioTask('3', 'Done late', '2026-11-20', { done: true }),
      clioTask('4', 'Next', '2026-11-23'),
      clioTask('5', 'Late', '2026-11-20'),
      clioTask('6', 'Today', '2026-11-21'),
    ];
    const items = tasks({
      clio,
      highlevel: [
        theirTask('a', 'Was due at three', '2026-11-22T03:00:00Z'),
        theirTask('b', 'Due at five', '2026-11-22T05:00:00Z'),
      ],
    });
    expect(items.map((item) => (item.clio ?? item.highlevel)?.title)).toEqual([
      'Late',
      'Was due at three',
      'Due at five',
      'Today',
      'Next',
      'No date',
      'Done late',
      'Done early',
    ]);
    expect(items.filter((item) => item.overdue).map((item) => item.key)).toEqual(['clio:5', 'highlevel:a']);
  });

  it('lets a day be over when it is over for the user', () => {
    const clio = [clioTask('1', 'Call', '2026-11-21')];
    expect(tasks({ clio })[0]?.overdue).toBe(false);
    expect(tasks({ clio }, 'Australia/Sydney')[0]?.overdue).toBe(true);
  });
});
