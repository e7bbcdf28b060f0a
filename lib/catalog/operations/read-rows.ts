import type { Entity } from '../../model/change.ts';
import type { System } from '../../model/subject.ts';
import { type Field, fieldOf } from '../fields.ts';
import type { Kind, Operation, Source, When } from '../operation.ts';
import { endpointOf } from './endpoint-of.ts';

/** Endpoints are named after the operations that use them, unless a row says otherwise. */
const endpointIdOf = (id: string, said: string | undefined): string => {
  const found = said ?? id;
  if (!endpointOf(found)) throw new Error(`${id}: no endpoint ${found}`);
  return found;
};

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
/** `name` and `name=value` words of a row's head. */
const marksOf = (head: string): Map<string, string> =>
  new Map(words(head).map((word) => [word.split('=')[0] ?? '', word.includes('=') ? word.slice(word.indexOf('=') + 1) : '']));

/** Where a field goes: into a core action's input, else where the endpoint has such a name. */
const placeOf =
  (endpoint: ReturnType<typeof endpointOf>, core: boolean) =>
  (at: string): Field['in'] => {
    if (core) return 'input';
    if (endpoint?.path.split(/[/.]/).includes(`:${at}`)) return 'path';
    return endpoint?.method === 'GET' || endpoint?.query?.includes(at) ? 'query' : 'body';
  };

/**
 * Reads and writes from a table: id without system -> `marks | fields`.
 * Marks: a kind (else: writing is an action, reading a search), `safe`, `check` or `never` (else: a POST that writes never, the rest safe), `absent`, `core` or `core=id`, `seen`, `of=endpoint id`, `preset=operation id` (both without system).
 */
export const callRows = (system: System, rows: Record<string, string>): Operation[] =>
  Object.entries(rows).map(([name, row]) => {
    const [head = '', tail] = row.includes(' | ') ? row.split(' | ') : ['', row];
    const marks = marksOf(head);
    const full = (mark: string) => (marks.has(mark) ? `${system}.${marks.get(mark) || name}` : undefined);
    const id = `${system}.${name}`;
    const core = full('core');
    const endpointId = endpointIdOf(id, full('of') ?? full('preset'));
    const endpoint = endpointOf(endpointId);
    const reads = endpoint?.access === 'read';
    const again = reads || endpoint?.method !== 'POST';
    const pick = <T extends string>(...choices: T[]) => choices.find((choice) => marks.has(choice));
    return {
      id,
      kind: pick<Kind>('search', 'utility', 'action') ?? (reads ? 'search' : 'action'),
      system,
      fields: words(tail ?? '')
        .map((token) => fieldOf(token, placeOf(endpoint, core !== undefined)))
        // Clio wraps every body in `data`.
        .map((field) => (field.in === 'body' && system === 'clio' ? { ...field, at: `data.${field.at}` } : field)),
      endpoint: endpointId,
      scopes: [endpoint?.scope],
      ...(marks.has('preset') && { presetOf: full('preset') }),
      resend: pick('safe', 'check', 'never') ?? (again ? 'safe' : 'never'),
      ...(marks.has('absent') && { absentIsDone: true }),
      ...(core && { core }),
      ...(marks.has('seen') && { seen: true }),
    } as Operation;
  });

/**
 * Triggers from a table: id without system -> `source entity is:facts=value marks | fields`, e.g. `pull task became:done=true`.
 * Marks: `of=endpoint id`, `preset=operation id`, `event=vendor's event`.
 */
export const triggerRows = (system: System | 'local', rows: Record<string, string>): Operation[] =>
  Object.entries(rows).map(([name, row]) => {
    const [head = '', tail = ''] = row.split(' | ');
    const [source, entity, what = '', ...rest] = words(head);
    const [, is, of, value] = /^(\w+)(?::([\w,]+))?(?:=(.*))?$/.exec(what) ?? [];
    const marks = marksOf(rest.join(' '));
    const endpoint = marks.get('of');
    return {
      id: `${system}.${name}`,
      kind: 'trigger',
      system,
      fields: words(tail).map((token) => fieldOf(token, () => 'input')),
      ...(endpoint && { endpoint: endpointIdOf(name, `${system}.${endpoint}`) }),
      scopes: endpoint ? [endpointOf(`${system}.${endpoint}`)?.scope ?? ''] : [],
      ...(marks.has('event') && { event: marks.get('event') }),
      source: source as Source,
      when: {
        entity: entity as Entity,
        is: is as When['is'],
        ...(of && { of: of.split(',') }),
        ...(value !== undefined && { value }),
      },
      ...(marks.has('preset') && { presetOf: `${system}.${marks.get('preset')}` }),
      resend: 'safe',
    } satisfies Operation;
  });
