import type { CachedPage } from './cached-page.ts';

/** Where finished pages are outside the memory of a server. They outlive the server, or are shared by several. */
export interface PageStore {
  /**
   * The stored pages that have a key (`keyOf`): several where servers with different contents share a store, else one or none.
   * It never fails: what cannot be read is not there.
   */
  find(key: string): Promise<readonly CachedPage[]>;
  /** Stores a page soon. It never fails: a page that could not be stored is made again. */
  put(page: CachedPage): Promise<void>;
  /** Bytes that all pages take, where they are known. */
  readonly bytes: number | undefined;
  /** Why it cannot be used at present, in a sentence. */
  readonly hindrance: string | undefined;
  close(): Promise<void>;
}
