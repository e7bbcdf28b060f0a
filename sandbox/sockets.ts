import type { Server } from 'node:net';
import type { Duplex } from 'node:stream';

export interface SocketTable {
  /** Marks a socket as carrying a request; the returned function frees it. */
  busy(socket: Duplex): () => void;
  add(socket: Duplex): void;
  closeIdle(): void;
  closeAll(): void;
}

/** Knows a server's open sockets, so that they can be ended at once or only while nothing runs on them. */
export function createSocketTable(server: Server, event = 'connection'): SocketTable {
  const open = new Map<Duplex, number>();
  const add = (socket: Duplex) => {
    if (open.has(socket)) return;
    open.set(socket, 0);
    socket.once('close', () => open.delete(socket));
    // A peer that goes away is daily life here; without a listener it would end the process.
    socket.on('error', () => socket.destroy());
  };
  server.on(event, add);
  return {
    add,
    busy(socket) {
      open.set(socket, (open.get(socket) ?? 0) + 1);
      return () => {
        const count = open.get(socket);
        if (count !== undefined) open.set(socket, Math.max(0, count - 1));
      };
    },
    closeIdle() {
      for (const [socket, count] of open) if (count === 0) socket.destroy();
    },
    closeAll() {
      for (const socket of open.keys()) socket.destroy();
    },
  };
}
