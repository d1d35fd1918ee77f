import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { isDamaged } from '../newsroom/compile/damaged-store.ts';
import { absolute } from '../site/addresses/absolute.ts';
import { feedFormats, feedPath, feedRouteOf } from '../site/addresses/feeds.ts';
import { CachedPage } from './cached-page.ts';
import type { Outputs } from './outputs.ts';
import type { PageServices } from './page-services.ts';
import { HubClient } from './websub-hub.ts';
import { log } from './log.ts';

/** How many feeds are watched: those that were asked for last. */
const watchedFeeds = 500;

/** Milliseconds between two checks. */
const checkInterval = 1000;

/** The file of what the hubs know: from the path of a feed to its ETag. */
const knownTags = z.record(z.string(), z.string());

/**
 * Notifies the site's WebSub hubs of feeds that have changed, by an edit or by a gate (rule E7). Every subscriber has
 * read the feed, and so has the hub: feeds that nobody has asked for are not watched. What the hubs know is in a file, so
 * that they also hear of what changed while the site was down.
 */
export class WebSub {
  readonly #services: PageServices;
  readonly #outputs: Outputs;
  readonly #file: string;
  readonly #hubs = new Map<string, HubClient>();
  /** From the path of a feed to the ETag that the hubs know; the first is the one that nobody asked for in the longest time. */
  readonly #known: Map<string, string>;
  readonly #pause: number | undefined;
  /** The compile and the gate of the last check. */
  #checked = '';
  #unsaved = false;
  /** Why the last check failed. */
  #failed = '';
  #checking: Promise<unknown> | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** `pause`: after how many milliseconds a hub that fails is first asked again. */
  constructor({
    services,
    outputs,
    file,
    pause,
  }: {
    services: PageServices;
    outputs: Outputs;
    file: string;
    pause?: number;
  }) {
    this.#services = services;
    this.#outputs = outputs;
    this.#file = file;
    this.#known = new Map(Object.entries(readKnown(file)));
    this.#pause = pause;
  }

  /** Checks every second whether something has changed, until it is closed. */
  start(): void {
    this.#timer = setInterval(() => void this.check(), checkInterval).unref();
  }

  close(): void {
    clearInterval(this.#timer);
    for (const hub of this.#hubs.values()) hub.close();
  }

  /** Must be called whenever a feed is asked for. */
  asked(path: string, page: CachedPage): void {
    const route = feedRouteOf(path);
    if (!route || route.number !== undefined) return;
    const known = this.#known.get(path);
    this.#unsaved ||= known === undefined;
    this.#known.delete(path);
    this.#known.set(path, known ?? page.head.etag);
    for (const [oldest] of this.#known) {
      if (this.#known.size <= watchedFeeds) break;
      this.#known.delete(oldest);
    }
  }

  /** Compares the watched feeds with what the hubs know, and begins to notify them. Done when all were compared. */
  check(): Promise<unknown> {
    return (this.#checking ??= this.#check()
      .then(() => (this.#failed = ''))
      .catch((fault: unknown) => this.#report(fault))
      .finally(() => (this.#checking = undefined)));
  }

  /** Done when no notification is under way or waits to be sent again. */
  async idle(): Promise<void> {
    await Promise.all([...this.#hubs.values()].map((hub) => hub.idle()));
  }

  /** Reports a fault once, and not again until a check succeeds. What is wrong with the store is reported with its cause elsewhere. */
  #report(fault: unknown): void {
    const message = fault instanceof Error ? fault.message : String(fault);
    if (message === this.#failed) return;
    this.#failed = message;
    if (!isDamaged(fault)) log.warn(`WebSub: ${message}`);
  }

  async #check(): Promise<void> {
    const { value: site, reading } = this.#services.validity.read((edition) => edition.site);
    if (site.websub.length === 0) return;
    const current = JSON.stringify(reading?.at);
    if (current !== this.#checked) {
      const changed = await this.#changedFeeds();
      for (const url of site.websub) {
        const hub = this.#hubs.get(url) ?? new HubClient(url, this.#pause);
        this.#hubs.set(url, hub);
        for (const path of changed) hub.notify(absolute(site.url, path));
      }
      this.#checked = current;
    }
    if (this.#unsaved) await this.#save();
  }

  /** The feeds that the hubs know in another state. Their present state counts as known from now on. */
  async #changedFeeds(): Promise<string[]> {
    const changed: string[] = [];
    const own = feedFormats.map((format) => feedPath('/', format));
    for (const path of new Set([...own, ...this.#known.keys()])) {
      // Readers come first: each feed may have to be written again.
      await setImmediate();
      const page = await this.#outputs.current(path);
      if (!(page instanceof CachedPage)) continue;
      const known = this.#known.get(path);
      if (known === page.head.etag) continue;
      this.#known.set(path, page.head.etag);
      this.#unsaved = true;
      if (known !== undefined) changed.push(path);
    }
    return changed;
  }

  async #save(): Promise<void> {
    this.#unsaved = false;
    try {
      await mkdir(dirname(this.#file), { recursive: true });
      await writeFile(`${this.#file}.new`, JSON.stringify(Object.fromEntries(this.#known)));
      await rename(`${this.#file}.new`, this.#file);
    } catch {
      // If the disk cannot be written, what the hubs know is in memory only.
    }
  }
}

function readKnown(file: string): Record<string, string> {
  try {
    return knownTags.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
