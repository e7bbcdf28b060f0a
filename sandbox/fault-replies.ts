import type { Reply } from './exchange.ts';
import type { Fault } from './faults.ts';

/** Faults that answer by themselves: the stand-in never runs. */
export function repliesBefore(fault: Fault | undefined): fault is Fault {
  return fault !== undefined && ['status', 'html200', 'rateLimited'].includes(fault.fault);
}

/** The answer a fault gives instead of the stand-in's. */
export function faultReply(fault: Fault): Reply {
  if (fault.fault === 'html200') return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: HTML };
  if (fault.fault === 'rateLimited') return rateLimited(fault);
  const status = fault.code ?? 500;
  return { status, headers: fault.headers ?? {}, body: fault.body ?? { statusCode: status, message: WORDS[status] ?? 'Error' } };
}

// HighLevel names only X-RateLimit-* headers and promises no Retry-After, so the default carries none.
function rateLimited(fault: Fault): Reply {
  const headers = fault.headers ?? {
    'x-ratelimit-interval-milliseconds': '10000',
    'x-ratelimit-max': '100',
    'x-ratelimit-remaining': '0',
  };
  return { status: 429, headers, body: fault.body ?? { statusCode: 429, message: 'Too Many Requests' } };
}

const HTML = '<!doctype html><html><head><title>Just a moment</title></head><body><h1>We will be right back</h1></body></html>';

const WORDS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
