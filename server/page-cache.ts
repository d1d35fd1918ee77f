import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFile } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gzipSync } from 'node:zlib';
import { DiskQuota } from './disk-quota.ts';

/** How a page can be sent. */
const encodings = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof encodings)[number];

/** What is kept of a page beside its bytes. */
export interface PageHead {
  path: string;
  /** The one form of its address, where that is not its path. */
  address?: string;
  status: 200 | 404 | 410;
  /** The digest of the view that it shows. */
  digest: string;
  policy: string;
  /** The whole Content-Type. */
  type: string;
  /** What the answer says beside the headers that every answer has. */
  headers?: Readonly<Record<string, string>>;
  etag: string;
  /** When these bytes came to be the answer here, by the machine's clock, in milliseconds. */
  since: number;
  /** The form in which it is kept: text in brotli, what is compressed in itself as it is. */
  kept: 'br' | 'identity';
}

/** The span in which a page is known to be right without looking again. */
export interface Checked {
  version: number;
  from: number;
  until: number;
}

/** A finished page: compressed once, in the other forms when somebody asks for them. */
export class CachedPage {
  readonly head: PageHead;
  checked: Checked | undefined;
  readonly #forms = new Map<Encoding, Buffer>();

  constructor(head: PageHead, bytes: Buffer) {
    this.head = head;
    this.#forms.set(head.kept, bytes);
  }

  /** Text is compressed; bytes are taken for a format that is compressed already. */
  static from(head: Omit<PageHead, 'etag' | 'since' | 'kept'>, content: string | Buffer): CachedPage {
    const bytes = Buffer.from(content);
    const whole = { ...head, etag: hash('sha256', bytes, 'base64url').slice(0, 22), since: Infinity };
    if (typeof content !== 'string') return new CachedPage({ ...whole, kept: 'identity' }, bytes);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 6,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    return new CachedPage({ ...whole, kept: 'br' }, brotliCompressSync(bytes, { params }));
  }

  /** The forms in which it can be sent, the best first. */
  get encodings(): readonly Encoding[] {
    return this.head.kept === 'br' ? encodings : ['identity'];
  }

  /** The page in one of its `encodings`. */
  form(encoding: Encoding): Buffer {
    let form = this.#forms.get(encoding);
    if (!form) {
      const plain = this.#forms.get('identity') ?? brotliDecompressSync(this.form('br'));
      form = encoding === 'gzip' ? gzipSync(plain, { level: 8 }) : plain;
      this.#forms.set(encoding, form);
    }
    return form;
  }

  /** Bytes that it takes in memory, at most: text is about a sixth of its size in brotli, and a fourth in gzip. */
  get size(): number {
    return 512 + (this.head.kept === 'br' ? 9 : 1) * this.form(this.head.kept).length;
  }
}

/** Bytes of pages that stay in memory; the rest are read from the disk again. */
const memoryLimit = 96 * 1024 * 1024;

/**
 * Finished pages by their path: the warm ones in memory, all of them on disk under the build that rendered them. It
 * does not know whether a page is right; `validity.ts` does.
 */
export class PageCache {
  readonly #folder: string | undefined;
  readonly #shelf: DiskQuota | undefined;
  readonly #clock: () => number;
  readonly #pages = new Map<string, CachedPage>();
  #bytes = 0;
  #writes = 0;
  /** The newest write of each file that is under way. */
  readonly #newest = new Map<string, number>();

  /**
   * `build` names the templates: pages of another build are of no use and are taken away. Without a data folder, pages
   * stay in memory. `clock` is the machine's.
   */
  constructor({ clock, disk }: { clock: () => number; disk?: { data: string; build: string } }) {
    this.#clock = clock;
    if (!disk) return;
    const { data, build } = disk;
    const all = join(data, 'pages');
    const folder = join(all, build);
    this.#folder = folder;
    this.#shelf = new DiskQuota(folder);
    try {
      mkdirSync(folder, { recursive: true });
      for (const other of readdirSync(all))
        if (other !== build) rmSync(join(all, other), { recursive: true, force: true });
    } catch {
      // Without a disk to write on, memory does.
    }
  }

  get(path: string): CachedPage | undefined {
    const warm = this.#pages.get(path);
    if (warm) {
      // The map's order is that of use: the first is the one that nobody asked for in the longest time.
      this.#pages.delete(path);
      this.#pages.set(path, warm);
      return warm;
    }
    const cold = this.#read(path);
    if (cold) this.#remember(path, cold);
    return cold;
  }

  put(page: CachedPage): void {
    const before = this.get(page.head.path)?.head;
    page.head.since = before?.etag === page.head.etag ? before.since : this.#clock();
    this.#remember(page.head.path, page);
    const file = this.#file(page.head.path);
    if (file === undefined) return;
    this.#writes += 1;
    const number = this.#writes;
    const draft = `${file}.${process.pid}.${number}.tmp`;
    const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(page.head)}\n`), page.form(page.head.kept)]);
    try {
      mkdirSync(dirname(file), { recursive: true });
    } catch {
      return;
    }
    this.#newest.set(file, number);
    writeFile(draft, bytes, (fault) => {
      try {
        // A write that was overtaken must not take the place of what was put later.
        const overtaken = this.#newest.get(file) !== number;
        if (!overtaken) this.#newest.delete(file);
        if (fault || overtaken) rmSync(draft, { force: true });
        else {
          renameSync(draft, file);
          void this.#shelf?.added(bytes.length);
        }
      } catch {
        // A page that could not be kept is rendered again.
      }
    });
  }

  #remember(path: string, page: CachedPage): void {
    const before = this.#pages.get(path);
    if (before) this.#bytes -= before.size;
    this.#pages.delete(path);
    this.#pages.set(path, page);
    this.#bytes += page.size;
    for (const [oldest, kept] of this.#pages) {
      if (this.#bytes <= memoryLimit || oldest === path) break;
      this.#pages.delete(oldest);
      this.#bytes -= kept.size;
    }
  }

  #read(path: string): CachedPage | undefined {
    const file = this.#file(path);
    if (file === undefined) return undefined;
    try {
      const bytes = readFileSync(file);
      const end = bytes.indexOf(10);
      const head: PageHead = JSON.parse(bytes.subarray(0, end).toString());
      return head.path === path ? new CachedPage(head, bytes.subarray(end + 1)) : undefined;
    } catch {
      return undefined;
    }
  }

  #file(path: string): string | undefined {
    if (this.#folder === undefined) return undefined;
    const name = hash('sha256', path, 'hex');
    return join(this.#folder, name.slice(0, 2), name.slice(2, 34));
  }
}
