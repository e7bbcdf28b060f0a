import type { Activity } from './activity.ts';
import type { AskKind } from './ask.ts';
import type {} from './console-sync.ts';
import type { ErrorCode } from './errors.ts';
import type { Place } from './panel.ts';
import type { StorageProblem } from './storage.ts';
import type { System } from './subject.ts';
import type { Due } from './task.ts';

/** How many days the first page looks back. */
export const HOME_DAYS = [7, 30, 90] as const;
export type HomeDays = (typeof HOME_DAYS)[number];

/** The first page: figures and lists from the store. */
export interface HomeView {
  now: number;
  timeZone: string;
  storage?: StorageProblem;
  connections: HomeConnection[];
  writing: Record<System, boolean>;
  /** Pairs with two-way sync on. */
  syncing: number;
  linked: number;
  people: Record<System, number>;
  outbox: { queued: number; needsYou: number; failed: number };
  asks: number;
  /** The newest open questions, a few. */
  needs: { key: string; kind: AskKind; label: string }[];
  /** The days looked back, oldest first, in the user's zone. `done`: writes and whatever else came about. */
  days: { day: string; done: number; failed: number }[];
  /** Rows of the log of these days: by whom, for which locations, and for whom most (by link). */
  by: Record<Activity['by'], number>;
  /** Writes that were done, by kind of record (`contact`, `task`, …). */
  what: Record<string, number>;
  locations: (Place & HomeCount)[];
  busiest: (HomeCount & { link: string; person: string })[];
  /** When each account was last read, and all linked people last compared. */
  runs: HomeRun[];
  /** The newest of the log. */
  latest: Activity[];
  /** The lists below are not read yet; `quick` was asked for. */
  quick?: true;
  /** Whom records of these days tell as their author or owner, those with most first; not with `quick`. */
  staff: HomeStaff[];
  tasks: HomeTask[];
  notes: HomeNote[];
  appointments: HomeAppointment[];
  /** HighLevel contacts that are linked to nobody: made in the last two weeks, newest first; `stale`: untouched for longer than that. */
  leads: HomeLead[];
  stale: HomeLead[];
}
export interface HomeCount {
  done: number;
  failed: number;
}
/** One user of one system: notes written, tasks seen to be done, appointments that have begun (HighLevel only: Clio names a calendar). */
export interface HomeStaff {
  id: string;
  name: string;
  system: System;
  notes: number;
  tasks: number;
  meetings: number;
}
/** Times in milliseconds since 1970; `at` 0 for never. `what`: an account is read, or a pair compared. */
export interface HomeRun {
  id: string;
  what: 'read' | 'reconcile';
  name: string;
  /** read: whose account. */
  system?: System;
  at: number;
  nextAt?: number;
  problem?: ErrorCode;
  /** reconcile: linked people with a difference. */
  drift?: number;
}
export interface HomeConnection extends Place {
  system: System;
  ok: boolean;
  reason?: ErrorCode;
  used: number;
  left: number;
  dailyLeft?: number;
  until?: number;
}
interface OfPerson {
  link: string;
  person: string;
  system: System;
  id: string;
}
/** Open; due within seven days or overdue. */
export interface HomeTask extends OfPerson {
  title: string;
  due: Due;
  overdue: boolean;
}
export interface HomeNote extends OfPerson {
  text: string;
  at: string;
}
export interface HomeAppointment extends OfPerson {
  title: string;
  startsAt: string;
}
export interface HomeLead {
  id: string;
  location: string;
  name: string;
  /** In HighLevel's own app. */
  url: string;
  /** When it was made (`leads`) or last changed (`stale`). */
  at: number;
}
