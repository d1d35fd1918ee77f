import { resolve } from 'node:path';
import { Editions } from '../../newsroom/edition/open.ts';
import { onlyNames, packedAnything, type ReadAt } from '../../newsroom/edition/recent-changes.ts';
import type { Settings } from '../../newsroom/settings.ts';
import { endOfChangeLog } from '../../newsroom/store/change-log.ts';
import { never } from '../../newsroom/store/schema.ts';
import { openTables } from '../../newsroom/store/store.ts';
import { linkTarget } from '../../site/addresses/link-target.ts';
import { redirectsOf } from '../../site/redirect.ts';
import { builtSources } from '../build.ts';
import type { CachedPage } from '../cached-page.ts';
import { Icons } from '../icons.ts';
import { Outputs } from '../outputs.ts';
import { PageCache } from '../page-cache.ts';
import { notFoundPath } from '../page-maker.ts';
import type { PageServices } from '../page-services.ts';
import { PageThreads } from '../page-threads.ts';
import { limitersFor, limitsFor, Pages } from '../pages.ts';
import { ShareImages } from '../share-images.ts';
import { Validity } from '../validity.ts';
import { addressesIn, sources, type Source } from './addresses.ts';
import { Assets } from './assets.ts';
import { assetsNamedIn, fileAt, unexportable } from './files.ts';
import { CannotExport, ExportFolders, refuseOtherTitle } from './folders.ts';
import { headersFile, redirectsFile } from './host-files.ts';
import { hostWarnings } from './host-limits.ts';
import { KnownPage, ManifestPages } from './known-pages.ts';
import { current, type Makers } from './makers.ts';
import { Manifest } from './manifest.ts';
import { mapsFile, serverFile } from './nginx.ts';
import { policiesByKind } from './policies.ts';
import { severalAtOnce, throwFirst } from './several-at-once.ts';
import { SiteFolder } from './site-folder.ts';

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
  /** Sentences about hosts that do not take a site like this one. */
  warnings: string[];
  seconds: number;
}

/** How an export is made. */
export interface ExportOptions {
  /** The project's folder. */
  root: string;
  folder: string;
  /** The title that is written, by its name; missing in a newsroom that is one site. */
  title?: string | undefined;
  /** Called from time to time with how many addresses were looked at, and how many there are. */
  progress?: (done: number, all: number) => void;
}

/** Bytes of pages that stay in memory: nobody asks for one a second time. */
const pageMemory = 8 * 1024 * 1024;

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
    if (known) refuseOtherTitle(options.folder, known, options.title);
    const now = settings.now();
    const state = stateOf(settings, options);
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
        warnings: warningsOf(known),
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
function stateOf(settings: Settings, options: ExportOptions): string {
  const store = openTables(settings.data);
  try {
    return JSON.stringify([madeBy(settings, options), endOfChangeLog(store)]);
  } finally {
    store.close();
  }
}

/** What the bytes of all files depend on, beside the content. */
function madeBy({ siteUrl }: Settings, { root, title }: ExportOptions): string {
  return JSON.stringify([builtSources(root), siteUrl, title]);
}

/** The state of the newsroom that an export shows. */
function readAtOf(manifest: Manifest | undefined): ReadAt | undefined {
  const text = manifest?.meta('read');
  return text === undefined ? undefined : JSON.parse(text);
}

function warningsOf(manifest: Manifest): string[] {
  const text = manifest.meta('warnings');
  return text === undefined ? [] : JSON.parse(text);
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
  readonly #folder: SiteFolder;
  /** That of the last export, if what it says is still of use. */
  readonly #known: Manifest | undefined;
  readonly #manifest: Manifest;
  readonly #editions: Editions;
  readonly #services: PageServices;
  readonly #settings: Settings;
  readonly #now: number;
  #until = Infinity;
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
    this.#known = known;
    this.#folder = new SiteFolder(folders);
    folders.begin();
    this.#manifest = Manifest.create(folders.next('manifest.sqlite'), folders.before('manifest.sqlite'));
    const since = readAtOf(known);
    this.#editions = Editions.frozen(data, { siteUrl, linkTarget, title: options.title }, since);
    // Another build has other templates, and another address of the site is in all of them.
    const isUsable = known?.meta('made') === madeBy(settings, options);
    const store = new ManifestPages(isUsable ? known : undefined, since);
    this.#services = {
      pages: new PageCache({ clock: settings.clock, store, memory: pageMemory }),
      validity: new Validity(this.#editions, () => now),
    };
  }

  async write(state: string): Promise<Omit<ExportSummary, 'seconds'>> {
    const { root, title } = this.#options;
    const { content, data, siteUrl } = this.#settings;
    const threads = await PageThreads.start({ root, data, siteUrl, preview: false, frozen: { title } });
    const make = threads.makerFor({ now: this.#now, file: undefined, branch: '' }, { title });
    const assets = new Assets(this.#services.validity, root, { content, data });
    try {
      if (stateOf(this.#settings, this.#options) !== state)
        throw new CannotExport('The content was compiled while the export began. Run it again.');
      this.#listAddresses();
      await this.#writeFiles({
        pages: new Pages(this.#services, make, limitersFor(limitsFor(threads.count))),
        outputs: new Outputs(this.#services, 'as they are'),
        images: new ShareImages(this.#services, { root, content }),
        icons: new Icons(this.#services, { root, content }),
      });
      await assets.write(this.#manifest, this.#known, this.#folder);
      const hosts = await this.#writeHostFiles();
      return { ...this.#finish(state, hosts.warnings), ...hosts };
    } finally {
      assets.close();
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
    const isOwn = page instanceof KnownPage && page.head.path === path;
    const before = isOwn ? page.exported : this.#known?.file(path);
    const isSame = before?.file === file && before.head.etag === head.etag;
    const exported = { path, file, head, read, ...(until !== undefined && { until }) };
    if (isSame && page instanceof KnownPage) {
      this.#folder.link(`site/${file}`);
      this.#manifest.addFile({ ...exported, size: before.size, names: before.names });
      return;
    }
    const bytes = await this.#bytesOf(page);
    if (isSame) this.#folder.link(`site/${file}`);
    else await this.#folder.put(`site/${file}`, bytes);
    // Plain text and Markdown name the same pictures as their page.
    const text = /html|xml|json/.test(head.type) ? bytes.toString() : '';
    const names = Uint32Array.from(assetsNamedIn(text), (address) => this.#manifest.numberOf(address));
    this.#manifest.addFile({ ...exported, size: bytes.length, names });
  }

  /** The address of a share image can have the page of a story that is gone, which the last export has at another address. */
  async #bytesOf(page: CachedPage): Promise<Buffer> {
    if (!(page instanceof KnownPage)) return page.encoded('identity');
    const bytes = this.#folder.before(`site/${page.exported.file}`);
    if (!bytes) throw new TypeError(`The last export has no file of ${page.head.path}.`);
    return bytes;
  }

  /** Writes what hosts read beside the site. */
  async #writeHostFiles(): Promise<Pick<ExportSummary, 'configurationChanged' | 'warnings'>> {
    const { url } = this.#services.validity.read((edition) => edition.site).value;
    const manifest = this.#manifest;
    const policies = policiesByKind(manifest);
    const redirects = redirectsFile(manifest);
    const headers = headersFile(manifest, url, policies);
    await this.#folder.put('site/_redirects', redirects, 'uncounted');
    await this.#folder.put('site/_headers', headers, 'uncounted');
    const changed = [
      await this.#folder.put('nginx/maps.conf', mapsFile(manifest, url, policies, this.#options.title), 'uncounted'),
      await this.#folder.put('nginx/server.conf', serverFile(manifest, this.#options.title), 'uncounted'),
    ];
    return {
      configurationChanged: changed.includes(true),
      warnings: hostWarnings({ ...manifest.sizes(), redirects, headers }),
    };
  }

  #finish(
    state: string,
    warnings: readonly string[],
  ): Omit<ExportSummary, 'seconds' | 'configurationChanged' | 'warnings'> {
    const manifest = this.#manifest;
    let redirects = 0;
    for (const _ of manifest.eachRedirect()) redirects += 1;
    const metas = {
      made: madeBy(this.#settings, this.#options),
      read: JSON.stringify(this.#editions.at(this.#now, ({ readAt }) => readAt)),
      state,
      now: this.#now,
      until: this.#until,
      all: this.#folder.all,
      redirects,
      warnings: JSON.stringify(warnings),
    };
    for (const [key, value] of Object.entries(metas)) manifest.setMeta(key, String(value));
    if (this.#options.title !== undefined) manifest.setMeta('title', this.#options.title);
    manifest.finish();
    return {
      ...countsIn(manifest),
      written: this.#folder.written,
      deleted: this.#folder.deletedOf(Number(this.#known?.meta('all') ?? 0)),
      unchanged: this.#folder.unchanged,
      ...gate(this.#until),
      problems: this.#problems,
    };
  }
}
