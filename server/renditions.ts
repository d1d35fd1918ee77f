import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { Order } from '../formats/rendition/render.ts';
import type { StoredPicture } from '../newsroom/edition/pictures.ts';
import { renditionsPath } from '../newsroom/store/store.ts';
import { cacheFile, cacheFolder } from './cache-folder.ts';
import { DiskQuota } from './disk-quota.ts';
import { DiskSpace } from './disk-space.ts';
import { fileOf, OpenFile, type FileBytes } from './files.ts';
import { Limiter } from './limiter.ts';
import { Memory } from './memory.ts';
import { BrokenPicture, RenditionWorker } from './rendition-worker.ts';
import { SharedWork } from './shared-work.ts';
import { log } from './log.ts';

/** Raised when renditions of the same pictures get other bytes: those on disk are of no use then. */
const recipe = 1;

/** Pictures that are decoded at a time, and requests that may wait for their turn. */
const atOnce = Math.max(1, Math.min(3, availableParallelism() - 1));
const mostWaiting = 500;

/** Bytes of renditions in memory. They are sent from there until they are on disk. */
const mostInMemory = 16 * 1024 * 1024;

/** How many broken pictures are known, and how long each counts as broken: a decoder can fail for other reasons. Milliseconds. */
const mostBroken = 10_000;
const betweenAttempts = 600_000;

/** A rendition that can be sent. The caller closes it. */
export interface OpenRendition {
  file: FileBytes;
  close(): Promise<void>;
}

/**
 * Renditions are made when somebody asks for them, each once for all who ask, and stay on disk within a quota. Those of
 * one picture are made one after another. Without `data` they stay in memory only.
 */
export class Renditions {
  readonly #content: string;
  readonly #worker: RenditionWorker;
  /** Names the program that makes the bytes: another program makes other bytes of the same picture. */
  readonly #program: string;
  readonly #folder: string | undefined;
  readonly #quota: DiskQuota | undefined;
  readonly #space: DiskSpace | undefined;
  readonly #limiter = new Limiter(atOnce, mostWaiting);
  readonly #making = new SharedWork<FileBytes>();
  /** The last work on each picture. */
  readonly #turns = new Map<string, Promise<unknown>>();
  /** By their keys. */
  readonly #memory = new Memory<FileBytes>(mostInMemory);
  /** By hash of a broken picture: until when it is not tried again. Milliseconds of `performance.now()`. */
  readonly #broken = new Map<string, number>();

  /** `root` is the project's folder, `content` the newsroom's, `data` the data folder. `quota`: bytes on disk. */
  constructor({ root, content, data, quota }: { root: string; content: string; data?: string; quota?: number }) {
    this.#content = content;
    this.#worker = new RenditionWorker(root);
    this.#program = `${recipe}-${sharpVersion(root)}`;
    if (data === undefined) return;
    this.#folder = cacheFolder(renditionsPath(data), this.#program);
    this.#quota = new DiskQuota(this.#folder, quota);
    this.#space = new DiskSpace(data);
  }

  /** How many renditions wait to be made. */
  get waiting(): number {
    return this.#limiter.waiting;
  }

  /**
   * A rendition of a picture that is no drawing; `undefined` if the picture is broken. `isWanted` says whether anybody
   * still waits for it. Throws `Unavailable` if it cannot be made now.
   */
  async open(picture: StoredPicture, order: Order, isWanted: () => boolean): Promise<OpenRendition | undefined> {
    const key = JSON.stringify([picture.hash, order]);
    const inMemory = this.#memory.get(key);
    if (inMemory) return { file: inMemory, close: nothing };
    // The same picture gives the same bytes, so a hash of their key can be their tag.
    const etag = `"${hash('sha256', `${this.#program} ${key}`, 'base64url').slice(0, 22)}"`;
    const path = this.#pathOf(key);
    const onDisk = path === undefined ? undefined : await OpenFile.at(path);
    if (onDisk) return { file: tagged(onDisk, etag), close: () => onDisk.close() };
    if (this.#isBroken(picture)) return undefined;
    try {
      const work = (anybodyWaits: () => boolean): Promise<FileBytes> =>
        this.#make(picture, order, { key, etag, isWanted: anybodyWaits });
      return { file: await this.#making.share(key, work, isWanted), close: nothing };
    } catch (fault) {
      if (!(fault instanceof BrokenPicture)) throw fault;
      if (!this.#isBroken(picture)) log.warn(`${picture.file} cannot be shown (${fault.message}). Save it again.`);
      if (this.#broken.size >= mostBroken) this.#broken.clear();
      this.#broken.set(picture.hash, performance.now() + betweenAttempts);
      return undefined;
    }
  }

  #isBroken({ hash: of }: StoredPicture): boolean {
    return performance.now() < (this.#broken.get(of) ?? -Infinity);
  }

  /** Starts the process that makes renditions, so that nobody waits for it. */
  warm(): void {
    this.#worker.warm();
  }

  /** Ends the process that makes renditions. */
  close(): void {
    this.#worker.close();
  }

  async #make(
    picture: StoredPicture,
    order: Order,
    { key, etag, isWanted }: { key: string; etag: string; isWanted: () => boolean },
  ): Promise<FileBytes> {
    const flat = picture.raster?.fallback === 'png';
    const task = { path: join(/* turbopackIgnore: true */ this.#content, picture.file), hash: picture.hash };
    const bytes = await this.#inTurn(picture.hash, () =>
      this.#limiter.run(() => this.#worker.make({ ...task, order, flat }), isWanted),
    );
    const made = fileOf(bytes, etag);
    this.#memory.set(key, made);
    void this.#write(key, bytes);
    return made;
  }

  /** Runs work on a picture after what was asked of the same picture before. */
  async #inTurn<T>(picture: string, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(picture);
    const mine = before ? before.then(work, work) : work();
    this.#turns.set(picture, mine);
    try {
      return await mine;
    } finally {
      if (this.#turns.get(picture) === mine) this.#turns.delete(picture);
    }
  }

  /** A file appears under its name when all of it is on disk, so that none is ever cut short. */
  async #write(key: string, bytes: Buffer): Promise<void> {
    const path = this.#pathOf(key);
    if (path === undefined || !(await this.#space?.take(bytes.length))) return;
    const draft = `${path}.${process.pid}.tmp`;
    try {
      await mkdir(dirname(path), { recursive: true });
      const handle = await open(/* turbopackIgnore: true */ draft, 'w');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, path);
      await this.#quota?.added(bytes.length);
    } catch {
      // What could not be written is made again.
      await rm(draft, { force: true }).catch(() => undefined);
    }
  }

  #pathOf(key: string): string | undefined {
    return this.#folder === undefined ? undefined : cacheFile(this.#folder, key);
  }
}

async function nothing(): Promise<void> {}

/** An open file with another tag. */
function tagged(file: OpenFile, etag: string): FileBytes {
  return {
    etag,
    size: file.size,
    read: (range) => file.read(range),
    bytes: () => file.bytes(),
    isUnchanged: () => file.isUnchanged(),
  };
}

/** Another version of the library makes other bytes. */
function sharpVersion(root: string): string {
  try {
    const file = join(/* turbopackIgnore: true */ root, 'node_modules/sharp/package.json');
    const { version }: { version?: string } = JSON.parse(readFileSync(file, 'utf8'));
    return version ?? '';
  } catch {
    return '';
  }
}
