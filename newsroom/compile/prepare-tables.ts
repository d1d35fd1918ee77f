import { randomUUID } from 'node:crypto';
import { memoryTables, schemaVersion, tables, type Audience } from '../store/schema.ts';
import { numberOf, type Store } from '../store/store.ts';

/** Creates the tables in a new file. */
export function prepareTables(store: Store, content: string, audience: Audience): void {
  store.database.exec(`${tables}${memoryTables} PRAGMA user_version = ${schemaVersion}`);
  store.run(
    "INSERT INTO meta VALUES ('store', ?), ('content', ?), ('generation', '0'), ('audience', ?)",
    randomUUID(),
    content,
    audience,
  );
}

/** The version of the tables; 0 where there are none. */
export function versionOf(store: Store): number {
  return numberOf(store.get('PRAGMA user_version'), 'user_version');
}

/** Whether a store has the tables of this version, for this newsroom and audience. */
export function isPrepared(store: Store, content: string, audience: Audience): boolean {
  return versionOf(store) === schemaVersion && store.meta('content') === content && store.meta('audience') === audience;
}
