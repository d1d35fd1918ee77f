import { DatabaseSync } from 'node:sqlite';
import { schemaVersion } from '../store/schema.ts';
import { numberOf, Store } from '../store/store.ts';

/** A file cannot be served as a snapshot. The message is the end of a sentence that begins with its name: “is damaged”. */
export class UnusableSnapshot extends Error {
  override name = 'UnusableSnapshot';
}

/** Opens a snapshot for reading. Throws `UnusableSnapshot`, or the fault of SQLite if it is no store. */
export function openSnapshot(file: string): Store {
  const store = new Store(new DatabaseSync(file, { readOnly: true, timeout: 0 }));
  try {
    const version = numberOf(store.get('PRAGMA user_version'), 'user_version');
    if (version !== schemaVersion)
      throw new UnusableSnapshot(
        `was made by ${version < schemaVersion ? 'an earlier' : 'a later'} version of Dateline`,
      );
    if (store.meta('audience') !== 'public') throw new UnusableSnapshot('was not made for the public');
    return store;
  } catch (fault) {
    store.close();
    throw fault;
  }
}
