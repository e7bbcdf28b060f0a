import { MATTERS } from './matters.ts';

export interface NoteSeed {
  key: string;
  /** Exactly one of the two. */
  contact?: string;
  matter?: string;
  subject: string;
  detail: string;
  rich?: boolean;
  author: string;
  age: number;
}

/** Notes that tests and the tour know by name. */
const NAMED: NoteSeed[] = [
  {
    key: 'marisol-call',
    contact: 'marisol',
    subject: 'Call',
    detail: 'Prefers to be called after 4 pm. Asked about the timeline for the custody hearing.',
    author: 'priya',
    age: 2,
  },
  {
    key: 'marisol-intake',
    contact: 'marisol',
    subject: 'Intake',
    detail: '<div>Came through the <b>website form</b>.<br>Speaks Spanish and English.</div>',
    rich: true,
    author: 'grace',
    age: 60,
  },
  {
    key: 'marisol-address',
    contact: 'marisol',
    subject: 'Address',
    detail: 'Moved from Burnaby to Vancouver in spring.',
    author: 'grace',
    age: 20,
  },
  {
    key: 'ortega-strategy',
    matter: 'ortega-v-whitfield',
    subject: 'Strategy',
    detail: 'Attorney work product: settlement range and weak points of the other side.',
    author: 'priya',
    age: 15,
  },
  {
    key: 'ortega-hearing',
    matter: 'ortega-v-whitfield',
    subject: 'Hearing',
    detail: '<ul><li>Bring the <em>financial statement</em></li><li>Witness list by Friday</li></ul>',
    rich: true,
    author: 'tomas',
    age: 8,
  },
  {
    key: 'david-call',
    contact: 'david-kim',
    subject: 'First call',
    detail: 'Father of David Jr.; both use the clinic’s number.',
    author: 'grace',
    age: 39,
  },
  {
    key: 'nadia-intake',
    contact: 'nadia-haddad',
    subject: 'Intake',
    detail: 'Referred by a friend. E-mail is best.',
    author: 'priya',
    age: 3,
  },
  {
    key: 'haddad-privileged',
    matter: 'haddad-asylum',
    subject: 'Privileged and confidential',
    detail: 'Client’s account of what happened. Do not share outside the firm.',
    author: 'priya',
    age: 1,
  },
  {
    key: 'hostile-note',
    contact: 'hostile',
    subject: '<i>Hello</i>',
    detail: '<img src=x onerror="alert(7)"><a href="javascript:alert(8)">click</a> \u202Egnp.exe',
    rich: true,
    author: 'grace',
    age: 4,
  },
  {
    key: 'long-note',
    matter: 'vance-merger',
    subject: 'Due diligence',
    detail: 'The data room holds more than it says on the tin. '.repeat(80),
    author: 'daniel',
    age: 33,
  },
  {
    key: 'company-note',
    contact: 'northgate-dental',
    subject: 'Billing',
    detail: 'Send invoices to the practice manager.',
    author: 'daniel',
    age: 90,
  },
];

const PEOPLE = [
  'anna-lindqvist',
  'hannah-bergstrom',
  'robert-delacroix-sr',
  'wei-chen',
  'jose-nunez',
  'margaret-osei',
  'priscilla-vance',
  'sofia-marchetti',
  'cafe-owner',
  'ruth-okafor',
  'claire-dubois',
  'dr-lowell',
  'yuki-tanaka',
  'emeka-obi',
  'rosa-delgado',
  'angus-macleod',
  'peter-achterberg',
];

const LINES = [
  'Left a voicemail, will try again tomorrow.',
  'Confirmed the next appointment by e-mail.',
  'Asked for a copy of the last invoice.',
  'Sent the list of documents we need.',
  'Would rather meet by video than at the office.',
  '<p>Spoke with the other side’s counsel.</p><p>They will answer <strong>next week</strong>.</p>',
  'Signed the engagement letter.',
];

const AUTHORS: Record<string, string> = { us: 'grace', ca: 'miriam', eu: 'lars', au: 'bronte' };

/** Number of notes in the seed world. */
export const NOTE_COUNT = 60;

/** The named notes, filled up to 60 with everyday ones on contacts and matters in turn. */
export function noteSeeds(): NoteSeed[] {
  const matters = MATTERS.filter((matter) => matter.key !== 'ortega-v-whitfield');
  const fill = Array.from({ length: NOTE_COUNT - NAMED.length }, (_, index): NoteSeed => {
    const detail = LINES[index % LINES.length]!;
    const made = { key: `fill-${index}`, subject: index % 3 === 0 ? 'Call' : 'Note', detail, rich: detail.startsWith('<') };
    if (index % 2 === 0) {
      return { ...made, contact: PEOPLE[(index / 2) % PEOPLE.length]!, author: 'grace', age: 4 + index };
    }
    const matter = matters[((index - 1) / 2) % matters.length]!;
    return { ...made, matter: matter.key, author: AUTHORS[matter.region ?? 'us']!, age: Math.min(matter.age, 4 + index) };
  });
  return [...NAMED, ...fill];
}
