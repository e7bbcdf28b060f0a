import type { TemplateView } from '../../model/rules-view.ts';
import { MATTERS } from './matters.ts';
import { PEOPLE } from './people.ts';
import { WORK } from './work.ts';

/** Ready rules. Their names and texts are words: `rule.template.<id>.name`, hyphens as `_`. */
export const TEMPLATES: readonly TemplateView[] = [...PEOPLE, ...WORK, ...MATTERS];

/** Key of a template's words. */
export const templateWords = (id: string, what: 'name' | 'text'): string => `rule.template.${id.replaceAll('-', '_')}.${what}`;
