import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Exchange, Reply } from './exchange.ts';
import { faultReply, repliesBefore } from './fault-replies.ts';
import type { Fault, FaultName, Faults } from './faults.ts';
import type { Ledger } from './ledger.ts';
import type { SocketTable } from './sockets.ts';
import type { AnyStandIn } from './stand-in.ts';
import { readExchange, renderReply, send } from './wire.ts';

export interface AnswerParts {
  standIns: AnyStandIn[];
  ledger: Ledger;
  faults: Faults;
  clock: Clock;
}

/** Where a request came in: which production host it means, and how links in the answer are turned before they leave. */
export interface Door {
  hostOf(request: IncomingMessage): string;
  outgoing?(text: string): string;
  sockets: SocketTable;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** The request listener of every port: finds the stand-in, plays at most one fault, writes the ledger, then answers. */
export function createAnswer(parts: AnswerParts, door: Door): Listener {
  return (request, response) => {
    const free = door.sockets.busy(request.socket);
    response.once('close', free);
    answer(parts, door, request, response).catch((error) => {
      console.error('sandbox:', error);
      if (!response.headersSent) send(response, 500, { 'content-type': 'text/plain' }, `sandbox broke: ${error?.stack ?? error}`);
      else response.destroy();
    });
  };
}

async function answer(parts: AnswerParts, door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { clock, faults, ledger, standIns } = parts;
  if (faults.isOffline()) return cut(response);
  const exchange = await readExchange(request, door.hostOf(request)).catch(() => null);
  // null: the caller hung up while sending; there is nobody to answer.
  if (exchange === null) return;
  if (!exchange) return send(response, 413, {}, '');
  const standIn = standIns.find((candidate) => candidate.hosts.includes(exchange.host));
  const routeId = standIn?.routeId(exchange);
  const fault = faults.take(exchange, routeId);
  const record = (reply: Reply | undefined, committed: boolean) =>
    ledger.record(exchange, { at: clock.now(), routeId, fault: fault?.fault, committed, reply });
  const after = fault !== undefined && ACTS_AFTER.has(fault.fault);

  if (!after) await waited(fault);
  if (fault?.fault === 'resetBefore' || fault?.fault === 'offline') {
    record(undefined, false);
    return cut(response);
  }
  const early = repliesBefore(fault) ? faultReply(fault) : undefined;
  const real = early ?? (standIn ? await run(standIn, exchange) : misdirected(exchange));
  const reply = fault?.fault === 'statusAfter' ? faultReply(fault) : real;
  const silent = fault?.fault === 'resetAfter' || fault?.fault === 'hangAfter';
  record(silent ? undefined : reply, early === undefined && standIn !== undefined);
  if (fault?.fault === 'hangAfter') await faults.held(fault.id);
  if (after) await waited(fault);
  if (fault?.fault === 'resetAfter') return cut(response);
  deliver(reply, fault, parts, door, response);
}

/** Faults that act once the stand-in has run; the others act before it. */
const ACTS_AFTER: ReadonlySet<FaultName> = new Set(['delayAfter', 'resetAfter', 'hangAfter', 'statusAfter', 'truncatedJson']);

/** A stand-in that throws is a fault of the sandbox, not of the API: it shows as 500 with its stack, in the ledger too. */
async function run(standIn: AnyStandIn, exchange: Exchange): Promise<Reply> {
  try {
    return await standIn.handle(exchange);
  } catch (error) {
    console.error(`sandbox: ${exchange.method} ${exchange.host}${exchange.path} broke the stand-in:`, error);
    const stack = error instanceof Error ? error.stack : String(error);
    return { status: 500, headers: { 'content-type': 'text/plain' }, body: `The sandbox broke: ${stack}` };
  }
}

function deliver(reply: Reply, fault: Fault | undefined, parts: AnswerParts, door: Door, response: ServerResponse): void {
  if (response.destroyed) return;
  const { headers, text } = renderReply(reply);
  // Browsers silently send a request again when a *reused* connection dies before an answer, POST included
  // (Chromium: HttpNetworkTransaction::ShouldResendRequest). So connections are not reused while one is to be cut.
  if (parts.faults.severs()) headers.connection = 'close';
  const turned = door.outgoing ? door.outgoing(text) : text;
  if (door.outgoing && headers.location) headers.location = door.outgoing(headers.location);
  const sent = fault?.fault === 'truncatedJson' ? turned.slice(0, Math.max(1, Math.floor(turned.length / 2))) : turned;
  send(response, reply.status, headers, sent);
}

async function waited(fault: Fault | undefined): Promise<void> {
  if (fault?.ms) await sleep(fault.ms);
}

function cut(response: ServerResponse): void {
  response.socket?.destroy();
}

function misdirected(exchange: Exchange): Reply {
  return { status: 421, headers: { 'content-type': 'text/plain' }, body: `The sandbox does not answer for ${exchange.host}` };
}
