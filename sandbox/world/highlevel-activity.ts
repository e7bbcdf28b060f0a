import type { HlTask } from './types.ts';

/** What happened around contacts in HighLevel. `of` is a key of `matched.ts` or `highlevel-only.ts`. */
export interface HlTaskSeed {
  of: string;
  title: string;
  body?: string;
  due: number;
  at?: string;
  completed?: HlTask['completed'];
  owner?: string;
  age: number;
}

export const HL_TASKS: HlTaskSeed[] = [
  // The same work as the Clio task of the same name.
  { of: 'marisol', title: 'Send retainer agreement', due: -2, owner: 'priya', age: 9 },
  { of: 'marisol', title: 'Conflict check', due: -4, completed: true, owner: 'priya', age: 59 },
  { of: 'marisol', title: 'Ask for a review', body: 'Only after the hearing.', due: 40, age: 12 },
  { of: 'david-s-kim', title: 'Follow up on accident form', due: -1, owner: 'grace', age: 5 },
  { of: 'ruth-okafor', title: 'Send holiday card', due: 25, age: 30 },
  { of: 'ruth-okafor', title: 'Check signed consent', due: -14, completed: true, owner: 'grace', age: 40 },
  { of: 'wei-chen', title: 'Call about customs broker', due: 0, at: '23:00', owner: 'tomas', age: 2 },
  { of: 'sofia-1', title: 'Confirm school calendar', due: 3, age: 6 },
  { of: 'sofia-2', title: 'Welcome call', due: -20, age: 27 },
  { of: 'claire-dubois', title: 'Book first consultation', due: 1, owner: 'priya', age: 1 },
  { of: 'rosa-delgado', title: 'Get photos of the bus stop', due: 6, age: 4 },
  { of: 'northgate', title: 'Renew service agreement', due: 90, age: 15 },
  { of: 'mallory', title: '<img src=x onerror=alert(9)>', body: '<a href="javascript:alert(10)">now</a>', due: 2, age: 3 },
  { of: 'lead-aisha', title: 'First call', due: 0, at: '20:00', owner: 'priya', age: 1 },
  { of: 'lead-bruno', title: 'Send price list', due: -3, age: 4 },
  { of: 'intake-zoe', title: 'Call back', due: 0, at: '19:00', age: 0 },
  { of: 'intake-rosa', title: 'Hand over to injury team', due: -10, completed: true, age: 25 },
];

export interface HlNoteSeed {
  of: string;
  body: string;
  title?: string;
  pinned?: boolean;
  owner?: string;
  age: number;
}

export const HL_NOTES: HlNoteSeed[] = [
  {
    of: 'marisol',
    body: 'Prefers to be called after 4 pm. Asked about the timeline for the custody hearing.',
    owner: 'priya',
    age: 2,
  },
  {
    of: 'marisol',
    title: 'Form',
    body: '<p>Website form: <strong>custody</strong>, two children.</p><p>Heard of us from a friend.</p>',
    age: 63,
  },
  { of: 'marisol', body: 'Opened the newsletter three times.', age: 18 },
  {
    of: 'marisol',
    body: 'Look here <img src=x onerror="parent.postMessage(document.cookie,\'*\')"> and <a href="javascript:alert(11)">there</a>',
    age: 30,
  },
  { of: 'david-s-kim', body: 'Dentist, Toronto. Shares the clinic phone with his son.', pinned: true, age: 100 },
  { of: 'david-kim-jr', body: 'Booked by his father.', age: 200 },
  { of: 'ruth-okafor', body: 'Sent the divorce guide.', age: 500 },
  { of: 'wei-chen', body: '陈先生 prefers Mandarin on the phone.', age: 120 },
  { of: 'layla-mansour', body: 'الرجاء الاتصال بعد الظهر', age: 28 },
  { of: 'sofia-1', body: 'Probably twice in here, see the other Sofia.', age: 20 },
  { of: 'mallory', body: '<script>alert(12)</script><svg onload=alert(13)>\u202Eevil', age: 5 },
  { of: 'owen', body: `Long story. ${'And then he said that it had all been agreed by phone. '.repeat(120)}`, age: 50 },
  { of: 'lead-aisha', body: 'Came from the October advertisement.', age: 2 },
  { of: 'intake-zoe', body: 'Asked for a morning slot.', age: 1 },
];

export interface HlAppointmentSeed {
  of: string;
  calendar: 'consultation' | 'signing' | 'intake';
  title: string;
  status: 'new' | 'confirmed' | 'cancelled' | 'showed' | 'noshow' | 'invalid';
  day: number;
  at: string;
  minutes: number;
  owner?: string;
  address?: string;
}

export const HL_APPOINTMENTS: HlAppointmentSeed[] = [
  {
    of: 'marisol',
    calendar: 'consultation',
    title: 'Consultation (video)',
    status: 'confirmed',
    day: 2,
    at: '18:30',
    minutes: 30,
    owner: 'priya',
    address: 'https://video.example/harbour-lane',
  },
  {
    of: 'marisol',
    calendar: 'consultation',
    title: 'First consultation',
    status: 'showed',
    day: -58,
    at: '21:00',
    minutes: 60,
    owner: 'priya',
  },
  {
    of: 'marisol',
    calendar: 'signing',
    title: 'Sign retainer',
    status: 'cancelled',
    day: -5,
    at: '17:00',
    minutes: 15,
    owner: 'tomas',
  },
  {
    of: 'david-s-kim',
    calendar: 'consultation',
    title: 'Injury consultation',
    status: 'noshow',
    day: -9,
    at: '15:00',
    minutes: 45,
    owner: 'grace',
  },
  {
    of: 'david-s-kim',
    calendar: 'consultation',
    title: 'Injury consultation, second try',
    status: 'new',
    day: 6,
    at: '15:00',
    minutes: 45,
    owner: 'grace',
  },
  {
    of: 'ruth-okafor',
    calendar: 'signing',
    title: 'Sign settlement',
    status: 'confirmed',
    day: 12,
    at: '19:00',
    minutes: 30,
    owner: 'grace',
  },
  { of: 'claire-dubois', calendar: 'consultation', title: 'Consultation', status: 'new', day: 1, at: '22:00', minutes: 30 },
  {
    of: 'rosa-delgado',
    calendar: 'consultation',
    title: 'Consultation',
    status: 'showed',
    day: -20,
    at: '18:00',
    minutes: 30,
    owner: 'grace',
  },
  { of: 'sofia-2', calendar: 'consultation', title: 'Consultation', status: 'invalid', day: -25, at: '18:00', minutes: 30 },
  {
    of: 'lead-aisha',
    calendar: 'consultation',
    title: 'Free first talk',
    status: 'confirmed',
    day: 0,
    at: '23:30',
    minutes: 20,
    owner: 'priya',
  },
  { of: 'intake-zoe', calendar: 'intake', title: 'Intake call', status: 'confirmed', day: 1, at: '16:00', minutes: 20 },
];
