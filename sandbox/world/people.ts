import type { Region } from './types.ts';

/**
 * Clio's people as an office types them: phone formats of every kind, several e-mails, shared numbers, missing parts.
 * What each stands for on the HighLevel side is told in `matched.ts`.
 */
export interface PersonSeed {
  key: string;
  first: string;
  last: string;
  prefix?: string;
  middle?: string;
  title?: string;
  /** Key of a company in `companies.ts`. */
  company?: string;
  born?: string;
  /** The first is the primary one. */
  emails?: string[];
  phones?: string[];
  /** `street | city | province | postal code | country`; the first is the primary one. */
  addresses?: string[];
  /** Days since the record was made. */
  age: number;
  region?: Region;
  fields?: Record<string, string | boolean>;
}

const LINDQVIST = '14 Alder Row | Seattle | WA | 98109 | US';
const DELACROIX = '2207 Point Grey Road | Vancouver | BC | V6K 1A5 | CA';
const BERGSTROM = '910 Queen Anne Ave N | Seattle | WA | 98109 | US';

export const AWKWARD_PEOPLE: PersonSeed[] = [
  {
    key: 'marisol',
    first: 'Marisol',
    last: 'Ortega-Whitfield',
    born: '1987-05-14',
    emails: ['marisol@ortega-whitfield.example', 'm.ortega@lanternworks.example'],
    phones: ['+1 604 555 0142'],
    addresses: ['302-1455 Nelson Street | Vancouver | BC | V6G 1M1 | CA'],
    age: 61,
    fields: { 'best-time': 'After 4 pm', language: 'Spanish', conflict: true },
  },
  {
    key: 'david-kim',
    first: 'David',
    last: 'Kim',
    born: '1979-03-09',
    phones: ['+1 416 555 0198'],
    addresses: ['77 Bay Street | Toronto | ON | M5J 2R8 | CA'],
    age: 40,
  },
  {
    key: 'nadia-haddad',
    first: 'Nadia',
    last: 'Haddad',
    prefix: 'Ms.',
    born: '1991-11-02',
    emails: ['nadia.haddad@cedarpost.example'],
    phones: ['(206) 555-0131'],
    addresses: ['5 Pike Place | Seattle | WA | 98101 | US'],
    age: 3,
    fields: { referral: 'Website' },
  },
  {
    key: 'anna-lindqvist',
    first: 'Anna',
    last: 'Lindqvist',
    born: '1995-02-27',
    emails: ['anna@lindqvist.example'],
    phones: ['(206) 555-0160'],
    addresses: [LINDQVIST],
    age: 210,
  },
  {
    key: 'amelia-lindqvist',
    first: 'Amelia',
    last: 'Lindqvist',
    born: '1995-02-27',
    phones: ['(206) 555-0160'],
    addresses: [LINDQVIST],
    age: 210,
  },
  {
    key: 'hannah-bergstrom',
    first: 'Hannah',
    last: 'Bergström',
    emails: ['hannah@bergstrom.example'],
    phones: ['206.555.0117'],
    addresses: [BERGSTROM],
    age: 330,
  },
  { key: 'erik-bergstrom', first: 'Erik', last: 'Bergström', phones: ['206.555.0117'], addresses: [BERGSTROM], age: 329 },
  {
    key: 'robert-delacroix-sr',
    first: 'Robert',
    last: 'Delacroix Sr.',
    born: '1951-08-30',
    emails: ['robert@delacroix.example'],
    phones: ['604-555-0177'],
    addresses: [DELACROIX],
    age: 900,
  },
  {
    key: 'robert-delacroix-jr',
    first: 'Robert',
    last: 'Delacroix Jr.',
    born: '1982-01-12',
    emails: ['rob@delacroix.example'],
    phones: ['604-555-0177', '+1 778 555 0121'],
    addresses: [DELACROIX],
    age: 400,
  },
  {
    key: 'wei-chen',
    first: '伟',
    last: '陈',
    emails: ['wei.chen@pacificrim.example'],
    phones: ['+1 604 555 0188'],
    addresses: ['4500 Kingsway | Burnaby | BC | V5H 2A9 | CA'],
    age: 150,
  },
  {
    key: 'olga-ivanova',
    first: 'Ольга',
    last: 'Иванова',
    emails: ['o.ivanova@birchwood.example'],
    phones: ['604 555 0189'],
    age: 77,
  },
  { key: 'layla-mansour', first: 'ليلى', last: 'منصور', phones: ['+1 (425) 555-0143'], age: 33 },
  { key: 'jose-nunez', first: 'José', last: 'Núñez', emails: ['jose.nunez@brisa.example'], phones: ['(425) 555-0144'], age: 95 },
  { key: 'soren-ostergaard', first: 'Søren', last: 'Østergård', emails: ['soren@ostergaard.example'], age: 120 },
  {
    key: 'long-name',
    first: 'Maria Aurelia Constantina',
    last: 'Vasconcelos-Montgomery de Albuquerque e Castro',
    emails: ['maria.aurelia.constantina.vasconcelos-montgomery@albuquerque-e-castro-holdings.example'],
    phones: ['(206) 555-0145'],
    age: 260,
  },
  {
    key: 'mai-nguyen',
    first: 'Mai',
    last: 'Nguyen Thi',
    phones: ['(206) 555-0146'],
    emails: ['mai.nguyen@lotusgarden.example'],
    age: 44,
  },
  {
    key: 'william-ashdown',
    first: 'William',
    last: 'Ashdown',
    phones: ['(604) 555-0123'],
    addresses: ['19 Marine Drive | West Vancouver | BC | V7V 1H7 | CA'],
    age: 500,
  },
  {
    key: 'margaret-osei',
    first: 'Margaret',
    last: 'Osei',
    emails: ['m.osei@goldleaf.example'],
    phones: ['604.555.0124'],
    age: 301,
  },
  {
    key: 'beatrice-moon',
    first: 'Beatrice',
    last: 'Moon',
    emails: ['bea@moonlight.example'],
    phones: ['1-604-555-0125'],
    age: 88,
  },
  {
    key: 'priscilla-vance',
    first: 'Priscilla',
    last: 'Vance',
    emails: ['pvance@vanceholdings.example'],
    phones: ['(604) 555-0126 ext. 12'],
    company: 'vance-holdings',
    title: 'CFO',
    age: 190,
  },
  {
    key: 'graham-tolliver',
    first: 'Graham',
    last: 'Tolliver',
    phones: ['+16045550127'],
    emails: ['graham@tolliver.example'],
    age: 20,
  },
  {
    key: 'owen-mcallister',
    first: 'Owen',
    last: 'McAllister',
    emails: ['Owen.McAllister@Kestrel.example'],
    phones: ['425-555-0128'],
    age: 65,
  },
  {
    key: 'fatima-elsayed',
    first: 'Fatima',
    last: 'El-Sayed',
    emails: ['fatima@elsayed.example'],
    phones: ['(425) 555-0129'],
    age: 1100,
  },
  {
    key: 'jonas-weber',
    first: 'Jonas',
    last: 'Weber',
    emails: ['j.weber@northgatedental.example', 'jonas.weber@homemail.example'],
    phones: ['(425) 555-0130'],
    company: 'northgate-dental',
    title: 'Practice manager',
    age: 140,
  },
  {
    key: 'leila-farahani',
    first: 'Leila',
    last: 'Farahani',
    prefix: 'Dr.',
    emails: ['leila@farahani.example'],
    phones: ['(604) 555-0151'],
    age: 72,
  },
  {
    key: 'tariq-aziz',
    first: 'Tariq',
    last: 'Aziz-Morgan',
    phones: ['604 555 0152'],
    emails: ['tariq@azizmorgan.example'],
    age: 31,
  },
  { key: 'dolores-quint', first: 'Dolores', last: 'Quint', age: 15 },
  {
    key: 'sofia-marchetti',
    first: 'Sofia',
    last: 'Marchetti',
    emails: ['sofia@marchetti.example'],
    phones: ['(778) 555-0153'],
    addresses: ['88 Hastings Street E | Vancouver | BC | V6A 1N1 | CA'],
    age: 230,
  },
  {
    key: 'cafe-owner',
    first: 'Ingrid',
    last: 'Solberg',
    emails: ['info@harborcafe.example'],
    phones: ['(206) 555-0154'],
    company: 'harbor-cafe',
    title: 'Owner',
    age: 55,
  },
  {
    key: 'cafe-cook',
    first: 'Marco',
    last: 'Pellegrino',
    emails: ['info@harborcafe.example'],
    company: 'harbor-cafe',
    title: 'Head cook',
    age: 54,
  },
];
