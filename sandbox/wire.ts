import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange, Reply } from './exchange.ts';

/** Larger bodies are refused with 413, so that a runaway test cannot fill the memory. */
const BODY_LIMIT = 20_000_000;

/** Reads a whole request into an exchange. `host` is the production host meant. Gives undefined when the body is too large. */
export async function readExchange(request: IncomingMessage, host: string): Promise<Exchange | undefined> {
  const [path = '/', search = ''] = splitOnce(request.url ?? '/', '?');
  const headers = headersOf(request);
  const text = await readText(request);
  if (text === undefined) return undefined;
  return {
    host,
    method: (request.method ?? 'GET').toUpperCase(),
    path,
    query: new URLSearchParams(search),
    headers,
    body: parseBody(text, headers['content-type'] ?? ''),
  };
}

/** The body as an object when it is JSON or a form, the raw text when it cannot be parsed, undefined when empty. */
export function parseBody(text: string, contentType: string): unknown {
  if (text === '') return undefined;
  if (contentType.includes('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A reply's body as text with its headers; a content-type is set for objects only. */
export function renderReply(reply: Reply): { headers: Record<string, string>; text: string } {
  const headers = lowerCased(reply.headers ?? {});
  if (reply.body === undefined) return { headers, text: '' };
  if (typeof reply.body === 'string') return { headers, text: reply.body };
  headers['content-type'] ??= 'application/json; charset=utf-8';
  return { headers, text: JSON.stringify(reply.body) };
}

/** Sends text as one answer. No content-length where HTTP forbids a body (204, 304). */
export function send(response: ServerResponse, status: number, headers: Record<string, string>, text: string): void {
  const bare = status === 204 || status === 304;
  const length = bare ? {} : { 'content-length': String(Buffer.byteLength(text)) };
  response.writeHead(status, { ...headers, ...length });
  response.end(bare || response.req.method === 'HEAD' ? undefined : text);
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const pairs = Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  return size > BODY_LIMIT ? undefined : Buffer.concat(chunks).toString('utf8');
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
