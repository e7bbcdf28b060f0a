import type { Region } from './types.ts';

export interface CompanySeed {
  key: string;
  name: string;
  emails?: string[];
  phones?: string[];
  addresses?: string[];
  web?: string;
  age: number;
  region?: Region;
}

/** Clio's companies. One bears a person's name, one an address that three people share. */
export const COMPANIES: CompanySeed[] = [
  {
    key: 'northgate-dental',
    name: 'Northgate Dental Group',
    emails: ['office@northgatedental.example'],
    phones: ['(425) 555-0180'],
    addresses: ['640 Northgate Way | Seattle | WA | 98125 | US'],
    web: 'https://northgatedental.example',
    age: 420,
  },
  {
    key: 'harbor-cafe',
    name: 'Harbor Café Ltd.',
    emails: ['info@harborcafe.example'],
    phones: ['(206) 555-0154'],
    addresses: ['1 Pier 55 | Seattle | WA | 98101 | US'],
    age: 56,
  },
  {
    key: 'vance-holdings',
    name: 'Vance Holdings Inc.',
    emails: ['hello@vanceholdings.example'],
    phones: ['(604) 555-0126'],
    web: 'https://vanceholdings.example',
    age: 191,
  },
  { key: 'avery-stone', name: 'Avery Stone', emails: ['contact@averystone.example'], phones: ['(604) 555-0181'], age: 83 },
  { key: 'pacific-rim', name: 'Pacific Rim Importers', emails: ['desk@pacificrim.example'], phones: ['604-555-0182'], age: 151 },
  {
    key: 'evergreen-insurance',
    name: 'Evergreen Mutual Insurance',
    emails: ['claims@evergreenmutual.example'],
    phones: ['1-800-555-0183'],
    age: 700,
  },
  {
    key: 'superior-court',
    name: 'King County Superior Court',
    phones: ['(206) 555-0184'],
    addresses: ['516 Third Avenue | Seattle | WA | 98104 | US'],
    age: 1200,
  },
  { key: 'lantern-works', name: 'Lantern Works Studio', emails: ['team@lanternworks.example'], age: 60 },
  {
    key: 'ca-singh-logistics',
    name: 'Singh Logistics Ltd.',
    emails: ['dispatch@singhlogistics.example'],
    phones: ['905-555-0185'],
    age: 92,
    region: 'ca',
  },
  { key: 'eu-liffey', name: 'Liffey Properties', emails: ['post@liffeyproperties.example'], age: 48, region: 'eu' },
  { key: 'au-wattle', name: 'Wattle & Sons', emails: ['hello@wattle.example'], age: 39, region: 'au' },
];
