/** A thread of `PageThreads`: it makes one page after another, from its own connection to the store. */

import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { isDamaged } from '../newsroom/compile/damaged-store.ts';
import { Editions } from '../newsroom/edition/open.ts';
import { previewsIn } from '../newsroom/edition/preview.ts';
import { linkTarget } from '../site/addresses/link-target.ts';
import { pageMaker, type Made, type MakePage, type PageRequest } from './page-maker.ts';
import type { PageHead, PageReading } from './cached-page.ts';
import { startNext } from './render.ts';
import { Unavailable } from './unavailable.ts';
import { Validity } from './validity.ts';

/** Whose pages a thread makes. */
export interface PageOwner {
  /** The name of a title; missing in a newsroom that is one site. */
  title?: string | undefined;
  /** As in `EditionOptions`. */
  localPort?: number | undefined;
}

/** What the server hands to a thread when it starts. */
export interface ThreadOptions {
  root: string;
  data: string;
  siteUrl: string | undefined;
  preview: boolean;
  /** For an export of this site: the thread reads the store as it is when it starts, whatever is compiled later, and compresses nothing. */
  frozen?: PageOwner;
}

/** One request to a thread. */
export interface ThreadTask extends PageRequest, PageOwner {
  number: number;
  /** The present, in milliseconds. */
  now: number;
  /** The file of the store that the server reads, by its `fileIdentity`: the thread reads no other one. */
  store: string | undefined;
  /** The branch of the store, by which the server knows what the page was made from. */
  branch: string;
}

/** A page as it goes from one thread to another. */
export interface SentPage {
  head: PageHead;
  stored: Uint8Array;
  reading: PageReading | undefined;
}

/** What a thread says when it is ready, and of each task. */
export type ThreadAnswer =
  | { type: 'ready' }
  | { type: 'made'; number: number; made: Exclude<Made, { type: 'page' }> | { type: 'sent'; page: SentPage } }
  | { type: 'failed'; number: number; fault: 'unavailable' | 'damaged' | 'other'; message: string; path?: string };

const { root, data, siteUrl, preview, frozen }: ThreadOptions = workerData;
let [now, store]: [number, string | undefined] = [0, undefined];

/** Sites whose editions stay open: those that were asked for last. Each has a part of the store in memory. */
const mostSites = 16;

interface OpenSite {
  editions: Editions;
  make: MakePage;
}
/** By title and port, in the order of their use. */
const sites = new Map<string, OpenSite>();

// Pages that are ready are sent by the thread of the server: where processors are short, it comes first. Elsewhere than on
// Linux this would be about the whole process.
if (process.platform === 'linux') setPriority(5);
const next = await startNext(root);
if (frozen) siteOf(frozen);
parentPort?.on('message', (task: ThreadTask) => void work(task));
say({ type: 'ready' });

function siteOf({ title, localPort }: PageOwner): OpenSite {
  const key = `${title ?? ''}:${localPort ?? ''}`;
  const site = sites.get(key) ?? openSite({ title, localPort });
  sites.delete(key);
  sites.set(key, site);
  for (const [unused, { editions }] of sites) {
    if (sites.size <= mostSites) break;
    sites.delete(unused);
    editions.close();
  }
  return site;
}

function openSite(owner: PageOwner): OpenSite {
  const options = { siteUrl, linkTarget, ...owner };
  const editions = preview
    ? previewsIn(data, options)
    : frozen
      ? Editions.frozen(data, options)
      : Editions.in(data, options, undefined, { mayOpen: (file) => file === store });
  if (!preview && !frozen && editions.file !== store) {
    // A file that was put there a moment ago may show what was killed since.
    editions.close();
    throw new Unavailable('The store was replaced a moment ago.');
  }
  const texts = frozen ? 'as they are' : 'compressed';
  return { editions, make: pageMaker(new Validity(editions, () => now), next.render, texts) };
}

async function work({
  number,
  now: instant,
  store: wanted,
  branch,
  title,
  localPort,
  ...request
}: ThreadTask): Promise<void> {
  now = instant;
  store = wanted;
  try {
    const { editions, make } = siteOf({ title, localPort });
    editions.follow(wanted, branch);
    const made = await make(request);
    if (made.type !== 'page') return say({ type: 'made', number, made });
    const { head, stored, reading } = made.page;
    say({ type: 'made', number, made: { type: 'sent', page: { head, stored, reading } } });
  } catch (fault) {
    const unavailable = fault instanceof Unavailable;
    say({
      type: 'failed',
      number,
      fault: unavailable ? 'unavailable' : isDamaged(fault) ? 'damaged' : 'other',
      message: fault instanceof Error ? ((unavailable ? undefined : fault.stack) ?? fault.message) : String(fault),
      ...(unavailable && fault.path !== undefined && { path: fault.path }),
    });
  }
}

function say(answer: ThreadAnswer): void {
  parentPort?.postMessage(answer);
}
