import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../lib/merge/mapping.ts';
import { pairing } from '../../lib/merge/pairing.ts';
import { dueTime, readTask, TASK_TABLE, toClioTask, toHighLevelTask } from '../../lib/merge/task.ts';
import { decide } from '../../lib/merge/three-way.ts';
import { dayOfInstant } from '../../lib/model/days.ts';
import type { Task } from '../../lib/model/task.ts';

const zone = 'America/Vancouver';
const users = pairing([
  { clio: '1', highlevel: 'h1' },
  { clio: '2', highlevel: 'h2' },
  { clio: '3', highlevel: 'h2' },
]);
const context = { zone, users };
const task = (more: Partial<Task>): Task => ({ system: 'clio', account: 'a', id: '1', title: 'Call', done: false, ...more });
const theirs = (more: Partial<Task>): Task => task({ system: 'highlevel', ...more });
const at = (instant: string) => ({ kind: 'time', at: instant }) as const;

describe('a due date', () => {
  it('keeps its instant on the day it is due already', () => {
    const due = at('2024-03-05T17:30:00Z');
    expect(toHighLevelTask({ due: '2024-03-05' }, context, theirs({ due })).value.due).toEqual(due);
  });

  it('keeps even what nobody sees of its instant', () => {
    expect(dueTime('2024-03-05', zone, at('2024-03-05T17:30:15.250Z'))).toEqual(at('2024-03-05T17:30:15.250Z'));
  });

  it('of the small hours never slips into the day before, where that night is an hour short', () => {
    expect(dueTime('2024-03-10', zone, at('2024-03-05T08:15:00Z'))).toEqual(at('2024-03-11T00:00:00Z'));
  });

  it('keeps its time of day on another day, over a change of the clock too', () => {
    // 09:30 in Vancouver, before and after the clock was put forward on 10 March.
    expect(dueTime('2024-03-12', zone, at('2024-03-05T17:30:00Z'))).toEqual(at('2024-03-12T16:30:00Z'));
  });

  it('falls due at five in the afternoon where nobody said when', () => {
    expect(dueTime('2024-07-01', zone)).toEqual(at('2024-07-02T00:00:00Z'));
  });

  it('is the day of the zone in Clio', () => {
    expect(readTask(theirs({ due: at('2024-03-05T03:00:00Z') }), context).values.due).toBe('2024-03-04');
    expect(toClioTask({ due: '2024-03-04' }, context, task({})).value.due).toEqual({ kind: 'day', day: '2024-03-04' });
  });

  it('comes back as the same day, whatever the zone and the time it had', () => {
    const zones = fc.constantFrom(
      zone,
      'UTC',
      'Asia/Kolkata',
      'Pacific/Auckland',
      'Pacific/Kiritimati',
      'America/St_Johns',
      'Africa/Cairo',
    );
    const days = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, days, fc.option(days), (where, date, before) => {
        const day = date.toISOString().slice(0, 10);
        const due = dueTime(day, where, before ? at(before.toISOString()) : undefined);
        expect(due.kind === 'time' && dayOfInstant(due.at, where)).toBe(day);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the status', () => {
  // Clio's word, what HighLevel says -> what is written into Clio
  it.each([
    ['pending', 'done', { done: true, status: 'complete' }],
    ['in_progress', 'done', { done: true, status: 'complete' }],
    ['complete', 'open', { done: false, status: 'pending' }],
    ['in_progress', 'open', {}],
    ['in_review', 'open', {}],
    ['complete', 'done', {}],
  ])('%s in Clio, %s in HighLevel', (status, says, written) => {
    expect(toClioTask({ status: says }, context, task({ status, done: status === 'complete' })).value).toEqual(written);
  });

  it.each(['in_progress', 'in_review', 'pending'])('%s and open agree', (status) => {
    const rules = rulesOf(TASK_TABLE, { status: { direction: 'both' } });
    const decisions = decide(rules, {
      clio: readTask(task({ status }), context).values,
      highlevel: readTask(theirs({}), context).values,
    });
    expect(decisions.find(({ id }) => id === 'status')?.why).toBe('same');
  });

  it('completes and reopens in HighLevel', () => {
    expect(toHighLevelTask({ status: 'done' }, context, theirs({})).value).toEqual({ done: true });
    expect(toHighLevelTask({ status: 'open' }, context, theirs({ done: true })).value).toEqual({ done: false });
  });
});

describe('the assignee', () => {
  it('goes through the map of users', () => {
    const { values } = readTask(task({ assigneeId: '1' }), context);
    expect(toHighLevelTask(values, context, theirs({})).value.assigneeId).toBe('h1');
    expect(toClioTask(readTask(theirs({ assigneeId: 'h1' }), context).values, context, task({})).value.assigneeId).toBe('1');
  });

  it('who is not in the map is neither cleared nor replaced, and a new task is nobody’s', () => {
    const read = readTask(task({ assigneeId: '8', assigneeName: 'Kim' }), context);
    expect(read.warnings).toEqual([{ field: 'assignee', code: 'unmapped-user', value: 'Kim' }]);
    const rules = rulesOf(TASK_TABLE, { assignee: { direction: 'both', policy: 'highlevel' } });
    const highlevel = readTask(theirs({ assigneeId: 'h1' }), context).values;
    expect(decide(rules, { clio: read.values, highlevel }).find(({ id }) => id === 'assignee')?.why).toBe('unread');
    expect(toHighLevelTask({ ...read.values, due: '2024-03-05' }, context).value).not.toHaveProperty('assigneeId');
    expect(toHighLevelTask({ assignee: '8=h8' }, context, theirs({})).warnings[0]?.code).toBe('unmapped-user');
  });

  it('handed from one Clio user to another who shares a HighLevel user has not changed', () => {
    const who = (assigneeId: string) => readTask(task({ assigneeId }), context).values.assignee;
    expect(who('3')).toBe(who('2'));
    expect(users.toClio(users.fromHighLevel('h2')!)).toBe('2');
  });

  it('is one however the pairs are chained', () => {
    const chained = pairing([
      { clio: 'a', highlevel: 'x' },
      { clio: 'b', highlevel: 'y' },
      { clio: 'a', highlevel: 'y' },
    ]);
    expect(['a', 'b'].map(chained.fromClio)).toEqual(['a=x', 'a=x']);
    expect(['x', 'y'].map(chained.fromHighLevel)).toEqual(['a=x', 'a=x']);
    expect(chained.toHighLevel('a=x')).toBe('x');
  });
});

it('a new task says what the other system demands', () => {
  const codes = ({ warnings }: { warnings: { field: string; code: string }[] }) =>
    warnings.map(({ field, code }) => `${field} ${code}`);
  expect(codes(toHighLevelTask({ title: 'Call' }, context))).toEqual(['due required']);
  expect(codes(toClioTask({ title: 'Call' }, context))).toEqual(['assignee required']);
  expect(codes(toClioTask({ title: 'Call', assignee: '9' }, context))).toEqual(['assignee unmapped-user']);
});

it('a priority stays in Clio', () => {
  expect(rulesOf(TASK_TABLE, { priority: { direction: 'both' } }).find(({ id }) => id === 'priority')?.direction).toBe('off');
});
