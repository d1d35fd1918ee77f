import { renameSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pagesPath } from '../newsroom/store/store.ts';
import { cacheFile, cacheFolder } from './cache-folder.ts';
import { keyOf, type CachedPage } from './cached-page.ts';
import { DiskQuota } from './disk-quota.ts';
import { DiskSpace } from './disk-space.ts';
import { pageBytes, pageFromBytes } from './page-bytes.ts';
import type { PageStore } from './page-store.ts';

/** Pages in the data folder, a file for each, under the build that rendered them. */
export class DiskPages implements PageStore {
  readonly hindrance = undefined;
  readonly #folder: string;
  readonly #quota: DiskQuota;
  readonly #space: DiskSpace;
  #writes = 0;
  /** The number of the newest write that is under way, for each file. */
  readonly #newest = new Map<string, number>();

  /** `build` names the templates: pages of another build are of no use and are deleted. */
  constructor({ data, build }: { data: string; build: string }) {
    this.#folder = cacheFolder(pagesPath(data), build);
    this.#quota = new DiskQuota(this.#folder);
    this.#space = new DiskSpace(data);
  }

  get bytes(): number | undefined {
    return this.#quota.bytes;
  }

  async find(key: string): Promise<readonly CachedPage[]> {
    try {
      const page = pageFromBytes(await readFile(cacheFile(this.#folder, key)), key);
      return page ? [page] : [];
    } catch {
      return [];
    }
  }

  async put(page: CachedPage): Promise<void> {
    const file = cacheFile(this.#folder, keyOf(page.head));
    this.#writes += 1;
    const number = this.#writes;
    this.#newest.set(file, number);
    const bytes = pageBytes(page);
    if (!(await this.#space.take(bytes.length))) return this.#forget(file, number);
    const draft = `${file}.${process.pid}.${number}.tmp`;
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(draft, bytes);
      // A write that was overtaken must not replace what was put later.
      if (this.#newest.get(file) === number) {
        renameSync(draft, file);
        await this.#quota.added(bytes.length);
      }
    } catch {
      // A page that could not be written is rendered again.
    } finally {
      await rm(draft, { force: true }).catch(() => undefined);
      this.#forget(file, number);
    }
  }

  async close(): Promise<void> {
    // Writes that are under way may be lost.
  }

  #forget(file: string, number: number): void {
    if (this.#newest.get(file) === number) this.#newest.delete(file);
  }
}
