import mustache from 'mustache';

/** What a text may speak of: group -> name -> value. Objects without a prototype, so that a name finds what was put in and nothing else. */
export type Groups = Record<string, Record<string, unknown>>;

/** `[type, value, start, end, inner?]` as mustache.parse gives them. */
type Token = [string, string, number, number, Token[]?];

export interface Template {
  text: string;
  /** `group.name` of everything it speaks of. */
  names: string[];
  /** Set when the text is one name and nothing else: its value is handed on as it is (a list stays a list). */
  whole?: string;
}

/** A list in a list in a list is enough to keep a computer busy for years. */
const DEEPEST = 2;
const LONGEST = 20_000;
/** More than this is not even put together, to be cut to what a field takes. */
const MOST = 500_000;
/** A name with blanks around it; without an end it would be looked for from every blank anew. */
const ENDLESS = /\{\{[^}]{300}/;
/** `group.name`, a custom field, or what a step made: never a way into a value (`record.tags.map`). */
const NAME = /^(steps\.[\w-]+\.id|[a-z]+\.(customFields\.)?[\w-]+)$/i;

function* walk(tokens: readonly Token[], depth: number): Generator<[Token, number]> {
  for (const token of tokens) {
    yield [token, depth];
    if (Array.isArray(token[4])) yield* walk(token[4], depth + 1);
  }
}

/** Undefined for a text that isn't a template we take: values and sections only, no partials, no other marks, no lambdas. */
export function readTemplate(text: string): Template | undefined {
  if (ENDLESS.test(text)) return undefined;
  let tokens: Token[];
  try {
    tokens = mustache.parse(text, ['{{', '}}']) as Token[];
  } catch {
    return undefined;
  }
  const names: string[] = [];
  for (const [[type, value, , , inner], depth] of walk(tokens, 0)) {
    if (depth >= DEEPEST && Array.isArray(inner)) return undefined;
    if (type === 'text' || type === '!') continue;
    if (!['name', '&', '#', '^'].includes(type)) return undefined;
    // `.` is the entry of the list around it.
    if (value === '.' && depth > 0) continue;
    if (!NAME.test(value)) return undefined;
    names.push(value);
  }
  const [only] = tokens;
  const isWhole = tokens.length === 1 && only !== undefined && (only[0] === 'name' || only[0] === '&');
  return { text, names, ...(isWhole && { whole: only[1] }) };
}

/** The value of a dotted name; own properties only. */
export function factAt(groups: Groups, name: string): unknown {
  const [group = '', ...rest] = name.split('.');
  let at: unknown = groups[group];
  for (const part of rest) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<string, unknown>)[part];
  }
  return at;
}

/** An entry of a list, by far. */
const ENTRY = 1_000;

/** How long it comes to, at most: a list repeats what stands around it. */
const lengthOf = (tokens: readonly Token[], groups: Groups): number =>
  tokens.reduce((sum, [type, value, , , inner]) => {
    if (type === 'text') return sum + value.length;
    const found = factAt(groups, value);
    if (Array.isArray(inner)) return sum + (Array.isArray(found) ? found.length : 1) * (1 + lengthOf(inner, groups));
    return sum + (value === '.' ? ENTRY : String(found ?? '').length);
  }, 0);

/** Fills in. Nothing is escaped: what is written is text, never HTML. What is not there is blank, and so is what has no end. */
export function render(template: Template, groups: Groups): unknown {
  if (template.whole) return factAt(groups, template.whole);
  if (!template.names.length) return template.text;
  if (lengthOf(mustache.parse(template.text, ['{{', '}}']) as Token[], groups) > MOST) return undefined;
  const text = mustache.render(template.text, groups, undefined, { escape: (value) => String(value) });
  return text.slice(0, LONGEST);
}

/** A copy without prototypes, customFields in a table of their own. */
export function bare(facts: Record<string, unknown>): Record<string, unknown> {
  const group: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(facts)) {
    const [first = '', ...rest] = name.split('.');
    if (!rest.length) group[name] = value;
    else {
      group[first] ??= Object.create(null);
      (group[first] as Record<string, unknown>)[rest.join('.')] = value;
    }
  }
  return group;
}
