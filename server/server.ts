import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import { isOutputPath } from '../formats/outputs.ts';
import { fullPages } from '../site/shell/paging.ts';
import { normalPath, routeOf, type Route } from '../site/addresses/routes.ts';
import { isSharePath } from '../site/share-card/card.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { settingsFrom, type Settings } from '../newsroom/settings.ts';
import { sendFile, SiteFiles, type FileAnswer } from './files.ts';
import { htmlType, sharedCacheControl, securityHeaders } from './headers.ts';
import { isMeantForLoopback, PreviewResponse } from './preview-response.ts';
import { keptIn, type Kept } from './kept.ts';
import { CachedPage } from './page-cache.ts';
import { currentOutput } from './outputs.ts';
import { pictureFile } from './picture.ts';
import { Renderer } from './renderer.ts';
import { send } from './send.ts';
import { ShareImages } from './share-images.ts';
import { WebSub } from './websub.ts';

/** A running site. */
export interface Running {
  port: number;
  kept: Kept;
  close(): Promise<void>;
}

/**
 * Serves the built site in `root`. Pages go out from the kept ones, in one form for each address; what is not kept, or
 * not right any more, Next renders first. All else (fonts, pictures, health) Next answers itself.
 */
export async function serve(root: string, settings: Settings = settingsFrom(process.env)): Promise<Running> {
  const app = next({ dev: false, dir: root, hostname: settings.host, port: settings.port, quiet: true });
  await app.prepare();
  const kept = keptIn(join(root, '.next'));
  const { content, clock } = settings;
  const webSub = settings.preview ? undefined : new WebSub(kept, join(settings.data, 'websub.json'));
  const site = new Site({
    kept,
    renderer: new Renderer(app.getRequestHandler()),
    files: new SiteFiles(root),
    images: new ShareImages(kept, { root, content }),
    content,
    clock,
    webSub,
    preview: settings.preview,
  });
  const server = settings.preview
    ? createServer({ ServerResponse: PreviewResponse }, (request, response) => void answerDesk(site, request, response))
    : createServer((request, response) => void site.answer(request, response));
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  webSub?.start();
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : settings.port,
    kept,
    async close() {
      webSub?.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
      });
      await app.close();
    },
  };
}

/** A preview answers whoever sits at this machine, and every request in full. */
async function answerDesk(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isMeantForLoopback(request.headers.host)) {
    response.writeHead(421, { 'Content-Type': 'text/plain; charset=utf-8', ...securityHeaders });
    response.end('This is a preview, for this machine only.\n');
    return;
  }
  for (const name of ['if-none-match', 'if-modified-since', 'range']) delete request.headers[name];
  await site.answer(request, response);
}

/** What a site answers from. */
interface Parts {
  kept: Kept;
  renderer: Renderer;
  files: SiteFiles;
  images: ShareImages;
  /** The newsroom's folder. */
  content: string;
  /** The machine's. */
  clock: () => number;
  /** Missing in a preview. */
  webSub: WebSub | undefined;
  preview: boolean;
}

class Site {
  readonly #kept: Kept;
  readonly #renderer: Renderer;
  readonly #files: SiteFiles;
  readonly #images: ShareImages;
  readonly #content: string;
  readonly #clock: () => number;
  readonly #webSub: WebSub | undefined;
  readonly #preview: boolean;

  constructor({ kept, renderer, files, images, content, clock, webSub, preview }: Parts) {
    this.#preview = preview;
    this.#clock = clock;
    this.#webSub = webSub;
    this.#kept = kept;
    this.#renderer = renderer;
    this.#files = files;
    this.#images = images;
    this.#content = content;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#answer(request, response);
    } catch (fault) {
      console.error(`${request.method} ${request.url}:`, fault);
      this.#sendFault(response);
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD', 'Content-Type': 'text/plain; charset=utf-8', ...securityHeaders });
      response.end('This site is for reading: GET and HEAD.\n');
      return;
    }
    const mark = url.indexOf('?');
    const asked = mark < 0 ? url : url.slice(0, mark);
    const query = mark < 0 ? '' : url.slice(mark + 1);
    const file = this.#files.get(asked) ?? this.#picture(asked);
    if (file) {
      sendFile(request, response, file);
      return;
    }
    if (asked === '/healthz') {
      this.#sendHealth(request, response);
      return;
    }
    const path = asked.startsWith('/') ? normalPath(asked) : undefined;
    if (path === undefined) {
      await this.#sendPage(request, response, '/not-found');
      return;
    }
    const exact = path === asked || encodeURI(path) === asked;
    if (isOutputPath(path)) {
      await this.#sendOutput(request, response, path, asked);
      return;
    }
    if (isSharePath(path)) {
      await this.#sendShareImage(request, response, path, exact);
      return;
    }
    const target = this.#pageTarget(path, query) ?? path;
    if (target === asked || encodeURI(target) === asked) await this.#sendPage(request, response, target);
    else await this.#redirect(request, response, target, target === path ? query : '');
  }

  /** A picture of the newsroom, while something public shows it. */
  #picture(asked: string): FileAnswer | undefined {
    if (!asked.startsWith('/images/')) return undefined;
    let src: string;
    try {
      src = decodeURIComponent(asked.slice('/images/'.length)).normalize('NFC');
    } catch {
      return undefined;
    }
    const { value, checked } = this.#kept.validity.inspect((edition) => edition.picture(src));
    return pictureFile(this.#content, src, value, checked.until - checked.now);
  }

  /** Whether this server can read its store. */
  #sendHealth(request: IncomingMessage, response: ServerResponse): void {
    let articles: number | undefined;
    try {
      articles = this.#kept.validity.read((edition) => edition.count('all', ''));
    } catch (fault) {
      console.error('The store cannot be read:', fault);
    }
    const body = JSON.stringify(articles === undefined ? { status: 'no store' } : { status: 'ok', articles });
    const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...securityHeaders };
    response.writeHead(articles === undefined ? 503 : 200, { ...headers, 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  /** Another form of an address leads to its one form, in one hop; where there is nothing, it says so at once. */
  async #redirect(request: IncomingMessage, response: ServerResponse, target: string, query: string): Promise<void> {
    const page = this.#kept.pages.get(target);
    const { answer } = this.#kept.validity.look(target, page);
    if (answer.status === 404) await this.#sendPage(request, response, '/not-found');
    else
      this.#sendRedirect(
        response,
        (answer.status === 308 ? encodeURI(answer.to) : encodeURI(target)) + (query === '' ? '' : `?${query}`),
      );
  }

  /** `?page=3`, as other sites number their lists, leads to the page of that number; the newest has none. */
  #pageTarget(path: string, query: string): string | undefined {
    if (!query.includes('page=')) return undefined;
    const number = new URLSearchParams(query).get('page');
    const route = routeOf(path);
    if (number === null || !isList(route) || route.number !== undefined) return undefined;
    if (!/^\d{1,7}$/.test(number)) return '/not-found';
    const full = this.#kept.validity.read((edition) => fullPages(countOf(edition, route)));
    const wanted = Number(number);
    return wanted >= 1 && wanted <= full ? `${path}/page/${wanted}` : wanted === full + 1 ? path : '/not-found';
  }

  /**
   * A page is looked at again when it has been rendered: the rendering may have begun before the reader asked, and a gate
   * have passed since.
   */
  async #sendPage(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const { pages, validity } = this.#kept;
    for (let rendered = 0; rendered <= mostRenderings; rendered += 1) {
      const page = pages.get(path);
      if (page && validity.isKnown(page)) return this.#send(request, response, page);
      const { answer, fresh } = validity.look(path, page);
      if (answer.status === 308) return this.#sendRedirect(response, encodeURI(answer.to));
      // All addresses with nothing at them show one page.
      if (answer.status === 404 && path !== '/not-found') return this.#sendPage(request, response, '/not-found');
      // A preview names its own instant, which is over by the time that it is rendered.
      if (page && (fresh || (this.#preview && rendered > 0))) return this.#send(request, response, page);
      await this.#renderer.render(path);
    }
    throw new Error(`${path} was rendered ${mostRenderings} times, and never was what it must be.`);
  }

  /** Feeds, sitemaps and the like; another form of their address leads to the one form, as with pages. */
  async #sendOutput(request: IncomingMessage, response: ServerResponse, path: string, asked: string): Promise<void> {
    const found = currentOutput(this.#kept, path);
    if (!found) return this.#sendPage(request, response, '/not-found');
    if ('to' in found) return this.#sendRedirect(response, encodeURI(found.to));
    const address = found.head.address ?? path;
    if (address !== asked && encodeURI(address) !== asked) return this.#sendRedirect(response, encodeURI(address));
    this.#webSub?.asked(path, found);
    this.#send(request, response, found);
  }

  /** An article's share image, with the status of its page. */
  async #sendShareImage(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    exact: boolean,
  ): Promise<void> {
    const found = exact ? await this.#images.current(path) : this.#images.answer(path);
    if (found instanceof CachedPage) this.#send(request, response, found);
    else if (found.status === 308) this.#sendRedirect(response, encodeURI(found.to));
    else if (found.status === 404) await this.#sendPage(request, response, '/not-found');
    else if (!exact) this.#sendRedirect(response, encodeURI(path));
    else if (found.status === 410) await this.#sendPage(request, response, found.page);
  }

  #send(request: IncomingMessage, response: ServerResponse, page: CachedPage): void {
    const untilGate = this.#kept.validity.untilGate(page);
    send(request, response, page, { untilGate, clock: this.#clock() });
  }

  #sendRedirect(response: ServerResponse, location: string): void {
    response.writeHead(308, {
      Location: location,
      'Cache-Control': sharedCacheControl(this.#kept.validity.untilNextGate()),
      'Content-Length': 0,
      ...securityHeaders,
    });
    response.end();
  }

  #sendFault(response: ServerResponse): void {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.writeHead(500, {
      'Content-Type': htmlType,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'",
      ...securityHeaders,
    });
    response.end(
      '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Something went wrong</title>' +
        '<h1>Something went wrong</h1><p>The fault is ours and has been noted. Please try again in a moment, or go to <a href="/">the front page</a>.</p></html>\n',
    );
  }
}

/** A page that has changed while it was rendered is rendered again; so often in a row that is a fault of ours. */
const mostRenderings = 8;

type ListRoute = Extract<Route, { number?: number }>;

function isList(route: Route | undefined): route is ListRoute {
  return route?.page === 'collection' || route?.page === 'day' || route?.page === 'corrections';
}

function countOf(edition: Edition, route: ListRoute): number {
  switch (route.page) {
    case 'collection':
      return edition.count(route.kind, route.slug);
    case 'day':
      return edition.count('day', route.day);
    case 'corrections':
      return edition.corrections.count;
  }
}
