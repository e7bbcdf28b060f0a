import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneCountryOf } from '../../lib/clio/regions.ts';
import {
  type Country,
  normalizeCountry,
  normalizeDate,
  normalizeEmail,
  normalizePhone,
  normalizeStreet,
  normalizeWebsite,
} from '../../lib/match/normalize.ts';
import { fold } from '../../lib/model/fold.ts';

describe('normalizePhone', () => {
  it.each<[string, Country, string | undefined]>([
    ['(604) 555-0142', 'CA', '+16045550142'],
    ['604.555.0142', 'US', '+16045550142'],
    ['604-555-0142 ext. 12', 'CA', '+16045550142'],
    ['+1 604 555 0142 x7', 'GB', '+16045550142'],
    ['１６０４５５５０１４２', 'CA', '+16045550142'],
    ['020 7946 0123', 'GB', '+442079460123'],
    ['011 44 20 7946 0123', 'US', '+442079460123'],
    ['0491 570 156', 'AU', '+61491570156'],
    ['555-0142', 'CA', undefined],
    ['000 000 0000', 'US', undefined],
    ['no phone', 'US', undefined],
    ['', 'US', undefined],
  ])('reads %j in %s as %s', (raw, country, wanted) => expect(normalizePhone(raw, country)).toBe(wanted));

  it('takes its default country from the Clio region', () => {
    expect((['us', 'ca', 'au', 'eu'] as const).map(phoneCountryOf)).toEqual(['US', 'CA', 'AU', 'GB']);
  });

  it('leaves its own result as it is, whatever the country', () => {
    const digits = fc.stringMatching(/^[2-9]\d{2}[2-9]\d{6}$/);
    fc.assert(
      fc.property(digits, fc.constantFrom<Country>('US', 'CA', 'GB', 'AU'), (raw, other) => {
        const once = normalizePhone(raw, 'US');
        if (once) expect(normalizePhone(once, other)).toBe(once);
      }),
    );
  });
});

describe('normalizeEmail', () => {
  it.each([
    [' Marisol@Ortega.Example ', 'marisol@ortega.example'],
    ['a.b+c@d.co.uk', 'a.b+c@d.co.uk'],
    ['two@at@x.com', undefined],
    ['nobody', undefined],
    ['a@localhost', undefined],
    ['a@x..com', undefined],
    ['Marisol <m@x.com>', undefined],
    [`${'a'.repeat(250)}@x.com`, undefined],
  ])('reads %j as %s', (raw, wanted) => expect(normalizeEmail(raw)).toBe(wanted));

  it('leaves its own result as it is', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (raw) => {
        expect(normalizeEmail(normalizeEmail(raw))).toBe(normalizeEmail(raw));
      }),
    );
  });
});

describe('the other forms', () => {
  it.each([
    ['  Zoë   O’Brien-Łódź ', 'zoe obrien lodz'],
    ['STRAẞE', 'strasse'],
    ['Ｋｉｍ, D.', 'kim d'],
    ['Дмитрий', 'дмитрии'],
  ])('folds %j to %j', (raw, wanted) => expect(fold(raw)).toBe(wanted));

  it('folds a folded text to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        expect(fold(fold(raw))).toBe(fold(raw));
      }),
    );
  });

  it.each([
    ['1980-02-29', '1980-02-29'],
    ['1980-02-29T00:00:00+00:00', '1980-02-29'],
    ['1981-02-29', undefined],
    ['03/04/1980', undefined],
    ['0000-01-01', undefined],
    ['1980-02-291', undefined],
  ])('reads the date %j as %s', (raw, wanted) => expect(normalizeDate(raw)).toBe(wanted));

  it.each([
    ['12 King Street West, Apt. 4', '12 king st w unit 4'],
    ['12 king st. w #4', '12 king st w unit 4'],
    ['Suite #4, 12 King St W', 'unit 4 12 king st w'],
    ['  ', undefined],
  ])('reads the street %j as %s', (raw, wanted) => expect(normalizeStreet(raw)).toBe(wanted));

  it.each([
    ['Canada', 'CA'],
    ['ca', 'CA'],
    ['U.S.A.', 'US'],
    ['eire', 'IE'],
    ["Cote d'Ivoire", 'CI'],
    ['zz', 'ZZ'],
    ['United Kingdom', 'GB'],
    ['Atlantis', 'atlantis'],
    ['', undefined],
  ])('reads the country %j as %s', (raw, wanted) => expect(normalizeCountry(raw)).toBe(wanted));

  it('reads a website without protocol, www. and closing slash', () => {
    expect(normalizeWebsite('HTTPS://www.Kim.example/Team/')).toBe('kim.example/Team');
    expect(normalizeWebsite('kim.example')).toBe(normalizeWebsite('http://KIM.example/'));
  });
});
