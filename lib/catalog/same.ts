/** Values as a system may echo them: other case, other blanks, another phone format, a time with or without milliseconds. */
const plain = (value: unknown): string =>
  (value === undefined || value === null ? '' : String(value)).normalize('NFKC').replace(/\s+/g, ' ').trim();

/** An instant to the second; a day alone is its midnight. */
const instant = (value: unknown): string => (plain(value) ? String(Math.floor(Date.parse(plain(value)) / 1000)) : '');

const SHAPES: Record<string, (value: unknown) => string> = {
  email: (value) => plain(value).toLowerCase(),
  phone: (value) => plain(value).replace(/\D/g, ''),
  website: (value) =>
    plain(value)
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, ''),
  dateOfBirth: (value) => plain(value).slice(0, 10),
  due: instant,
  startsAt: instant,
  endsAt: instant,
};

/** Did this value come back as it was sent? */
export const same = (name: string, sent: unknown, back: unknown): boolean =>
  (SHAPES[name] ?? plain)(sent) === (SHAPES[name] ?? plain)(back);

/** Names of the values that came back other than sent; what was not sent is not compared. */
export const differing = (sent: Record<string, unknown>, back: Record<string, unknown>): string[] =>
  Object.keys(sent).filter((name) => plain(sent[name]) !== '' && !same(name, sent[name], back[name]));

/** Names of the values that are to be written: a blank one never is. */
export const filledNames = (values: Record<string, unknown>): string[] =>
  Object.keys(values).filter((name) => plain(values[name]) !== '');
