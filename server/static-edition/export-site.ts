import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { alternatesOf } from '../../formats/article/alternates.ts';
import { outputPaths } from '../../formats/outputs.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { Editions } from '../../newsroom/edition/open.ts';
import { onlyNames, packedAnything, type ReadAt } from '../../newsroom/edition/recent-changes.ts';
import type { Settings } from '../../newsroom/settings.ts';
import { endOfChangeLog } from '../../newsroom/store/change-log.ts';
import { never } from '../../newsroom/store/schema.ts';
import { openStore } from '../../newsroom/store/store.ts';
import { linkTarget } from '../../site/addresses/link-target.ts';
import { pathOf, sharePath } from '../../site/addresses/routes.ts';
import { iconForms } from '../../site/icon.ts';
import { pagePaths, storyAddresses } from '../../site/paths.ts';
import { redirectsOf } from '../../site/redirect.ts';
import { builtSources } from '../build.ts';
import { CachedPage } from '../cached-page.ts';
import { SiteFiles, type FileAnswer } from '../files.ts';
import { Fonts } from '../fonts.ts';
import { Icons } from '../icons.ts';
import { Outputs } from '../outputs.ts';
import { PageCache } from '../page-cache.ts';
import type { PageStore } from '../page-store.ts';
import type { PageServices } from '../page-services.ts';
import { notFoundPath } from '../page-maker.ts';
import { PageThreads } from '../page-threads.ts';
import { limitsFor, Pages } from '../pages.ts';
import { Pictures } from '../pictures.ts';
import { ShareImages } from '../share-images.ts';
import { Validity } from '../validity.ts';
import { assetFile, assetsNamedIn, fileAt, unexportable } from './files.ts';
import { CannotExport, ExportFolders, FileWriter } from './folders.ts';
import { headersFile, redirectsFile } from './host-files.ts';
import { Manifest, sources, type ExportedFile, type Source } from './manifest.ts';
import { mapsFile, serverFile } from './nginx.ts';

/** What an export has done. */
export interface ExportSummary {
  /** Addresses that answer 200 or 410, without pictures and fonts. */
  pages: number;
  redirects: number;
  /** Files that were written because they are new or say something else. */
  written: number;
  /** Files that are there no more. */
  deleted: number;
  unchanged: number;
  /** When the site changes next though nobody edits anything, as far as is known: an ISO instant. Another export is due then. */
  nextGate?: string;
  /** Whether the files for nginx are others than before, so that it must read them again. */
  configurationChanged: boolean;
  /** Sentences about what could not be exported. */
  problems: string[];
  seconds: number;
}

/** How an export is made. */
export interface ExportOptions {
  /** The project's folder. */
  root: string;
  folder: string;
  /** Called from time to time with how many addresses were looked at, and how many there are. */
  progress?: (done: number, all: number) => void;
}

/** How many addresses are worked on at a time. */
const atOnce = 8;

/**
 * Writes the public site into a folder (ADR 22): all of it as it is at one instant, and only what has changed since the
 * last export. The content must be compiled and the code built. Throws `CannotExport` and `StoreMissing`; readers of the
 * folder then still have the last export.
 */
export async function exportSite(settings: Settings, options: ExportOptions): Promise<ExportSummary> {
  const started = performance.now();
  const folders = new ExportFolders(resolve(options.folder));
  const before = folders.before('manifest.sqlite');
  const known = before === undefined ? undefined : Manifest.open(before);
  try {
    const now = settings.now();
    const state = stateOf(settings, options.root);
    const until = Number(known?.meta('until') ?? Number.NaN);
    if (known && known.meta('state') === state && Number(known.meta('now')) <= now && now < until)
      return {
        ...countsIn(known),
        written: 0,
        deleted: 0,
        unchanged: Number(known.meta('all')),
        ...gate(until),
        configurationChanged: false,
        problems: [],
        seconds: (performance.now() - started) / 1000,
      };
    const run = new Run(settings, now, options, folders, known);
    try {
      const done = await run.write(state);
      folders.publish();
      return { ...done, seconds: (performance.now() - started) / 1000 };
    } catch (fault) {
      folders.abandon();
      throw fault;
    }
  } finally {
    known?.close();
  }
}

/** What the site depends on beside the present: if it is the same as before, so is the site, until the next gate. */
function stateOf({ data, siteUrl }: Settings, root: string): string {
  const store = openStore(data);
  try {
    return JSON.stringify([builtSources(root), siteUrl, endOfChangeLog(store)]);
  } finally {
    store.close();
  }
}

/** What the bytes of all files depend on, beside the content. */
function madeBy({ siteUrl }: Settings, root: string): string {
  return JSON.stringify([builtSources(root), siteUrl]);
}

/** The state of the newsroom that an export shows. */
function readAtOf(manifest: Manifest | undefined): ReadAt | undefined {
  const text = manifest?.meta('read');
  return text === undefined ? undefined : JSON.parse(text);
}

function gate(until: number): { nextGate?: string } {
  return until < never ? { nextGate: new Date(until).toISOString() } : {};
}

function countsIn(manifest: Manifest): { pages: number; redirects: number } {
  return { pages: manifest.files, redirects: Number(manifest.meta('redirects')) };
}

/** One export that is under way. */
class Run {
  readonly #options: ExportOptions;
  readonly #folders: ExportFolders;
  /** That of the last export, if what it says is still of use. */
  readonly #known: Manifest | undefined;
  readonly #manifest: Manifest;
  readonly #writer: FileWriter;
  readonly #editions: Editions;
  readonly #services: PageServices;
  readonly #settings: Settings;
  readonly #now: number;
  #until = Infinity;
  #written = 0;
  #unchanged = 0;
  readonly #problems: string[] = [];

  constructor(
    settings: Settings,
    now: number,
    options: ExportOptions,
    folders: ExportFolders,
    known: Manifest | undefined,
  ) {
    const { data, siteUrl } = settings;
    this.#settings = settings;
    this.#now = now;
    this.#options = options;
    this.#folders = folders;
    this.#known = known;
    this.#writer = new FileWriter(folders.next());
    folders.begin();
    this.#manifest = Manifest.create(folders.next('manifest.sqlite'));
    const since = readAtOf(known);
    this.#editions = Editions.frozen(data, { siteUrl, linkTarget }, since);
    // Another build has other templates, and another address of the site is in all of them.
    const isUsable = known?.meta('made') === madeBy(settings, options.root);
    const store = new ManifestPages(isUsable ? known : undefined, since);
    this.#services = {
      pages: new PageCache({ clock: settings.clock, store }),
      validity: new Validity(this.#editions, () => now),
    };
  }

  async write(state: string): Promise<Omit<ExportSummary, 'seconds'>> {
    const { root } = this.#options;
    const { content, data, siteUrl } = this.#settings;
    const threads = await PageThreads.start(
      { root, data, siteUrl, preview: false, frozen: true },
      { now: this.#now, file: undefined, branch: '' },
    );
    const pictures = new Pictures(this.#services.validity, { root, content, data });
    try {
      if (stateOf(this.#settings, root) !== state)
        throw new CannotExport('The content was compiled while the export began. Run it again.');
      this.#listAddresses();
      await this.#writeFiles({
        pages: new Pages(this.#services, threads.make, limitsFor(threads.count)),
        outputs: new Outputs(this.#services, 'as they are'),
        images: new ShareImages(this.#services, { root, content }),
        icons: new Icons(this.#services, { root, content }),
      });
      await this.#writeAssets(pictures, new Fonts(this.#services.validity, content), new SiteFiles(root));
      const configurationChanged = await this.#writeHostFiles();
      const counts = this.#finish(state);
      return { ...counts, configurationChanged };
    } finally {
      pictures.close();
      this.#editions.close();
      this.#manifest.close();
      await threads.close();
    }
  }

  /** Notes all addresses that the site can have, and where old ones lead. */
  #listAddresses(): void {
    const manifest = this.#manifest;
    const { value: until } = this.#services.validity.read((edition) => {
      for (const { path, source } of addressesIn(edition)) manifest.addCandidate(path, source);
      for (const { from, to } of redirectsOf(edition)) manifest.addRedirect(from, to);
      return edition.until;
    });
    this.#until = until;
  }

  /**
   * Makes what is at each address, several at a time. Pages are made in threads, and all else here, so they are made side by
   * side.
   */
  async #writeFiles(makers: Makers): Promise<void> {
    const all = this.#manifest.candidates;
    let done = 0;
    const ofSource = (source: Source): Promise<void> =>
      severalAtOnce(this.#manifest.eachCandidate(source), async (path) => {
        await this.#writeFile(path, source, makers);
        done += 1;
        if (done % 50 === 0) this.#options.progress?.(done, all);
      });
    throwFirst(await Promise.allSettled(sources.map(ofSource)));
  }

  async #writeFile(path: string, source: Source, makers: Makers): Promise<void> {
    const page = await current(path, source, makers);
    // What is not there shows the page that says so.
    if (!page || (page.head.status === 404 && path !== notFoundPath)) return;
    const { until } = page.reading ?? {};
    const read = onlyNames(page.reading?.read ?? packedAnything);
    this.#until = Math.min(this.#until, until ?? Infinity);
    const { since: _, stored: __, path: ___, ...head } = page.head;
    if (unexportable.has(path)) {
      this.#problems.push(`${path} is not exported: the file of another page has its name.`);
      return;
    }
    const file = fileAt(head.address ?? path, head);
    const before = this.#known?.file(path);
    const isSame = before?.file === file && before.head.etag === head.etag;
    if (page instanceof KnownPage && before) {
      this.#link(`site/${file}`);
      const names = this.#sameNames(before.names);
      this.#manifest.addFile({ path, file, head, names, read, ...(until !== undefined && { until }) });
    } else {
      const bytes = await this.#bytesOf(page);
      if (isSame) this.#link(`site/${file}`);
      else await this.#put(`site/${file}`, bytes);
      // Plain text and Markdown name the same pictures as their page.
      const text = /html|xml|json/.test(head.type) ? bytes.toString() : '';
      const names = Uint32Array.from(assetsNamedIn(text), (address) => this.#manifest.numberOf(address));
      this.#manifest.addFile({ path, file, head, names, read, ...(until !== undefined && { until }) });
    }
  }

  /** The address of a share image can have the page of a story that is gone, which the last export has at another address. */
  async #bytesOf(page: CachedPage): Promise<Buffer> {
    if (!(page instanceof KnownPage)) return page.encoded('identity');
    const bytes = this.#bytesBefore(`site/${fileAt(page.head.path, page.head)}`);
    if (!bytes) throw new TypeError(`The last export has no file of ${page.head.path}.`);
    return bytes;
  }

  /** The numbers in this manifest of what a file names that has not changed. */
  #sameNames(names: Uint32Array): Uint32Array {
    return names.map((number) => this.#manifest.numberOf(this.#known?.addressOf(number) ?? ''));
  }

  async #writeAssets(pictures: Pictures, fonts: Fonts, files: SiteFiles): Promise<void> {
    await severalAtOnce(this.#manifest.assetAddresses().values(), (address) =>
      this.#writeAsset(address, { pictures, fonts, files }),
    );
  }

  async #writeAsset(
    address: string,
    { pictures, fonts, files }: { pictures: Pictures; fonts: Fonts; files: SiteFiles },
  ): Promise<void> {
    const picture = address.startsWith('/images/') ? assetFile(address).slice('images/'.length) : undefined;
    if (picture !== undefined && pictures.address(picture) !== address) return;
    // A picture that was exported is not made again: it takes a tenth of a second.
    const digest = picture === undefined ? address : pictures.digest(picture);
    const known = this.#known?.asset(address);
    const file = `site/${assetFile(address)}`;
    if (known && known.digest === digest) {
      this.#link(file);
      this.#manifest.setAsset(known);
      return;
    }
    const opened = picture === undefined ? undefined : await pictures.open(picture, () => true);
    const found: FileAnswer | undefined = opened ?? files.get(address) ?? (await fonts.at(address));
    if (!found || digest === undefined) return;
    try {
      await this.#put(file, await found.file.bytes());
      this.#manifest.setAsset({ address, digest, type: found.headers['Content-Type'] ?? '' });
    } finally {
      await opened?.close();
    }
  }

  /** Writes what hosts read beside the site. Returns whether the part for nginx is another one than before. */
  async #writeHostFiles(): Promise<boolean> {
    const { value: site } = this.#services.validity.read((edition) => edition.site);
    const manifest = this.#manifest;
    await this.#put('site/_redirects', redirectsFile(manifest), 'uncounted');
    await this.#put('site/_headers', headersFile(manifest, site.url), 'uncounted');
    const changed = [
      await this.#put('nginx/maps.conf', mapsFile(manifest, site.url), 'uncounted'),
      await this.#put('nginx/server.conf', serverFile(manifest), 'uncounted'),
    ];
    return changed.includes(true);
  }

  #finish(state: string): Omit<ExportSummary, 'seconds' | 'configurationChanged'> {
    const manifest = this.#manifest;
    const all = this.#written + this.#unchanged;
    let redirects = 0;
    for (const _ of manifest.eachRedirect()) redirects += 1;
    const metas = {
      made: madeBy(this.#settings, this.#options.root),
      read: JSON.stringify(this.#editions.at(this.#now, ({ readAt }) => readAt)),
      state,
      now: this.#now,
      until: this.#until,
      all,
      redirects,
    };
    for (const [key, value] of Object.entries(metas)) manifest.setMeta(key, String(value));
    manifest.finish();
    return {
      ...countsIn(manifest),
      written: this.#written,
      deleted: Math.max(0, Number(this.#known?.meta('all') ?? 0) - this.#unchanged - this.#replaced),
      unchanged: this.#unchanged,
      ...gate(this.#until),
      problems: this.#problems,
    };
  }

  #replaced = 0;

  #link(file: string): void {
    this.#writer.link(this.#folders.before(file) ?? '', file);
    this.#unchanged += 1;
  }

  /** Writes a file, or links the one before if it has the same bytes. Returns whether it has others, or is new. */
  async #put(file: string, bytes: Buffer | string, counts: 'counted' | 'uncounted' = 'counted'): Promise<boolean> {
    const before = this.#bytesBefore(file);
    if (before?.equals(Buffer.from(bytes))) {
      this.#writer.link(this.#folders.before(file) ?? '', file);
      if (counts === 'counted') this.#unchanged += 1;
      return false;
    }
    await this.#writer.write(file, bytes);
    if (counts === 'counted') this.#written += 1;
    if (counts === 'counted' && before) this.#replaced += 1;
    return true;
  }

  #bytesBefore(file: string): Buffer | undefined {
    const path = this.#folders.before(file);
    try {
      return path === undefined ? undefined : readFileSync(path);
    } catch {
      return undefined;
    }
  }
}

/** Does work on each of some things, on several at a time. If it fails for one, no other is begun. */
async function severalAtOnce<T>(things: IterableIterator<T>, work: (thing: T) => Promise<void>): Promise<void> {
  // A loop that ends with a fault closes the iterator for all.
  const loop = async (): Promise<void> => {
    for (const thing of things) await work(thing);
  };
  throwFirst(await Promise.allSettled(Array.from({ length: atOnce }, loop)));
}

/** Throws the first fault of several pieces of work, when all of them have ended. */
function throwFirst(ends: readonly PromiseSettledResult<void>[]): void {
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** What makes the answers of addresses. */
interface Makers {
  pages: Pages;
  outputs: Outputs;
  images: ShareImages;
  icons: Icons;
}

/** What is at an address at present; a search has no results, because nobody has asked for any. */
async function current(path: string, source: Source, makers: Makers): Promise<CachedPage | undefined> {
  const found = await answerOf(path, source, makers);
  return found instanceof CachedPage ? found : undefined;
}

async function answerOf(
  path: string,
  source: Source,
  { pages, outputs, images, icons }: Makers,
): Promise<CachedPage | { to: string } | undefined> {
  switch (source) {
    case 'page':
      return pages.current(path);
    case 'output':
      return outputs.current(path);
    case 'icon':
      return icons.current(path);
    case 'share-image': {
      const found = await images.current(path);
      if (found instanceof CachedPage) return found;
      return found.status === 410 ? pages.current(found.page) : undefined;
    }
  }
}

/** All addresses that the site may have, except old ones, which lead elsewhere. */
function* addressesIn(edition: Edition): Generator<{ path: string; source: Source }> {
  for (const path of pagePaths(edition)) yield { path, source: 'page' };
  yield { path: notFoundPath, source: 'page' };
  for (const path of outputPaths(edition)) yield { path, source: 'output' };
  yield { path: sharePath('/'), source: 'share-image' };
  for (const address of storyAddresses(edition)) yield { path: sharePath(address), source: 'share-image' };
  for (const path of Object.keys(iconForms)) yield { path, source: 'icon' };
  for (const address of edition.goneAddresses) {
    for (const page of ['article', 'article-links', 'history'] as const)
      yield { path: pathOf({ page, address }), source: 'page' };
    for (const path of alternatesOf(address)) yield { path, source: 'output' };
    yield { path: sharePath(address), source: 'share-image' };
  }
}

/** A page of the last export. Its bytes are in its file, and not at hand. */
class KnownPage extends CachedPage {
  constructor(path: string, head: ExportedFile['head']) {
    super({ ...head, path, since: 0, stored: 'identity' }, Buffer.alloc(0));
  }
}

/** The pages of the last export in the place of a store: a page is made only if it shows something else than the file there. */
class ManifestPages implements PageStore {
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
    const { head, read, until } = file;
    const page = new KnownPage(path, head);
    if (this.#readAt) page.reading = { read, at: this.#readAt, ...(until !== undefined && { until }) };
    return [page];
  }

  async put(): Promise<void> {}

  async close(): Promise<void> {}
}
