import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import next from 'next';
import { fullPages } from '../site/paging.ts';
import { normalPath, routeOf } from '../site/routes.ts';
import { settingsFrom, type Settings } from '../newsroom/settings.ts';
import { securityHeaders } from './headers.ts';
import { keptIn, type Kept } from './kept.ts';
import { encodings, type Encoding, type KeptPage } from './page-cache.ts';
import { Renderer } from './renderer.ts';

/** A running site. */
export interface Running {
  server: Server;
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
  const site = new Site(
    kept,
    new Renderer(app.getRequestHandler()),
    new Set(readdirSync(join(root, 'public')).map((name) => `/${name}`)),
  );
  const server = createServer((request, response) => void site.answer(request, response));
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  const address = server.address();
  return {
    server,
    port: typeof address === 'object' && address ? address.port : settings.port,
    kept,
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
      });
      await app.close();
    },
  };
}

const htmlType = 'text/html; charset=utf-8';

class Site {
  readonly #kept: Kept;
  readonly #renderer: Renderer;
  readonly #files: ReadonlySet<string>;

  constructor(kept: Kept, renderer: Renderer, files: ReadonlySet<string>) {
    this.#kept = kept;
    this.#renderer = renderer;
    this.#files = files;
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
    if (
      asked.startsWith('/_next/static/') ||
      asked.startsWith('/images/') ||
      asked === '/healthz' ||
      this.#files.has(asked)
    ) {
      for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
      await this.#renderer.pass(request, response);
      return;
    }
    const path = asked.startsWith('/') ? normalPath(asked) : undefined;
    if (path === undefined) {
      await this.#sendPage(request, response, '/not-found');
      return;
    }
    const target = this.#pageTarget(path, query) ?? path;
    if (target === asked || encodeURI(target) === asked) await this.#sendPage(request, response, target);
    else await this.#redirect(request, response, target, target === path ? query : '');
  }

  /** Another form of an address leads to its one form, in one hop; where there is nothing, it says so at once. */
  async #redirect(request: IncomingMessage, response: ServerResponse, target: string, query: string): Promise<void> {
    const page = this.#kept.pages.get(target);
    const { answer } = this.#kept.freshness.look(target, page);
    if (answer.status === 404) await this.#sendPage(request, response, '/not-found');
    else
      this.#sendMoved(
        response,
        (answer.status === 308 ? encodeURI(answer.to) : encodeURI(target)) + (query === '' ? '' : `?${query}`),
      );
  }

  /** `?page=3`, as other sites number their lists, leads to the page of that number; the newest has none. */
  #pageTarget(path: string, query: string): string | undefined {
    if (!query.includes('page=')) return undefined;
    const number = new URLSearchParams(query).get('page');
    const route = routeOf(path);
    if (number === null || (route?.page !== 'hub' && route?.page !== 'day') || route.number !== undefined)
      return undefined;
    if (!/^\d{1,7}$/.test(number)) return '/not-found';
    const [kind, slug] = route.page === 'hub' ? [route.kind, route.slug] : ['day' as const, route.day];
    const full = this.#kept.freshness.read((edition) => fullPages(edition.count(kind, slug)));
    const wanted = Number(number);
    return wanted >= 1 && wanted <= full ? `${path}/page/${wanted}` : wanted === full + 1 ? path : '/not-found';
  }

  async #sendPage(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const { pages, freshness } = this.#kept;
    let page = pages.get(path);
    if (!page || !freshness.isKnown(page)) {
      const { answer, fresh } = freshness.look(path, page);
      if (answer.status === 308) return this.#sendMoved(response, encodeURI(answer.to));
      // All addresses with nothing at them show one page.
      if (answer.status === 404 && path !== '/not-found') return this.#sendPage(request, response, '/not-found');
      if (!fresh) page = await this.#render(path);
    }
    if (!page) throw new Error(`${path} was not rendered.`);
    send(request, response, page, freshness.untilGate(page));
  }

  async #render(path: string): Promise<KeptPage | undefined> {
    await this.#renderer.render(path);
    const page = this.#kept.pages.get(path);
    // Marks the page with the window in which it holds. What changed while it was rendered shows on the next request.
    if (page) this.#kept.freshness.look(path, page);
    return page;
  }

  #sendMoved(response: ServerResponse, location: string): void {
    response.writeHead(308, {
      Location: location,
      'Cache-Control': 'public, max-age=60',
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

/** Sends a kept page in the best form that the reader takes, or says that the reader has it already. */
function send(request: IncomingMessage, response: ServerResponse, page: KeptPage, untilGate: number): void {
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const { status, policy, etag } = page.head;
  const tag = `"${etag}-${encoding}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Vary', 'Accept-Encoding');
  // A shared cache may answer a rush for a second, but never across a gate; a browser always asks.
  response.setHeader('Cache-Control', `public, max-age=0, s-maxage=${untilGate > 1000 ? 1 : 0}, must-revalidate`);
  response.setHeader('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  if (status === 200 && matches(request.headers['if-none-match'], etag)) {
    response.writeHead(304);
    response.end();
    return;
  }
  const body = page.form(encoding);
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.writeHead(status, { 'Content-Type': htmlType, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function matches(header: string | undefined, etag: string): boolean {
  return (
    header !== undefined &&
    (header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '').startsWith(`"${etag}`)))
  );
}

/** The first of ours that the reader takes; a weight of 0 is a no (RFC 9110, 12.5.3). */
function chooseEncoding(header: string | undefined): Encoding {
  if (!header) return 'identity';
  const taken = new Set(
    header
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
      .map((part) => part.split(';')[0]?.trim()),
  );
  return encodings.find((encoding) => taken.has(encoding)) ?? 'identity';
}
