/** Remembers what was erased, so that work begun before can tell and keeps nothing. In memory only: such work dies with its worker. */
export interface Eras {
  /** A moment to ask `erasedSince` about. */
  mark(): number;
  /** Call before the erasing transaction begins. Without an id: everything. */
  erase(connectionId?: string): void;
  /** Was this connection, or (without an id) everything, erased after the mark? */
  erasedSince(mark: number, connectionId?: string): boolean;
}

export function createEras(): Eras {
  let moment = 0;
  let everything = 0;
  const single = new Map<string, number>();
  return {
    mark: () => moment,
    erase(connectionId) {
      moment += 1;
      if (connectionId === undefined) everything = moment;
      else single.set(connectionId, moment);
    },
    erasedSince: (mark, connectionId) =>
      everything > mark || (connectionId !== undefined && (single.get(connectionId) ?? 0) > mark),
  };
}
