import { hash } from 'node:crypto';
import { renameSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pagesPath } from '../newsroom/store/store.ts';
import { cacheFile, cacheFolder } from './cache-folder.ts';
import { CachedPage, type PageHead } from './cached-page.ts';
import { DiskQuota } from './disk-quota.ts';
import { DiskSpace } from './disk-space.ts';
import { Memory } from './memory.ts';

/** Bytes of pages that stay in memory; the rest are read from the disk again. */
const memoryLimit = 96 * 1024 * 1024;

/** The first line of a page's file. The bytes of the page follow it. */
type FileHead = PageHead & {
  /** Bytes of the page in this file: a file that was cut short is not taken for a page. */
  length: number;
};

/**
 * Finished pages by their path: those in use in memory, all of them on disk under the build that rendered them. It does
 * not know whether a page is valid; `validity.ts` does.
 */
export class PageCache {
  readonly #folder: string | undefined;
  readonly #quota: DiskQuota | undefined;
  readonly #space: DiskSpace | undefined;
  readonly #clock: () => number;
  readonly #memory = new Memory<CachedPage>(memoryLimit);
  #writes = 0;
  /** The number of the newest write that is under way, for each file. */
  readonly #newest = new Map<string, number>();

  /**
   * `build` names the templates: pages of another build are of no use and are deleted. Without `disk`, pages are in
   * memory only. `clock` is the machine's.
   */
  constructor({ clock, disk }: { clock: () => number; disk?: { data: string; build: string } }) {
    this.#clock = clock;
    if (!disk) return;
    const { data, build } = disk;
    this.#folder = cacheFolder(pagesPath(data), build);
    this.#quota = new DiskQuota(this.#folder);
    this.#space = new DiskSpace(data);
  }

  /** How many pages are in memory, their bytes there, and bytes of the folder on disk, where they are known. */
  get size(): { pages: number; memory: number; disk: number | undefined } {
    return { pages: this.#memory.count, memory: this.#memory.bytes, disk: this.#quota?.bytes };
  }

  /** The page in memory. */
  get(path: string): CachedPage | undefined {
    return this.#memory.get(path);
  }

  /** The page in memory, or else on disk. */
  async find(path: string): Promise<CachedPage | undefined> {
    const known = this.get(path);
    if (known || this.#folder === undefined) return known;
    const read = await this.#read(path);
    // While it was read, a newer one may have been put.
    const newer = this.get(path);
    if (read && !newer) this.#memory.set(path, read);
    return newer ?? read;
  }

  /** Stores a page: in memory at once, and on disk soon after. */
  put(page: CachedPage): void {
    const before = this.get(page.head.path)?.head;
    page.head.since = before?.etag === page.head.etag ? before.since : this.#clock();
    this.#memory.set(page.head.path, page);
    void this.#write(page);
  }

  async #write(page: CachedPage): Promise<void> {
    const file = this.#file(page.head.path);
    if (file === undefined) return;
    this.#writes += 1;
    const number = this.#writes;
    this.#newest.set(file, number);
    const head = JSON.stringify({ ...page.head, length: page.stored.length } satisfies FileHead);
    const bytes = Buffer.concat([Buffer.from(`${checksum(head, page.stored)} ${head}\n`), page.stored]);
    if (!(await this.#space?.take(bytes.length))) return this.#forget(file, number);
    const draft = `${file}.${process.pid}.${number}.tmp`;
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(draft, bytes);
      // A write that was overtaken must not replace what was put later.
      if (this.#newest.get(file) === number) {
        renameSync(draft, file);
        await this.#quota?.added(bytes.length);
      }
    } catch {
      // A page that could not be written is rendered again.
    } finally {
      await rm(draft, { force: true }).catch(() => undefined);
      this.#forget(file, number);
    }
  }

  #forget(file: string, number: number): void {
    if (this.#newest.get(file) === number) this.#newest.delete(file);
  }

  async #read(path: string): Promise<CachedPage | undefined> {
    const file = this.#file(path);
    if (file === undefined) return undefined;
    try {
      const bytes = await readFile(file);
      const [space, end] = [bytes.indexOf(' '), bytes.indexOf('\n')];
      const text = bytes.subarray(space + 1, end).toString();
      const body = bytes.subarray(end + 1);
      // A disk that was full or lost its power may have kept other bytes than were written.
      if (bytes.subarray(0, space).toString() !== checksum(text, body)) return undefined;
      const { length, ...head }: FileHead = JSON.parse(text);
      return head.path === path && body.length === length ? new CachedPage(head, body) : undefined;
    } catch {
      return undefined;
    }
  }

  #file(path: string): string | undefined {
    return this.#folder === undefined ? undefined : cacheFile(this.#folder, path);
  }
}

function checksum(head: string, body: Buffer): string {
  return hash('sha256', Buffer.concat([Buffer.from(head), body]), 'base64url');
}
