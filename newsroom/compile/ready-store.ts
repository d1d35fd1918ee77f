import { resolve } from 'node:path';
import type { Audience } from '../store/schema.ts';
import { openStore } from '../store/store.ts';
import { hasSiteSettings } from './cross-file-checks.ts';

/**
 * Whether a data folder has a store of this version that was made from the content folder and knows the site's settings. It can
 * be served while it is compared with the folder.
 */
export function hasReadyStore(content: string, data: string, audience: Audience): boolean {
  try {
    const store = openStore(data, [audience], 0);
    try {
      return store.meta('content') === resolve(content) && hasSiteSettings(store);
    } finally {
      store.close();
    }
  } catch {
    return false;
  }
}
