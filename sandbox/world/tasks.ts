import { MATTERS } from './matters.ts';
import type { ClioTask } from './types.ts';

export interface TaskSeed {
  key: string;
  name: string;
  matter?: string;
  /** Calendar days from today; undefined has no due date. */
  due?: number;
  /** Key of a user, or `contact:` and the key of a person. */
  assignee?: string;
  status?: ClioTask['status'];
  priority?: ClioTask['priority'];
  private?: boolean;
  description?: string;
  age: number;
}

/** Tasks that tests and the tour know by name. */
const NAMED: TaskSeed[] = [
  {
    key: 'retainer',
    name: 'Send retainer agreement',
    matter: 'ortega-v-whitfield',
    due: -2,
    assignee: 'priya',
    priority: 'High',
    age: 9,
    description: 'Two copies, with the fee schedule.',
  },
  {
    key: 'records',
    name: 'Request medical records',
    matter: 'ortega-v-whitfield',
    due: 8,
    assignee: 'tomas',
    age: 6,
    description: 'From Dr. Lowell and the family doctor.',
  },
  {
    key: 'parenting-plan',
    name: 'Draft parenting plan',
    matter: 'ortega-v-whitfield',
    due: 10,
    assignee: 'priya',
    private: true,
    age: 5,
  },
  {
    key: 'conflict-check',
    name: 'Conflict check',
    matter: 'ortega-v-whitfield',
    due: -4,
    assignee: 'priya',
    status: 'complete',
    age: 59,
  },
  { key: 'will-draft', name: 'Draft will', matter: 'ortega-will', due: 21, assignee: 'tomas', status: 'pending', age: 28 },
  {
    key: 'kim-police',
    name: 'Obtain police report',
    matter: 'kim-collision',
    due: 0,
    assignee: 'grace',
    priority: 'High',
    age: 14,
  },
  {
    key: 'kim-insurer',
    name: 'Notify insurer',
    matter: 'kim-collision',
    due: -6,
    assignee: 'grace',
    status: 'in_progress',
    age: 20,
  },
  {
    key: 'kim-whiplash',
    name: 'Collect physiotherapy invoices',
    matter: 'kim-collision',
    assignee: 'contact:david-kim',
    age: 12,
  },
  {
    key: 'haddad-interview',
    name: 'Prepare for the interview',
    matter: 'haddad-asylum',
    due: 5,
    assignee: 'priya',
    private: true,
    age: 1,
    description: 'Privileged: see the client’s statement.',
  },
  { key: 'haddad-translator', name: 'Book translator', matter: 'haddad-asylum', due: 3, assignee: 'grace', age: 1 },
  {
    key: 'hostile-task',
    name: 'Call <b>Mallory</b> <img src=x onerror=alert(4)>',
    due: 1,
    assignee: 'priya',
    age: 2,
    description: '<script>alert(5)</script>\n\tjavascript:alert(6)',
  },
  {
    key: 'long-task',
    name: `Review ${'and re-review '.repeat(14)}the disclosure`,
    matter: 'vance-merger',
    due: 30,
    assignee: 'daniel',
    age: 3,
  },
  { key: 'no-matter', name: 'Renew the firm’s insurance', due: 60, assignee: 'daniel', age: 100 },
  {
    key: 'review',
    name: 'Check customs filing',
    matter: 'chen-import',
    due: 2,
    assignee: 'daniel',
    status: 'in_review',
    age: 11,
  },
];

const BY_AREA: Record<string, string[]> = {
  Family: ['Serve financial statement', 'Schedule mediation', 'Exchange affidavits', 'Confirm parenting schedule'],
  'Estate planning': ['List the assets', 'Send draft for review', 'Book signing appointment', 'Register the will'],
  'Real estate': ['Order title search', 'Review the lease', 'Confirm closing date', 'Release the deposit'],
  'Personal injury': ['Collect treatment records', 'Interview the witness', 'Send demand letter', 'Calculate lost wages'],
  Immigration: ['Fill in the forms', 'Translate birth certificate', 'Book biometrics', 'Pay the filing fee'],
  Business: ['Review articles', 'Draft shareholder resolution', 'Answer due diligence list', 'File annual report'],
};

const STATUS: ClioTask['status'][] = ['pending', 'pending', 'complete', 'in_progress', 'pending'];
const PRIORITY: ClioTask['priority'][] = ['Normal', 'Low', 'Normal', 'High'];
const DUE = [-12, 4, -1, 0, 14, undefined, 7, -30, 45];
const OWNERS: Record<string, string[]> = {
  us: ['priya', 'tomas', 'grace', 'daniel'],
  ca: ['miriam'],
  eu: ['lars'],
  au: ['bronte'],
};

/** Number of tasks in the seed world. */
export const TASK_COUNT = 80;

/** The named tasks, filled up to 80 with the everyday ones of each practice area. */
export function taskSeeds(): TaskSeed[] {
  // Marisol's first matter stays as it is: tests count its tasks.
  const others = MATTERS.filter((matter) => matter.key !== 'ortega-v-whitfield');
  const fill = Array.from({ length: TASK_COUNT - NAMED.length }, (_, index): TaskSeed => {
    const matter = others[index % others.length]!;
    const round = Math.floor(index / others.length);
    const owners = OWNERS[matter.region ?? 'us']!;
    const status = matter.closed === undefined ? STATUS[index % STATUS.length]! : 'complete';
    return {
      key: `fill-${index}`,
      name: BY_AREA[matter.area]![round % 4]!,
      matter: matter.key,
      due: DUE[index % DUE.length],
      assignee: owners[index % owners.length]!,
      status,
      priority: PRIORITY[index % PRIORITY.length]!,
      private: index % 17 === 5,
      age: Math.min(matter.age, 3 + index),
    };
  });
  return [...NAMED, ...fill];
}
