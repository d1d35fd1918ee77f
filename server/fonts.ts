import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blobName } from '../newsroom/history/blobs.ts';
import { fontsOf } from '../site/shell/look.ts';
import { fileOf, type FileAnswer } from './files.ts';
import type { Validity } from './validity.ts';

/** Fonts that stay in memory; a page has two or three. */
const mostFonts = 16;

/** The fonts of the newsroom. The address of a font has the hash of its bytes, so browsers never ask for it again. */
export class Fonts {
  readonly #validity: Validity;
  readonly #content: string;
  /** By path. */
  readonly #read = new Map<string, FileAnswer>();

  /** `content` is the newsroom's folder. */
  constructor(validity: Validity, content: string) {
    this.#validity = validity;
    this.#content = content;
  }

  /** The font at a path; `undefined` where the settings name none that has it, or the file has other bytes by now. */
  async at(path: string): Promise<FileAnswer | undefined> {
    const { value: font } = this.#validity.read((edition) => fontsOf(edition).get(path));
    if (!font) return undefined;
    const known = this.#read.get(path);
    if (known) return known;
    let bytes: Buffer;
    try {
      bytes = await readFile(/* turbopackIgnore: true */ join(/* turbopackIgnore: true */ this.#content, font.file));
    } catch {
      return undefined;
    }
    if (blobName(bytes) !== font.hash) return undefined;
    const answer: FileAnswer = {
      file: fileOf(bytes, `"${font.hash}"`),
      headers: { 'Content-Type': 'font/woff2', 'Cache-Control': 'public, max-age=31536000, immutable' },
    };
    for (const [old] of this.#read) if (this.#read.size >= mostFonts) this.#read.delete(old);
    this.#read.set(path, answer);
    return answer;
  }
}
