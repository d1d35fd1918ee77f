import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Editions } from '../newsroom/edition/open.ts';
import { previewsIn } from '../newsroom/edition/preview.ts';
import type { LiveStore } from '../newsroom/compile/live.ts';
import type { Settings } from '../newsroom/settings.ts';
import { linkTarget } from '../site/addresses/link-target.ts';
import { warnWhenSetBack } from './clock-rollback.ts';
import { createSiteServer, type SiteServer } from './connections.ts';
import { beginExchange, endedExchange, refusedExchange, type Exchange } from './exchange.ts';
import { Fonts } from './fonts.ts';
import { Icons } from './icons.ts';
import { SiteFiles } from './files.ts';
import { healthOf, type ServerState } from './health.ts';
import { inheritedSocket } from './inherited-socket.ts';
import { listen } from './listen.ts';
import { log } from './log.ts';
import { Metrics, serveMetrics } from './metrics.ts';
import { Outputs } from './outputs.ts';
import { builtSources } from './build.ts';
import { DiskPages } from './disk-pages.ts';
import { PageCache } from './page-cache.ts';
import type { PageServices } from './page-services.ts';
import type { PageStore } from './page-store.ts';
import { PageThreads } from './page-threads.ts';
import { limitsFor, Pages } from './pages.ts';
import { Pictures } from './pictures.ts';
import { isMeantForLoopback, PreviewResponse } from './preview-response.ts';
import { RequestHandler } from './request-handler.ts';
import { sendText } from './respond.ts';
import { ShareImages } from './share-images.ts';
import { Validity } from './validity.ts';
import { WebSub } from './websub.ts';

/** A running site. */
export interface RunningSite {
  /** Of a socket that was handed on, the port of the settings. */
  port: number;
  services: PageServices;
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
  /** Takes each request at its end, for the log. */
  access?: ((exchange: Exchange) => void) | undefined;
}

/**
 * Serves the built site in `root`: to the public, or a preview to this machine. Throws `StoreMissing` if nothing was
 * compiled, and the fault of the system if it cannot listen.
 */
export async function serve(
  root: string,
  settings: Settings,
  { preview, live, access }: Serving,
): Promise<RunningSite> {
  const { content, data, host, clock, trustProxy, metricsPort, maxConnections } = settings;
  const services = await servicesFor(root, settings, preview, (file) => live.hasCompared(file));
  const compared = Promise.race([live.firstComparison, sleep(comparisonLimit, undefined, { ref: false })]);
  const { validity } = services;
  const threads = await PageThreads.start({ root, data, siteUrl: settings.siteUrl, preview }, validity);
  const outputs = new Outputs(services);
  const webSub = preview ? undefined : new WebSub({ services, outputs, file: join(data, 'websub.json') });
  // The pictures of a preview are written nowhere, as its pages.
  const pictures = new Pictures(validity, { root, content, ...(!preview && { data }) });
  let isStopping = false;
  const state = (): ServerState => ({
    hindrance: live.hindrance(),
    notice: live.notice?.(),
    pageHindrance: services.pages.hindrance,
    isComparing: live.isComparing(),
    isStopping,
    lastCompile: live.lastCompile(),
  });
  const metrics =
    metricsPort === undefined
      ? undefined
      : new Metrics({
          health: () => healthOf(validity, data, state()),
          queues: () => ({ ...pages.waiting, pictures: pictures.waiting }),
          cache: () => services.pages.size,
          underWay: () => site.underWay(),
          connections: () => site.connections(),
          sources: builtSources(root),
        });
  const pages: Pages = new Pages(services, metrics?.measured(threads.make) ?? threads.make, limitsFor(threads.count));
  const handler = new RequestHandler({
    services,
    pages,
    outputs,
    images: new ShareImages(services, { root, content }),
    icons: new Icons(services, { root, content }),
    fonts: new Fonts(validity, content),
    files: new SiteFiles(root),
    pictures,
    data,
    clock,
    state,
    onDamagedStore: () => live.rebuild(),
    webSub,
    preview,
    trustProxy,
  });
  const note = (exchange: Exchange | undefined): void => {
    if (!exchange) return;
    access?.(exchange);
    metrics?.ended(exchange);
  };
  let dropSaidAt = -Infinity;
  const site: SiteServer = createSiteServer(
    (request, response) =>
      preview ? handlePreview(handler, request, response) : void handler.handle(request, response),
    {
      ...(preview
        ? { ServerResponse: PreviewResponse }
        : { beforeRefusal: (request, response) => handler.askForTls(request, response) }),
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
  const { server } = site;
  await listen(server, inheritedSocket(process.env) ?? { port: settings.port, host });
  const measured =
    metrics && metricsPort !== undefined ? await serveMetrics(metrics, { port: metricsPort, host }) : undefined;
  if (measured) log.info(`Metrics at http://${host}:${measured.port}/metrics`);
  webSub?.start();
  if (!preview) pictures.warm();
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : settings.port,
    services,
    async close() {
      isStopping = true;
      site.endConnections();
      if (settings.stopDelay > 0) await sleep(settings.stopDelay);
      webSub?.close();
      await site.drain();
      pictures.close();
      measured?.close();
      await threads.close();
      await services.pages.close();
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
    validity: new Validity(Editions.in(data, { siteUrl, linkTarget }, undefined, { mayOpen }), warnWhenSetBack(now)),
  };
}

/** Where pages are stored outside memory. The client of a database is loaded only where there is one. */
async function pageStoreFor(root: string, { data, redisUrl, clock }: Settings): Promise<PageStore> {
  const build = builtSources(root);
  if (redisUrl === undefined) return new DiskPages({ data, build });
  const { RedisPages } = await import('./redis-pages.ts');
  return new RedisPages({ url: redisUrl, build, report: (message) => log.warn(message), clock });
}

/** A preview answers requests of this machine only, and each in full. */
function handlePreview(handler: RequestHandler, request: IncomingMessage, response: ServerResponse): void {
  if (!isMeantForLoopback(request.headers.host)) {
    sendText(response, 421, 'This is a preview, for this machine only.');
    return;
  }
  for (const name of ['if-match', 'if-unmodified-since', 'if-none-match', 'if-modified-since', 'range'])
    delete request.headers[name];
  void handler.handle(request, response);
}
