import type { Exchange, Route } from './exchange.ts';

export interface Match<S> {
  route: Route<S>;
  /** Decoded path parameters. */
  params: Record<string, string>;
}

export interface Router<S> {
  /** The route a request reaches, or undefined (the stand-in decides between 404 and 405). */
  match(exchange: Pick<Exchange, 'method' | 'path'>): Match<S> | undefined;
  /** Methods that exist at a path, for a 405's `Allow`. Empty means 404. */
  methodsAt(path: string): string[];
}

/**
 * Matches a route table: `:name` segments take exactly one non-empty segment, everything else is literal.
 * Literal segments win over parameters, position by position (`/contacts/search` before `/contacts/:id`). A trailing slash is ignored.
 */
export function createRouter<S>(routes: readonly Route<S>[]): Router<S> {
  const compiled = routes
    .map((route) => ({ route, segments: split(route.path) }))
    .sort((a, b) => rank(a.segments).localeCompare(rank(b.segments)));
  /** Only a route of the same method and length can be meant. */
  const alike = Map.groupBy(compiled, ({ route, segments }) => `${route.method} ${segments.length}`);
  return {
    match({ method, path }) {
      const segments = split(path);
      for (const candidate of alike.get(`${method.toUpperCase()} ${segments.length}`) ?? []) {
        const params = paramsOf(candidate.segments, segments);
        if (params) return { route: candidate.route, params };
      }
      return undefined;
    },
    methodsAt(path) {
      const segments = split(path);
      const found = compiled.filter((candidate) => paramsOf(candidate.segments, segments));
      return [...new Set(found.map((candidate) => candidate.route.method))];
    },
  };
}

function split(path: string): string[] {
  return path.replace(/^\/+/, '').replace(/\/+$/, '').split('/');
}

// '0' for a literal segment, '1' for a parameter: sorting by it tries the more literal route first.
function rank(segments: string[]): string {
  return segments.map((segment) => (segment.startsWith(':') ? '1' : '0')).join('');
}

function paramsOf(pattern: string[], segments: string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const actual = segments[index] ?? '';
    if (!expected.startsWith(':')) {
      if (expected !== actual) return undefined;
      continue;
    }
    const value = decode(actual);
    if (value === undefined || value === '') return undefined;
    params[expected.slice(1)] = value;
  }
  return params;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
