import type { Region } from './types.ts';

export interface MatterSeed {
  key: string;
  /** Key of the client in `people*.ts` or `companies.ts`. */
  client: string;
  description: string;
  area: string;
  attorney: string;
  /** Days since it was opened; closed ones also say when. */
  age: number;
  closed?: number;
  pending?: boolean;
  /** Related contacts and what they are to the matter. */
  related?: [contact: string, role: string][];
  fields?: Record<string, string | boolean>;
  region?: Region;
}

const matter = (
  key: string,
  client: string,
  description: string,
  area: string,
  attorney: string,
  age: number,
  more: Partial<MatterSeed> = {},
): MatterSeed => ({ key, client, description, area, attorney, age, ...more });

/** The firm's 25 matters: several a client, some closed, one pending, one that is to be kept out of marketing. */
export const MATTERS: MatterSeed[] = [
  matter('ortega-v-whitfield', 'marisol', 'Ortega v. Whitfield', 'Family', 'priya', 60, {
    related: [
      ['henry-whitfield', 'Opposing party'],
      ['dr-lowell', 'Expert witness'],
      ['judge-ames', 'Judge'],
    ],
    fields: { 'court-file': 'E-261184' },
  }),
  matter('ortega-will', 'marisol', 'Will and powers of attorney', 'Estate planning', 'tomas', 30, { pending: true }),
  matter('ortega-lease', 'marisol', 'Studio lease review', 'Real estate', 'tomas', 400, { closed: 310 }),
  matter('kim-collision', 'david-kim', 'Kim: Gardiner Expressway collision', 'Personal injury', 'grace', 38, {
    related: [['evergreen-insurance', 'Insurer']],
    fields: { 'accident-date': '2026-03-18' },
  }),
  matter('haddad-asylum', 'nadia-haddad', 'Haddad: asylum application', 'Immigration', 'priya', 2, {
    fields: { 'no-push': true },
  }),
  matter('lindqvist-estate', 'anna-lindqvist', 'Estate of Karin Lindqvist', 'Estate planning', 'tomas', 200, {
    related: [['amelia-lindqvist', 'Beneficiary']],
  }),
  matter('bergstrom-adoption', 'hannah-bergstrom', 'Bergström adoption', 'Family', 'priya', 300, {
    related: [['erik-bergstrom', 'Spouse']],
  }),
  matter('delacroix-trust', 'robert-delacroix-sr', 'Delacroix family trust', 'Estate planning', 'tomas', 380, {
    related: [['robert-delacroix-jr', 'Trustee']],
  }),
  matter('chen-import', 'wei-chen', 'Pacific Rim customs dispute', 'Business', 'daniel', 140, {
    related: [['pacific-rim', 'Employer']],
  }),
  matter('nunez-visa', 'jose-nunez', 'Núñez: work permit renewal', 'Immigration', 'priya', 90),
  matter('mansour-visa', 'layla-mansour', 'Mansour: family reunification', 'Immigration', 'grace', 29),
  matter('ashdown-estate', 'william-ashdown', 'Ashdown estate plan', 'Estate planning', 'tomas', 470, { closed: 120 }),
  matter('vance-merger', 'vance-holdings', 'Vance / Northgate merger', 'Business', 'daniel', 180, {
    related: [
      ['priscilla-vance', 'Officer'],
      ['northgate-dental', 'Other party'],
    ],
  }),
  matter('marchetti-custody', 'sofia-marchetti', 'Marchetti custody', 'Family', 'priya', 220),
  matter('cafe-lease', 'harbor-cafe', 'Harbor Café lease', 'Real estate', 'tomas', 50, {
    related: [
      ['cafe-owner', 'Owner'],
      ['cafe-cook', 'Witness'],
    ],
  }),
  matter('okafor-divorce', 'ruth-okafor', 'Okafor v. Okafor', 'Family', 'grace', 590, {
    related: [['samuel-okafor', 'Opposing party']],
  }),
  matter('okafor-house', 'ruth-okafor', 'Sale of 12 Madrona Drive', 'Real estate', 'tomas', 100),
  matter('tanaka-injury', 'yuki-tanaka', 'Tanaka: scaffold fall', 'Personal injury', 'grace', 160),
  matter('obi-contract', 'emeka-obi', 'Obi: breach of contract', 'Business', 'daniel', 65),
  matter('delgado-injury', 'rosa-delgado', 'Delgado: bus stop fall', 'Personal injury', 'grace', 23),
  matter('park-family', 'linda-park', 'Park prenuptial agreement', 'Family', 'priya', 350, {
    closed: 300,
    related: [['steven-park', 'Spouse']],
  }),
  matter('ca-gauthier-will', 'ca-gauthier', 'Gauthier estate', 'Estate planning', 'miriam', 100, { region: 'ca' }),
  matter('ca-singh-fleet', 'ca-singh-logistics', 'Singh fleet purchase', 'Business', 'miriam', 85, {
    region: 'ca',
    related: [['ca-singh', 'Director']],
  }),
  matter('eu-murphy-lease', 'eu-murphy', 'Murphy v. Liffey Properties', 'Real estate', 'lars', 45, {
    region: 'eu',
    related: [['eu-liffey', 'Opposing party']],
  }),
  matter('au-campbell-claim', 'au-campbell', 'Campbell: ferry injury', 'Personal injury', 'bronte', 36, { region: 'au' }),
];
