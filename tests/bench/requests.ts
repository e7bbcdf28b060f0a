/** How many requests went to IndexedDB meanwhile, and how many rows (or keys) they brought. */
export async function countRequests(
  act: () => Promise<unknown>,
): Promise<{ requests: number; results: number; byStore: Record<string, number> }> {
  const found = { requests: 0, results: 0, byStore: {} as Record<string, number> };
  const undo = [IDBObjectStore.prototype, IDBIndex.prototype].flatMap((proto) => watched(proto as never, found));
  try {
    await act();
  } finally {
    for (const back of undo) back();
  }
  return found;
}

const METHODS = [
  'get',
  'getAll',
  'getKey',
  'getAllKeys',
  'count',
  'openCursor',
  'openKeyCursor',
  'put',
  'add',
  'delete',
] as const;
type Proto = Record<string, (...args: unknown[]) => IDBRequest>;

function watched(proto: Proto, found: { requests: number; results: number; byStore: Record<string, number> }): (() => void)[] {
  return METHODS.filter((name) => typeof proto[name] === 'function').map((name) => {
    const original = proto[name]!;
    proto[name] = function (this: { name: string; objectStore?: { name: string } }, ...args) {
      const request = original.apply(this, args);
      const store = this.objectStore?.name ?? this.name;
      found.requests += 1;
      found.byStore[store] = (found.byStore[store] ?? 0) + 1;
      // A cursor comes again for each of its rows.
      request.addEventListener('success', () => {
        const { result } = request;
        found.results += Array.isArray(result) ? result.length : result === undefined || result === null ? 0 : 1;
      });
      return request;
    };
    return () => {
      proto[name] = original;
    };
  });
}

/** Until nothing else uses the disk (real time). */
export async function quietDisk(): Promise<void> {
  const wait = () => new Promise((resolve) => setTimeout(resolve, 20));
  for (let calm = 0; calm < 5; ) calm = (await countRequests(wait)).requests ? 0 : calm + 1;
}
