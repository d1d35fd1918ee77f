import { randomUUID } from 'node:crypto';
import { memoryKeys, memoryTableNames, memoryTables, schemaVersion, tables, type Audience } from '../store/schema.ts';
import { numberOf, textOf, type Store } from '../store/store.ts';

/** Tables and views, without those that belong to a virtual table and go with it. */
const present = `SELECT type, name FROM pragma_table_list
  WHERE schema = 'main' AND type IN ('table', 'virtual', 'view') AND name NOT LIKE 'sqlite_%'`;

/**
 * Creates the tables, which are missing, of another version, or of another newsroom. The record of public addresses is
 * kept for another version, but not for another content folder, which is another newsroom.
 */
export function prepareTables(store: Store, content: string, audience: Audience): void {
  const version = versionOf(store);
  const same = isOf(store, content, audience);
  const generation = version === schemaVersion ? (store.meta('generation') ?? '0') : '0';
  const memory = memoryKeys.flatMap(([key, formerly]) => {
    const value = same ? (store.meta(key) ?? store.meta(formerly)) : undefined;
    return value === undefined ? [] : [{ key, value }];
  });
  store.forget();
  for (const row of store.all(present)) {
    const name = textOf(row, 'name');
    if (!memoryTableNames.includes(name) || !same)
      store.database.exec(`DROP ${row['type'] === 'view' ? 'VIEW' : 'TABLE'} "${name}"`);
  }
  store.database.exec(tables + memoryTables);
  store.database.exec(`PRAGMA user_version = ${schemaVersion}`);
  store.run(
    "INSERT INTO meta VALUES ('store', ?), ('content', ?), ('generation', ?), ('audience', ?)",
    randomUUID(),
    content,
    generation,
    audience,
  );
  for (const { key, value } of memory) store.run('INSERT INTO meta VALUES (?, ?)', key, value);
}

/** The version of the tables; 0 where there are none. */
export function versionOf(store: Store): number {
  return numberOf(store.get('PRAGMA user_version'), 'user_version');
}

/** Whether a store has the tables of this version, for this newsroom and audience. */
export function isPrepared(store: Store, content: string, audience: Audience): boolean {
  return versionOf(store) === schemaVersion && isOf(store, content, audience);
}

function isOf(store: Store, content: string, audience: Audience): boolean {
  // Up to version 8 the key was `view`.
  const madeFor = (): string => store.meta('audience') ?? store.meta('view') ?? 'public';
  return versionOf(store) > 0 && store.meta('content') === content && madeFor() === audience;
}
