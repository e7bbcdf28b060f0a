import type { Activity } from './activity.ts';
import type { StorageProblem } from './console-sync.ts';
import type { ErrorCode } from './errors.ts';
import type { Place } from './panel.ts';
import type { System } from './subject.ts';
import type { Due } from './task.ts';

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
  /** The last 30 days, oldest first, in the user's zone. */
  days: { day: string; done: number; failed: number }[];
  by: Record<Activity['by'], number>;
  /** True when a store holds more records than are looked through for the lists below. */
  partial: boolean;
  tasks: HomeTask[];
  notes: HomeNote[];
  appointments: HomeAppointment[];
  /** HighLevel contacts changed lately that are linked to nobody; `stale`: untouched for longer than two weeks. */
  leads: HomeLead[];
  stale: HomeLead[];
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
  changedAt: number;
}
