import { ACCESS } from './mutants-access.ts';
import { ASKING } from './mutants-asking.ts';
import { DECIDING } from './mutants-deciding.ts';
import { KEEPING } from './mutants-keeping.ts';
import { RULES } from './mutants-rules.ts';
import { SENDING } from './mutants-sending.ts';

/** Each must be caught, or the histories prove nothing. */
export const MUTANTS = [...SENDING, ...KEEPING, ...DECIDING, ...ASKING, ...RULES, ...ACCESS].map(
  ([name, file, find, replace]) => ({
    name,
    file,
    find,
    replace,
  }),
);
