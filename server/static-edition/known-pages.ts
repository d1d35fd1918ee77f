import type { ReadAt } from '../../newsroom/edition/recent-changes.ts';
import { CachedPage } from '../cached-page.ts';
import type { PageStore } from '../page-store.ts';
import type { ExportedFile, Manifest } from './manifest.ts';

/** A page of the last export. Its bytes are in its file, and not at hand. */
export class KnownPage extends CachedPage {
  readonly exported: ExportedFile;

  constructor(exported: ExportedFile) {
    super({ ...exported.head, path: exported.path, since: 0, stored: 'identity' }, Buffer.alloc(0));
    this.exported = exported;
  }
}

/** The pages of the last export in the place of a store: a page is made only if it shows something else than the file there. */
export class ManifestPages implements PageStore {
  readonly bytes = undefined;
  readonly hindrance = undefined;
  readonly #known: Manifest | undefined;
  readonly #readAt: ReadAt | undefined;

  /** `readAt`: the state of the newsroom that the last export shows. */
  constructor(known: Manifest | undefined, readAt: ReadAt | undefined) {
    this.#known = known;
    this.#readAt = readAt;
  }

  async find(path: string): Promise<readonly CachedPage[]> {
    const file = this.#known?.file(path);
    if (!file) return [];
    const { read, until } = file;
    const page = new KnownPage(file);
    if (this.#readAt) page.reading = { read, at: this.#readAt, ...(until !== undefined && { until }) };
    return [page];
  }

  async put(): Promise<void> {}

  async close(): Promise<void> {}
}
