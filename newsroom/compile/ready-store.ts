import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { schemaVersion, type Audience } from '../store/schema.ts';
import { lockTimeout, openTables, Store, storePath } from '../store/store.ts';
import { hasSiteSettings } from './cross-file-checks.ts';
import { versionOf } from './prepare-tables.ts';

/**
 * Whether a data folder has a store of this version that was made from the content folder and knows the site's settings. It can
 * be served while it is compared with the folder.
 */
export function hasReadyStore(content: string, data: string, audience: Audience): boolean {
  try {
    const store = openTables(data, [audience], { timeout: 0 });
    try {
      return store.meta('content') === resolve(content) && hasSiteSettings(store);
    } finally {
      store.close();
    }
  } catch {
    return false;
  }
}

/** Whether a newer version of Dateline has made the store of a data folder. */
export function isOfNewerVersion(data: string): boolean {
  try {
    const store = new Store(new DatabaseSync(storePath(data), { readOnly: true, timeout: lockTimeout }));
    try {
      return versionOf(store) > schemaVersion;
    } finally {
      store.close();
    }
  } catch {
    return false;
  }
}
