/** How a HighLevel contact overlaps with Clio. Every kind occurs in the seed world; a test holds it to that. */
export type Overlap =
  | 'exact'
  | 'differs'
  | 'e-mail case'
  | 'phone format'
  | 'phone extension'
  | 'shared phone'
  | 'shared e-mail'
  | 'twin'
  | 'junior-senior'
  | 'accents'
  | 'other script'
  | 'long name'
  | 'swapped names'
  | 'nickname'
  | 'recycled number'
  | 'second e-mail'
  | 'additional e-mail'
  | 'no e-mail'
  | 'name only'
  | 'duplicate'
  | 'company as person'
  | 'person as company'
  | 'candidate'
  | 'hostile text'
  | 'none';

export interface HlSeed {
  key: string;
  /** Key of the Clio person or company that this one is, or looks like. */
  of?: string;
  overlap: Overlap;
  first?: string;
  last?: string;
  email?: string;
  phone?: string;
  company?: string;
  city?: string;
  state?: string;
  country?: string;
  born?: string;
  tags?: string[];
  moreEmails?: string[];
  source?: string;
  dnd?: boolean;
  owner?: string;
  intake?: boolean;
  /** Days since it was added. */
  age: number;
}

const VAN = { city: 'Vancouver', state: 'BC', country: 'CA' };
const SEA = { city: 'Seattle', state: 'WA', country: 'US' };
const TOR = { city: 'Toronto', state: 'ON', country: 'CA' };

type Name = [first: string | undefined, last: string | undefined];

const like = (
  of: string,
  overlap: Overlap,
  key: string,
  [first, last]: Name,
  email: string | undefined,
  phone: string | undefined,
  age: number,
  more: Partial<HlSeed> = {},
): HlSeed => ({ of, overlap, key, first, last, email, phone, age, ...more });

/** HighLevel contacts that are, or look like, somebody in Clio (the first argument). */
export const MATCHED: HlSeed[] = [
  like('marisol', 'differs', 'marisol', ['Marisol', 'Ortega-Whitfield'], 'marisol@ortega-whitfield.example', undefined, 63, {
    city: 'Burnaby',
    state: 'BC',
    country: 'CA',
    tags: ['intake-2026', 'family-law', 'newsletter'],
    source: 'Website form',
    owner: 'priya',
  }),
  like('david-kim', 'candidate', 'david-s-kim', ['David S.', 'Kim'], 'dkim@kimdental.example', '+14165550198', 600, {
    ...TOR,
    tags: ['personal-injury'],
  }),
  like('david-kim', 'candidate', 'david-kim-jr', ['David', 'Kim Jr.'], undefined, '+14165550198', 300, {
    ...TOR,
    born: '2008-10-21',
  }),
  like('david-kim', 'candidate', 'd-kim', ['D.', 'Kim'], 'info@kimdental.example', undefined, 1100),
  like('anna-lindqvist', 'twin', 'anna-lindqvist', ['Anna', 'Lindqvist'], 'anna@lindqvist.example', '+12065550160', 205, {
    ...SEA,
    born: '1995-02-27',
    tags: ['estate'],
  }),
  like('amelia-lindqvist', 'twin', 'amelia-lindqvist', ['Amelia', 'Lindqvist'], undefined, '+12065550160', 205, {
    ...SEA,
    born: '1995-02-27',
    tags: ['estate'],
  }),
  like(
    'hannah-bergstrom',
    'shared phone',
    'hannah-bergstrom',
    ['Hannah', 'Bergstrom'],
    'hannah@bergstrom.example',
    '+12065550117',
    320,
    { ...SEA, tags: ['family-law'] },
  ),
  like('linda-park', 'shared phone', 'linda-park', ['Linda', 'Park'], 'linda@parkfamily.example', '+12065550165', 350, {
    ...SEA,
  }),
  like(
    'robert-delacroix-sr',
    'junior-senior',
    'robert-sr',
    ['Robert', 'Delacroix'],
    'robert@delacroix.example',
    '+16045550177',
    800,
    { ...VAN, born: '1951-08-30' },
  ),
  like('robert-delacroix-jr', 'junior-senior', 'robert-jr', ['Robert', 'Delacroix'], undefined, '+16045550177', 390, {
    ...VAN,
    born: '1982-01-12',
  }),
  like('wei-chen', 'other script', 'wei-chen', ['Wei', 'Chen'], 'wei.chen@pacificrim.example', '+16045550188', 149, {
    city: 'Burnaby',
    state: 'BC',
    country: 'CA',
    tags: ['business'],
  }),
  like('olga-ivanova', 'other script', 'olga-ivanova', ['Olga', 'Ivanova'], 'o.ivanova@birchwood.example', undefined, 76),
  like('layla-mansour', 'other script', 'layla-mansour', ['Layla', 'Mansour'], undefined, '+14255550143', 30, {
    tags: ['immigration'],
  }),
  like('jose-nunez', 'accents', 'jose-nunez', ['Jose', 'Nunez'], 'jose.nunez@brisa.example', '+14255550144', 90, {
    tags: ['immigration'],
  }),
  like('soren-ostergaard', 'accents', 'soren', ['Soren', 'Ostergaard'], 'soren@ostergaard.example', undefined, 118),
  like(
    'long-name',
    'long name',
    'long-name',
    ['Maria Aurelia Constantina', 'Vasconcelos-Montgomery de Albuquerque e Castro'],
    'maria.aurelia.constantina.vasconcelos-montgomery@albuquerque-e-castro-holdings.example',
    '+12065550145',
    255,
  ),
  like('mai-nguyen', 'swapped names', 'mai-nguyen', ['Nguyen Thi', 'Mai'], undefined, '+12065550146', 43, { ...SEA }),
  like('william-ashdown', 'nickname', 'bill-ashdown', ['Bill', 'Ashdown'], undefined, '+16045550123', 480, { tags: ['estate'] }),
  like('margaret-osei', 'nickname', 'peggy-osei', ['Peggy', 'Osei'], 'm.osei@goldleaf.example', '(604) 555-0124', 290),
  like('beatrice-moon', 'phone format', 'beatrice-moon', ['Beatrice', 'Moon'], undefined, '+1 (604) 555-0125', 85),
  like(
    'graham-tolliver',
    'phone format',
    'graham-tolliver',
    ['Graham', 'Tolliver'],
    'graham.tolliver@oldmail.example',
    '6045550127',
    19,
  ),
  like('priscilla-vance', 'phone extension', 'priscilla-vance', ['Priscilla', 'Vance'], undefined, '+16045550126', 188, {
    company: 'Vance Holdings',
  }),
  like('owen-mcallister', 'e-mail case', 'owen', ['Owen', 'McAllister'], 'owen.mcallister@kestrel.example', undefined, 64),
  like('fatima-elsayed', 'recycled number', 'gary-pruitt', ['Gary', 'Pruitt'], 'gary@pruitt.example', '+14255550129', 22, {
    tags: ['newsletter'],
  }),
  like('jonas-weber', 'second e-mail', 'jonas-weber', ['Jonas', 'Weber'], 'jonas.weber@homemail.example', undefined, 138),
  like(
    'leila-farahani',
    'additional e-mail',
    'leila-farahani',
    ['Leila', 'Farahani'],
    'dr.leila@clinicfront.example',
    undefined,
    70,
    { moreEmails: ['leila@farahani.example'] },
  ),
  like('tariq-aziz', 'no e-mail', 'tariq-aziz', ['Tariq', 'Aziz-Morgan'], undefined, '+16045550152', 30, {
    tags: ['intake-2026'],
  }),
  like('dolores-quint', 'name only', 'dolores-quint', ['Dolores', 'Quint'], 'dolores.q@elsewhere.example', '+16135550190', 14, {
    city: 'Ottawa',
  }),
  like('sofia-marchetti', 'duplicate', 'sofia-1', ['Sofia', 'Marchetti'], 'sofia@marchetti.example', undefined, 228, {
    ...VAN,
    tags: ['family-law'],
  }),
  like('sofia-marchetti', 'duplicate', 'sofia-2', ['Sofia', 'Marchetti'], undefined, '+17785550153', 28, {
    ...VAN,
    tags: ['intake-2026'],
  }),
  like('cafe-owner', 'shared e-mail', 'cafe-owner', ['Ingrid', 'Solberg'], 'info@harborcafe.example', '+12065550154', 53, {
    company: 'Harbor Cafe',
  }),
  like('cafe-cook', 'shared e-mail', 'cafe-waiter', ['Tom', 'Ferris'], 'info@harborcafe.example', undefined, 52, {
    company: 'Harbor Cafe',
  }),
  like('avery-stone', 'company as person', 'avery-stone', ['Avery', 'Stone'], 'avery@privatepost.example', '+17785550191', 81),
  like(
    'northgate-dental',
    'person as company',
    'northgate',
    ['Northgate', 'Dental'],
    'office@northgatedental.example',
    '+14255550180',
    410,
    { ...SEA, company: 'Northgate Dental Group', tags: ['business'] },
  ),
  like('lantern-works', 'person as company', 'lantern', [undefined, undefined], 'team@lanternworks.example', undefined, 59, {
    company: 'Lantern Works Studio',
  }),
  like('ruth-okafor', 'exact', 'ruth-okafor', ['Ruth', 'Okafor'], 'ruth.okafor@brightwater.example', '+12065550156', 600, {
    tags: ['family-law'],
    owner: 'grace',
  }),
  like('samuel-okafor', 'exact', 'samuel-okafor', ['Samuel', 'Okafor'], 'sam.okafor@brightwater.example', '+12065550157', 600),
  like('claire-dubois', 'exact', 'claire-dubois', ['Claire', 'Dubois'], 'claire@dubois.example', '+16045550158', 11, {
    tags: ['intake-2026'],
  }),
  like('dr-lowell', 'exact', 'naomi-lowell', ['Naomi', 'Lowell'], 'naomi@lowellclinic.example', '+16045550161', 57, {
    tags: ['referral-partner'],
  }),
  like('peter-achterberg', 'exact', 'peter-achterberg', ['Peter', 'Achterberg'], 'peter@achterberg.example', '+14255550162', 270),
  like('yuki-tanaka', 'differs', 'yuki-tanaka', ['Yuki', 'Tanaka-Ross'], 'yuki@tanaka.example', '+14255550199', 170, {
    city: 'Redmond',
    state: 'WA',
    country: 'US',
  }),
  like('emeka-obi', 'exact', 'emeka-obi', ['Emeka', 'Obi'], 'emeka.obi@obi.example', '+12065550164', 66, { dnd: true }),
  like('rosa-delgado', 'differs', 'rosa-delgado', ['Rosa', 'Delgado'], 'rosa@delgado.example', undefined, 24, {
    city: 'Tacoma',
    state: 'WA',
    country: 'US',
    tags: ['personal-injury', 'intake-2026'],
  }),
  like('angus-macleod', 'exact', 'angus-macleod', ['angus', 'macleod'], 'ANGUS@MACLEOD.EXAMPLE', '+16045550168', 440),
  like(
    'hostile',
    'hostile text',
    'mallory',
    ['<script>alert(1)</script>', '"><svg onload=alert(2)>'],
    'mallory@hostile.example',
    '+16045550170',
    8,
    { city: 'javascript:alert(3)', tags: ['<u>tag</u>'] },
  ),
  like('rosa-delgado', 'exact', 'intake-rosa', ['Rosa', 'Delgado'], 'rosa@delgado.example', '+12065550167', 26, {
    intake: true,
    tags: ['new-lead'],
  }),
  like('ca-gauthier', 'accents', 'intake-gauthier', ['Etienne', 'Gauthier'], 'etienne@gauthier.example', '+14165550171', 109, {
    ...TOR,
    intake: true,
  }),
  like('ca-singh', 'exact', 'intake-singh', ['Harpreet', 'Singh'], 'harpreet@singhlogistics.example', '+19055550172', 89, {
    intake: true,
  }),
];
