import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Editions } from '../newsroom/edition/open.ts';
import { previewsIn } from '../newsroom/edition/preview.ts';
import type { LiveStore } from '../newsroom/compile/live.ts';
import type { Settings } from '../newsroom/settings.ts';
import { linkTarget } from '../site/addresses/link-target.ts';
import { warnWhenSetBack } from './clock-rollback.ts';
import { createSiteServer } from './connections.ts';
import { Fonts } from './fonts.ts';
import { Icons } from './icons.ts';
import { SiteFiles } from './files.ts';
import { Outputs } from './outputs.ts';
import { PageCache } from './page-cache.ts';
import type { PageServices } from './page-services.ts';
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
  port: number;
  services: PageServices;
  close(): Promise<void>;
}

/**
 * Serves the built site in `root`: to the public, or a preview to this machine. Throws `StoreMissing` if nothing was
 * compiled, and the fault of the system if it cannot listen.
 */
export async function serve(
  root: string,
  settings: Settings,
  { preview, live }: { preview: boolean; live: Pick<LiveStore, 'hasCompared' | 'hindrance' | 'rebuild'> },
): Promise<RunningSite> {
  const { content, data, host, clock } = settings;
  const services = servicesFor(root, settings, preview, (file) => live.hasCompared(file));
  const { validity } = services;
  const threads = await PageThreads.start(
    { root, data, siteUrl: settings.siteUrl, preview },
    { now: () => validity.now, store: () => validity.file },
  );
  const outputs = new Outputs(services);
  const webSub = preview ? undefined : new WebSub({ services, outputs, file: join(data, 'websub.json') });
  // The pictures of a preview are written nowhere, as its pages.
  const pictures = new Pictures(validity, { root, content, ...(!preview && { data }) });
  const handler = new RequestHandler({
    services,
    pages: new Pages(services, threads.make, limitsFor(threads.count)),
    outputs,
    images: new ShareImages(services, { root, content }),
    icons: new Icons(services, { root, content }),
    fonts: new Fonts(validity, content),
    files: new SiteFiles(root),
    pictures,
    data,
    clock,
    hindrance: () => live.hindrance(),
    onDamagedStore: () => live.rebuild(),
    webSub,
    preview,
    trustProxy: settings.trustProxy,
  });
  const server = preview
    ? createSiteServer((request, response) => handlePreview(handler, request, response), {
        ServerResponse: PreviewResponse,
      })
    : createSiteServer((request, response) => void handler.handle(request, response), {
        beforeRefusal: (request, response) => handler.askForTls(request, response),
      });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, host, resolve);
  });
  webSub?.start();
  if (!preview) pictures.warm();
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : settings.port,
    services,
    async close() {
      webSub?.close();
      pictures.close();
      const ended = new Promise((resolve) => server.close(resolve));
      // A connection is idle again when its answer has been sent, and would be open for another minute.
      const closing = setInterval(() => server.closeIdleConnections(), 20);
      await ended;
      clearInterval(closing);
      await threads.close();
    },
  };
}

function servicesFor(
  root: string,
  { data, siteUrl, now, clock }: Settings,
  preview: boolean,
  mayOpen: (file: string) => boolean,
): PageServices {
  if (preview) {
    // Pages of a preview are written nowhere, so that no other process can take them for the public's.
    return { pages: new PageCache({ clock }), validity: new Validity(previewsIn(data, { siteUrl, linkTarget }), now) };
  }
  const build = readFileSync(join(root, '.next/BUILD_ID'), 'utf8').trim();
  return {
    pages: new PageCache({ clock, disk: { data, build } }),
    validity: new Validity(Editions.in(data, { siteUrl, linkTarget }, undefined, { mayOpen }), warnWhenSetBack(now)),
  };
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
