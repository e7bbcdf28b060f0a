import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const ENTRY = 'libphonenumber-js/min';
const VIRTUAL = '\0lean-phone';
const root = dirname(createRequire(import.meta.url).resolve('libphonenumber-js/package.json'));
const modern = (name: string): string => join(root, 'es6-modern', name).replaceAll('\\', '/');

/**
 * Where a numbering plan holds how its numbers are shown: formats, prefix rule and whether it may be left out, the way out of the country,
 * the word before an extension [METADATA.md of the package, version 4].
 */
const SHOWN = [4, 6, 9, 12, 13];

type Plan = unknown[];
interface Metadata {
  version: number;
  country_calling_codes: Record<string, string[]>;
  countries: Record<string, Plan>;
  nonGeographic?: Record<string, Plan>;
}

/** The package's metadata without the ways to show a number, which are half of it: we normalise and check, nothing is shown in a country's style. */
export function leanMetadata(): Metadata {
  const metadata = JSON.parse(readFileSync(join(root, 'metadata.min.json'), 'utf8')) as Metadata;
  const plans = [...Object.values(metadata.countries), ...Object.values(metadata.nonGeographic ?? {})];
  if (metadata.version !== 4 || !Array.isArray(metadata.countries.US?.[4]))
    throw new Error('libphonenumber-js: the metadata has another shape; look at scripts/lean/phone.ts');
  for (const plan of plans) for (const index of SHOWN) if (index in plan) plan[index] = 0;
  return metadata;
}

/** The metadata as code that builds it again: by columns (all prefixes, all patterns …), for like things lie close and compress better. */
export function packed(metadata: Metadata): string {
  const { countries, country_calling_codes: codes, ...rest } = metadata;
  const plans = Object.values(countries);
  const width = Math.max(...plans.map((plan) => plan.length));
  const columns = Array.from({ length: width }, (_, index) => plans.map((plan) => plan[index] ?? 0)).map((column) =>
    column.some(Boolean) ? column : [],
  );
  const shared = Object.fromEntries(Object.entries(codes).filter(([, names]) => names.length > 1));
  return `(() => {
  const countries = {}, country_calling_codes = {}, columns = ${JSON.stringify(columns)};
  ${JSON.stringify(Object.keys(countries).join(' '))}.split(' ').forEach((name, index) => {
    countries[name] = columns.map((column) => column[index]);
    country_calling_codes[countries[name][0]] = [name];
  });
  Object.assign(country_calling_codes, ${JSON.stringify(shared)});
  return { ...${JSON.stringify(rest)}, countries, country_calling_codes };
})()`;
}

/** What a parsed number is here: the package's own class brings formatting and guessing along. */
const NUMBER = `import isValidNumber from ${JSON.stringify(modern('isValid.js'))};
export default function (countryCallingCode, nationalNumber, metadata) {
  this.countryCallingCode = countryCallingCode;
  this.nationalNumber = nationalNumber;
  this.number = '+' + countryCallingCode + nationalNumber;
  this.isValid = () => isValidNumber(this, { v2: true }, metadata);
}`;
const ONE = `import parse from ${JSON.stringify(modern('parsePhoneNumber_.js'))};
export const parsePhoneNumberFromString = (text, country) => parse(text, { defaultCountry: country }, metadata);`;

/**
 * `parsePhoneNumberFromString` alone, from the package's build for today's browsers. What it answers has `number`, `country` and `isValid()`
 * as in the whole package (tests/unit/lean-phone.test.ts compares them for every country) and nothing else.
 */
export function leanPhone(): Plugin {
  return {
    name: 'lean-phone',
    enforce: 'pre',
    resolveId: (id) => (id === ENTRY ? VIRTUAL : undefined),
    load(id) {
      if (id === VIRTUAL) return `const metadata = ${packed(leanMetadata())};\n${ONE}`;
      return id.split('?')[0] === modern('PhoneNumber.js') ? NUMBER : undefined;
    },
  };
}
