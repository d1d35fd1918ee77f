import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Editions } from '../newsroom/edition/open.ts';
import { previewsIn } from '../newsroom/edition/preview.ts';
import type { SisterTitle } from '../newsroom/edition/titles.ts';
import type { LiveStore } from '../newsroom/compile/live.ts';
import type { Settings } from '../newsroom/settings.ts';
import { linkTarget } from '../site/addresses/link-target.ts';
import { warnWhenSetBack } from './clock-rollback.ts';
import { createSiteServer, type SiteServer } from './connections.ts';
import { beginExchange, endedExchange, refusedExchange, type Exchange } from './exchange.ts';
import { fontMemory, Fonts } from './fonts.ts';
import { CompressedFiles } from './compressed-files.ts';
import { Icons } from './icons.ts';
import { Limiter } from './limiter.ts';
import { SiteFiles } from './files.ts';
import { isOfThisMachine, localHost, nameOf, type Destination } from './hosts.ts';
import { healthOf, type ServerState } from './health.ts';
import { inheritedSocket } from './inherited-socket.ts';
import { listen } from './listen.ts';
import { log } from './log.ts';
import { Metrics, serveMetrics } from './metrics.ts';
import { Outputs, SearchQueue } from './outputs.ts';
import { builtSources } from './build.ts';
import { DiskPages } from './disk-pages.ts';
import { PageCache } from './page-cache.ts';
import type { PageServices } from './page-services.ts';
import type { PageStore } from './page-store.ts';
import type { PageOwner } from './page-thread.ts';
import { PageThreads } from './page-threads.ts';
import { limitersFor, limitsFor, Pages } from './pages.ts';
import { Pictures } from './pictures.ts';
import { PreviewResponse } from './preview-response.ts';
import { RefusalLog } from './refusal-log.ts';
import { Renditions } from './renditions.ts';
import { RequestHandler, type SharedSources } from './request-handler.ts';
import { sendText } from './respond.ts';
import { ShareImages, ShareStudio } from './share-images.ts';
import { Sites, type Site } from './sites.ts';
import { StoreFaults } from './store-faults.ts';
import { Unavailable } from './unavailable.ts';
import { Validity } from './validity.ts';
import { WebSub } from './websub.ts';

/** A title of a running server, or its one site. */
export interface RunningTitle {
  /** Missing in a newsroom that is one site. */
  title?: SisterTitle;
  /** Its address on this machine, where there are several titles. */
  localUrl?: string;
  /** What it shows. Throws if its store cannot be opened. */
  validity(): Validity;
}

/** A running server. */
export interface RunningSite {
  /** Of a socket that was handed on, the port of the settings. */
  port: number;
  /** The titles, in their order; one without a name in a newsroom that is one site. */
  titles(): RunningTitle[];
  /** From now on `/healthz` answers 503. Done when all requests have their answers. */
  close(): Promise<void>;
}

/** How long a store that was there before is compared with the content folder before it is served. Milliseconds. */
const comparisonLimit = 1500;

/** How often it is said at most that connections were ended. Milliseconds. */
const betweenDrops = 60_000;

/** How a site is served. */
interface Serving {
  preview: boolean;
  live: Omit<LiveStore, 'stop'>;
  /** The title that `localhost` and loopback addresses show; the first one, where it is missing. */
  localTitle?: string | undefined;
  /** Takes each request at its end, for the log. */
  access?: ((exchange: Exchange) => void) | undefined;
}

/**
 * Serves the built site in `root`: to the public, or a preview to this machine. Throws `StoreMissing` if nothing was
 * compiled, and the fault of the system if it cannot listen.
 */
export async function serve(
  root: string,
  given: Settings,
  { preview, live, localTitle, access }: Serving,
): Promise<RunningSite> {
  const settings = preview ? given : { ...given, now: warnWhenSetBack(given.now) };
  const { content, data, host, clock, metricsPort, maxConnections } = settings;
  // A preview answers by the names of this machine only.
  const trustProxy = settings.trustProxy && !preview;
  const mayOpen = (file: string): boolean => live.hasCompared(file);
  const { pages: pageCache, validity } = await servicesFor(root, settings, preview, mayOpen);
  const compared = Promise.race([live.firstComparison, sleep(comparisonLimit, undefined, { ref: false })]);
  const threads = await PageThreads.start({ root, data, siteUrl: settings.siteUrl, preview });
  // The pictures of a preview are written nowhere, as its pages.
  const renditions = new Renditions({ root, content, ...(!preview && { data }) });
  let isStopping = false;
  const state = (): ServerState => ({
    hindrance: live.hindrance(),
    notice: live.notice?.(),
    pageHindrance: pageCache.hindrance,
    isComparing: live.isComparing(),
    isStopping,
    lastCompile: live.lastCompile(),
  });
  const limiters = limitersFor(limitsFor(threads.count));
  const metrics =
    metricsPort === undefined
      ? undefined
      : new Metrics({
          health: () => healthOf(validity, data, state()),
          queues: () => ({
            pages: limiters.pages.waiting,
            cached: limiters.cached.waiting,
            searches: limiters.searches.waiting,
            pictures: renditions.waiting,
          }),
          cache: () => pageCache.size,
          underWay: () => site.underWay(),
          connections: () => site.connections(),
          sources: builtSources(root),
        });
  const storeFaults = new StoreFaults(clock, () => live.rebuild());
  const shared: SharedSources = {
    files: new SiteFiles(root),
    compressed: new CompressedFiles(),
    clock,
    health: () => healthOf(validity, data, state(), (fault) => storeFaults.report(fault)),
    storeFaults,
    refused: new RefusalLog(clock),
    preview,
    trustProxy,
  };
  const [searches, studio, iconLimiter, fonts] = [
    new SearchQueue(),
    new ShareStudio(root),
    new Limiter(1),
    fontMemory(),
  ];
  const openSite = (destination: Destination): Site => {
    const { title } = destination;
    const name = nameOf(destination);
    const owner: PageOwner = { title, ...(destination.isLocal && { localPort: portOf() }) };
    const services: PageServices =
      name === undefined
        ? { pages: pageCache, validity }
        : { pages: pageCache.of(name), validity: validityOf(settings, preview, owner, mayOpen, validity) };
    const make = threads.makerFor(services.validity, owner);
    const outputs = new Outputs(services, 'compressed', searches);
    // One address of a title is enough for its hubs.
    const file = join(data, title === undefined ? 'websub.json' : `websub-${title}.json`);
    const webSub = preview || destination.isLocal ? undefined : new WebSub({ services, outputs, file });
    webSub?.start();
    const handler = new RequestHandler({
      ...shared,
      services,
      pages: new Pages(services, metrics?.measured(make) ?? make, limiters),
      outputs,
      images: new ShareImages(services, { root, content }, studio),
      icons: new Icons(services, { root, content }, iconLimiter),
      fonts: new Fonts(services.validity, content, fonts),
      pictures: new Pictures(services.validity, { root, content }, renditions),
      webSub,
    });
    return {
      handler,
      validity: services.validity,
      close() {
        webSub?.close();
        services.pages.forget();
      },
    };
  };
  const sites = new Sites(validity, openSite, { storeFaults, trustProxy, localTitle });
  const note = (exchange: Exchange | undefined): void => {
    if (!exchange) return;
    access?.(exchange);
    metrics?.ended(exchange);
  };
  const portOf = (): number => {
    const address = site.server.address();
    return typeof address === 'object' && address ? address.port : settings.port;
  };
  let dropSaidAt = -Infinity;
  const site: SiteServer = createSiteServer(
    (request, response) => (preview ? handlePreview(sites, request, response) : void sites.handle(request, response)),
    {
      ...(preview
        ? { ServerResponse: PreviewResponse }
        : { beforeRefusal: (request, response) => sites.askForTls(request, response) }),
      maxConnections,
      began: (request, response) => beginExchange(request, response, trustProxy),
      ...((access || metrics) && {
        ended: (request, response, bytes) => note(endedExchange(request, response, bytes, trustProxy)),
        refused: (refused) => note(refusedExchange(refused)),
      }),
      dropped() {
        metrics?.dropped();
        if (performance.now() - dropSaidAt < betweenDrops) return;
        dropSaidAt = performance.now();
        log.warn(
          `There are ${maxConnections} connections (MAX_CONNECTIONS). Those that wait for their readers make room for new ones; if none does, new ones are ended.`,
        );
      },
    },
  );
  await compared;
  await listen(site.server, inheritedSocket(process.env) ?? { port: settings.port, host });
  const measured =
    metrics && metricsPort !== undefined ? await serveMetrics(metrics, { port: metricsPort, host }) : undefined;
  if (measured) log.info(`Metrics at http://${host}:${measured.port}/metrics`);
  if (!preview) renditions.warm();
  return {
    port: portOf(),
    titles() {
      const found = sites.titles.map((title) => ({
        title,
        localUrl: `http://${localHost(title.slug)}:${portOf()}`,
        validity: () => sites.site({ title: title.slug, isLocal: false }).validity,
      }));
      return found.length > 0 ? found : [{ validity: () => sites.site({ isLocal: false }).validity }];
    },
    async close() {
      isStopping = true;
      site.endConnections();
      if (settings.stopDelay > 0) await sleep(settings.stopDelay);
      sites.close();
      await site.drain();
      renditions.close();
      measured?.close();
      await threads.close();
      await pageCache.close();
    },
  };
}

async function servicesFor(
  root: string,
  settings: Settings,
  preview: boolean,
  mayOpen: (file: string) => boolean,
): Promise<PageServices> {
  const { data, siteUrl, now, clock } = settings;
  if (preview) {
    // Pages of a preview are written nowhere, so that no other process can take them for the public's.
    return { pages: new PageCache({ clock }), validity: new Validity(previewsIn(data, { siteUrl, linkTarget }), now) };
  }
  return {
    pages: new PageCache({ clock, store: await pageStoreFor(root, settings) }),
    validity: new Validity(Editions.in(data, { siteUrl, linkTarget }, undefined, { mayOpen }), now),
  };
}

/** What a title of a newsroom with several shows. `main` reads the same store for all of them. Throws if it cannot be opened. */
function validityOf(
  { data, siteUrl, now }: Settings,
  preview: boolean,
  owner: PageOwner,
  mayOpen: (file: string) => boolean,
  main: Validity,
): Validity {
  const options = { siteUrl, linkTarget, ...owner };
  if (preview) return new Validity(previewsIn(data, options), now);
  const editions = Editions.in(data, options, undefined, { mayOpen });
  if (editions.file === main.file) return new Validity(editions, now);
  // A file that was put there a moment ago may show what was killed since.
  editions.close();
  throw new Unavailable('The store was replaced a moment ago.');
}

/** Where pages are stored outside memory. The client of a database is loaded only where there is one. */
async function pageStoreFor(root: string, { data, redisUrl, clock }: Settings): Promise<PageStore> {
  const build = builtSources(root);
  if (redisUrl === undefined) return new DiskPages({ data, build });
  const { RedisPages } = await import('./redis-pages.ts');
  return new RedisPages({ url: redisUrl, build, report: (message) => log.warn(message), clock });
}

/** A preview answers requests of this machine only, and each in full. */
function handlePreview(sites: Sites, request: IncomingMessage, response: ServerResponse): void {
  if (!isOfThisMachine(request.headers.host)) {
    sendText(response, 421, 'This is a preview, for this machine only.');
    return;
  }
  for (const name of ['if-match', 'if-unmodified-since', 'if-none-match', 'if-modified-since', 'range'])
    delete request.headers[name];
  void sites.handle(request, response);
}
