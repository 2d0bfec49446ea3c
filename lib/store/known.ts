// Which of many keys are there. Asking for each is a round to the database's own process; keys that lie close together, as
// those of a chunk of an import do, are asked for at once.

interface Asked<K, R> {
  get(key: K | IDBKeyRange): Promise<R | undefined>;
  getAll(range: IDBKeyRange, most: number): Promise<R[]>;
}

/** Below it asking for each is as quick. */
const FEW = 4;

/**
 * The rows that are there, by their key as JSON.
 * @param keyOf a row's key
 */
export async function rowsAmong<K extends IDBValidKey, R>(
  store: Asked<K, R>,
  keys: readonly K[],
  keyOf: (row: R) => K,
): Promise<ReadonlyMap<string, R>> {
  const near = keys.length < FEW ? undefined : await between(store, keys);
  const rows = near ?? (await Promise.all(keys.map(async (key) => store.get(key)))).flatMap((row) => row ?? []);
  return new Map(rows.map((row) => [JSON.stringify(keyOf(row)), row]));
}

/** All rows from the least key to the greatest; `undefined` where that would be many that nobody asked for. */
async function between<K extends IDBValidKey, R>(store: Asked<K, R>, keys: readonly K[]): Promise<R[] | undefined> {
  const sorted = keys.toSorted((a, b) => indexedDB.cmp(a, b));
  const rows = await store.getAll(IDBKeyRange.bound(sorted[0], sorted.at(-1)), keys.length + 1);
  return rows.length > keys.length ? undefined : rows;
}
