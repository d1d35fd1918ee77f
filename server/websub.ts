import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { absolute } from '../site/addresses/absolute.ts';
import { feedFormats, feedPath, feedRouteOf } from '../site/addresses/feeds.ts';
import { HubLine } from './websub-hub.ts';
import type { Kept } from './kept.ts';
import { currentOutput } from './outputs.ts';
import { CachedPage } from './page-cache.ts';

/** So many feeds are watched, those that were asked for last. */
const watchedFeeds = 500;

const memory = z.record(z.string(), z.string());

/**
 * Tells the site's WebSub hubs which feeds have changed, by an edit or by a gate (rule E7). Whoever subscribes has read the
 * feed, and so has the hub: feeds that nobody has asked for are not watched. What the hubs know lies in a file, so that
 * they are told of what changed while the site was down.
 */
export class WebSub {
  readonly #kept: Kept;
  readonly #file: string;
  readonly #lines = new Map<string, HubLine>();
  /** From the path of a feed to the tag of what the hubs know; the first is the one that nobody asked for in the longest time. */
  readonly #known: Map<string, string>;
  readonly #pause: number | undefined;
  #seen = '';
  #dirty = false;
  #looking: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** `pause` is how long a hub that fails is left alone at first, in milliseconds. */
  constructor(kept: Kept, file: string, pause?: number) {
    this.#kept = kept;
    this.#file = file;
    this.#known = new Map(Object.entries(remembered(file)));
    this.#pause = pause;
  }

  /** Looks every second whether something has changed, until it is closed. */
  start(): void {
    this.#timer = setInterval(() => void this.look(), 1000).unref();
  }

  close(): void {
    clearInterval(this.#timer);
    for (const line of this.#lines.values()) line.close();
  }

  /** Somebody has read a feed. */
  asked(path: string, page: CachedPage): void {
    const route = feedRouteOf(path);
    if (!route || route.number !== undefined) return;
    const known = this.#known.get(path);
    this.#dirty ||= known === undefined;
    this.#known.delete(path);
    this.#known.set(path, known ?? page.head.etag);
    for (const [oldest] of this.#known) {
      if (this.#known.size <= watchedFeeds) break;
      this.#known.delete(oldest);
    }
  }

  /** Compares the watched feeds with what the hubs know, and tells them. Done when all has been compared; telling takes longer. */
  look(): Promise<void> {
    return (this.#looking ??= this.#look()
      .catch((fault: unknown) => console.error('WebSub:', fault))
      .finally(() => (this.#looking = undefined)));
  }

  /** Done when the hubs have been told all that they will be told. For tests. */
  async told(): Promise<void> {
    await Promise.all([...this.#lines.values()].map((line) => line.idle()));
  }

  async #look(): Promise<void> {
    const { value: site, checked } = this.#kept.validity.inspect((edition) => edition.site);
    if (site.websub.length === 0) return;
    const seen = `${checked.version} ${checked.from}`;
    if (seen !== this.#seen) {
      const changed = await this.#changed();
      for (const hub of site.websub) {
        const line = this.#lines.get(hub) ?? new HubLine(hub, this.#pause);
        this.#lines.set(hub, line);
        for (const path of changed) line.tell(absolute(site.url, path));
      }
      this.#seen = seen;
    }
    if (this.#dirty) this.#remember();
  }

  /** The feeds that say something else than the hubs know, which they know from now on. */
  async #changed(): Promise<string[]> {
    const changed: string[] = [];
    const own = feedFormats.map((format) => feedPath('/', format));
    for (const path of new Set([...own, ...this.#known.keys()])) {
      // Readers come first: each feed may have to be written again.
      await setImmediate();
      const page = currentOutput(this.#kept, path);
      if (!(page instanceof CachedPage)) continue;
      const known = this.#known.get(path);
      if (known === page.head.etag) continue;
      this.#known.set(path, page.head.etag);
      this.#dirty = true;
      if (known !== undefined) changed.push(path);
    }
    return changed;
  }

  #remember(): void {
    this.#dirty = false;
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(`${this.#file}.new`, JSON.stringify(Object.fromEntries(this.#known)));
      renameSync(`${this.#file}.new`, this.#file);
    } catch {
      // Without a disk to write on, memory does.
    }
  }
}

function remembered(file: string): Record<string, string> {
  try {
    return memory.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
