import { blobName } from '../newsroom/history/blobs.ts';
import { fontsOf } from '../site/shell/look.ts';
import { contentFile } from './content-file.ts';
import { immutable } from './headers.ts';
import { fileOf, type FileAnswer, type FileBytes } from './files.ts';
import { Memory } from './memory.ts';
import type { Validity } from './validity.ts';

/** Bytes of fonts that stay in memory; a page has two or three fonts. */
const mostBytes = 16 * 1024 * 1024;

/** The bytes of fonts by their paths, for all sites of a server. */
export function fontMemory(): Memory<FileBytes> {
  return new Memory(mostBytes);
}

const headers = { 'Content-Type': 'font/woff2', 'Cache-Control': immutable };

/** The fonts of the newsroom. The address of a font has the hash of its bytes, so browsers never ask for it again. */
export class Fonts {
  readonly #validity: Validity;
  readonly #content: string;
  readonly #read: Memory<FileBytes>;

  /** `content` is the newsroom's folder. */
  constructor(validity: Validity, content: string, memory = fontMemory()) {
    this.#validity = validity;
    this.#content = content;
    this.#read = memory;
  }

  /** The font at a path; `undefined` where the settings name none that has it, or the file has other bytes by now. */
  async at(path: string): Promise<FileAnswer | undefined> {
    const { value: font } = this.#validity.read((edition) => fontsOf(edition).get(path));
    if (!font) return undefined;
    const known = this.#read.get(path);
    if (known) return { file: known, headers };
    const bytes = await contentFile(this.#content, font.file);
    if (!bytes || blobName(bytes) !== font.hash) return undefined;
    const file = fileOf(bytes, `"${font.hash}"`);
    this.#read.set(path, file);
    return { file, headers };
  }
}
