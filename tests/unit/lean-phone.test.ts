import { createRequire } from 'node:module';
import fc from 'fast-check';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { leanPhone, packed } from '../../scripts/lean/phone.ts';

interface Found {
  number: string;
  isValid(): boolean;
}
type Parse = (text: string, country: string) => Found | undefined;

// The whole package, past every plugin; its larger metadata have an example number for each country.
const load = createRequire(import.meta.url);
const whole = load('libphonenumber-js/min') as { parsePhoneNumberFromString: Parse; getCountries(): string[] };
const examples = load('libphonenumber-js/mobile/examples') as Record<string, string>;
const metadata = load('libphonenumber-js/metadata.min.json') as {
  countries: Record<string, [code: string, idd: string, pattern: string, lengths: number[], ...unknown[]]>;
  nonGeographic: Record<string, [code: string, idd: string, pattern: string, lengths: number[]]>;
};
let lean: Parse;

/** What the extension gets: the package through our plugin, bundled. */
beforeAll(async () => {
  const entry = '\0entry';
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      leanPhone(),
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? entry : undefined),
        load: (id) => (id === entry ? "export { parsePhoneNumberFromString } from 'libphonenumber-js/min';" : undefined),
      },
    ],
    build: { write: false, minify: true, rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' } },
  });
  const [chunk] = (built as { output: { code: string }[] }).output;
  const code = chunk?.code ?? '';
  expect(code.length).toBeLessThan(70_000);
  lean = (await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)).parsePhoneNumberFromString;
}, 60_000);

const read = (parse: Parse, text: string, country: string) => {
  const found = parse(text, country);
  return found && [found.number, found.isValid()];
};
const same = (text: string, country: string): void =>
  void expect(read(lean, text, country), `${text} in ${country}`).toEqual(read(whole.parsePhoneNumberFromString, text, country));

const countries = Object.keys(metadata.countries);

test('packed metadata unpack to what they were', () => {
  const all = { version: 4, country_calling_codes: { 1: ['US', 'CA'], 33: ['FR'] }, countries: {} as Record<string, unknown[]> };
  all.countries = { US: ['1', '011', 'a', [10], 0, '1'], CA: ['1', '011', 'b', [10]], FR: ['33', '00', 'c', [9], 0, '0'] };
  const back = new Function(`return ${packed(all)}`)() as typeof all;
  expect(back.country_calling_codes).toEqual(all.country_calling_codes);
  for (const [name, plan] of Object.entries(all.countries))
    expect(back.countries[name]?.slice(0, plan.length).map((value) => value ?? 0)).toEqual(plan);
});

test('an example of every country is the same number, written in every way, at home and abroad', () => {
  for (const country of countries) {
    const [code, idd] = metadata.countries[country]!;
    const national = examples[country];
    if (!national) continue;
    const prefix = idd.replace(/\D.*/, '');
    for (const text of [national, `0${national}`, `+${code}${national}`, `${prefix}${code} ${national}`, `(${national}) ext. 12`])
      for (const home of [country, 'US', 'GB', 'AU', 'CA', 'IT', 'MX']) same(text, home);
  }
});

test('numbers of every length that a country knows, and one more, are the same and as valid', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...countries),
      fc.constantFrom(...countries),
      fc.infiniteStream(fc.nat(9)),
      (country, home, digits) => {
        const [code, , , lengths] = metadata.countries[country]!;
        for (const length of [...lengths, Math.max(...lengths) + 1]) {
          const national = [...digits.take(length)].join('');
          for (const text of [national, `0${national}`, `+${code}${national}`, `+${code} (0) ${national}`]) {
            same(text, country);
            same(text, home);
          }
        }
      },
    ),
    { numRuns: 1500 },
  );
});

test('numbers one digit beside an example are the same and as valid', () => {
  fc.assert(
    fc.property(fc.constantFrom(...countries.filter((name) => examples[name])), fc.nat(), fc.nat(9), (country, place, digit) => {
      const digits = [...examples[country]!];
      digits[place % digits.length] = String(digit);
      same(digits.join(''), country);
      same(`+${metadata.countries[country]![0]}${digits.join('')}`, 'US');
    }),
    { numRuns: 4000 },
  );
});

test('numbers of no country (satellite, free of charge) are the same', () => {
  for (const [code, [, , , lengths]] of Object.entries(metadata.nonGeographic))
    for (const length of lengths)
      for (let digit = 0; digit < 10; digit += 1) same(`+${code}${String(digit).repeat(length)}`, 'US');
});

test('what is hardly a number is the same', () => {
  const piece = fc.constantFrom(...'0123456789+()-./ x#;,ext:telphone-context=٣４');
  fc.assert(
    fc.property(fc.string({ unit: piece, maxLength: 30 }), fc.constantFrom('US', 'GB', 'CA', 'AU', 'DE', 'BR', 'AR'), same),
    { numRuns: 5000 },
  );
});
