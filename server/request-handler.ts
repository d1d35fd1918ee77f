import type { IncomingMessage, ServerResponse } from 'node:http';
import { isDamaged } from '../newsroom/compile/damaged-store.ts';
import { isOutputPath, outputAt } from '../formats/outputs.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { answer } from '../site/answer.ts';
import { normalPath, routeOf, type Route, type RouteOf } from '../site/addresses/routes.ts';
import { withSearch } from '../site/addresses/search.ts';
import { isIconPath } from '../site/icon.ts';
import { redirectOfQuery } from '../site/redirect.ts';
import { isSharePath } from '../site/share-card/card.ts';
import { fullPages } from '../site/shell/paging.ts';
import { CachedPage } from './cached-page.ts';
import type { CompressedFiles } from './compressed-files.ts';
import { exchangeId, noteExchange } from './exchange.ts';
import { sendFile, type SiteFiles } from './files.ts';
import { allowedMethods, forAllOrigins, htmlType, preflightHeaders, strictTransport } from './headers.ts';
import type { Fonts } from './fonts.ts';
import { publicHealth, statusOf, type Health } from './health.ts';
import type { Icons } from './icons.ts';
import { log } from './log.ts';
import type { Outputs } from './outputs.ts';
import type { PageServices } from './page-services.ts';
import { notFoundPath } from './page-maker.ts';
import type { Pages } from './pages.ts';
import type { Pictures } from './pictures.ts';
import type { RefusalLog } from './refusal-log.ts';
import { chooseEncoding, sendFault, sendJson, sendOptions, sendPage, sendRedirect, sendText } from './respond.ts';
import type { ShareImages } from './share-images.ts';
import type { StoreFaults } from './store-faults.ts';
import { Unavailable } from './unavailable.ts';
import type { WebSub } from './websub.ts';

/** What requests to all sites of a server are answered from. */
export interface SharedSources {
  files: SiteFiles;
  compressed: CompressedFiles;
  /** The machine's clock, in milliseconds. */
  clock: () => number;
  /** What the health check says. */
  health: () => Health;
  storeFaults: StoreFaults;
  refused: RefusalLog;
  preview: boolean;
  /** Whether TLS ends in a proxy in front, which says by `X-Forwarded-Proto` how a request came. */
  trustProxy: boolean;
}

/** What requests to a site are answered from. */
export interface Sources extends SharedSources {
  services: PageServices;
  pages: Pages;
  outputs: Outputs;
  images: ShareImages;
  icons: Icons;
  fonts: Fonts;
  pictures: Pictures;
  /** A preview has none. */
  webSub: WebSub | undefined;
}

/** An answer may change while it is made, and is made again; more often than this in a row is a fault. */
const mostAttempts = 8;

/** Characters of an address that an error message shows. */
const longestLogged = 200;

/** Answers requests to a site: finds what is at an address, and has it sent. */
export class RequestHandler {
  readonly #sources: Sources;
  /** The gate that was next when what is at an address was looked up, by the answer. */
  readonly #gates = new WeakMap<ServerResponse, number>();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#handle(request, response);
    } catch (fault) {
      // A client that has gone gets no answer, and nobody needs to know.
      if (fault instanceof Unavailable && response.destroyed) return;
      const damaged = isDamaged(fault);
      const unavailable = fault instanceof Unavailable;
      if (damaged) this.#sources.storeFaults.report(fault);
      else if (unavailable) this.#sources.refused.add(fault);
      else {
        const id = exchangeId(response);
        log.error(`${request.method} ${request.url?.slice(0, longestLogged)}:`, { ...(id && { id }), err: fault });
      }
      sendFault(response, damaged || unavailable ? 503 : 500);
    }
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.askForTls(request, response);
    const { method = 'GET', url = '/' } = request;
    const mark = url.indexOf('?');
    const asked = mark < 0 ? url : url.slice(0, mark);
    const query = mark < 0 ? '' : url.slice(mark + 1);
    if (mark < 0 && this.#sendReady(request, response, url)) return;
    const forOrigins = isForPrograms(asked) ? forAllOrigins : undefined;
    if (method === 'OPTIONS') {
      sendOptions(response, forOrigins ? { ...forOrigins, ...preflightHeaders } : {});
      return;
    }
    if (method !== 'GET' && method !== 'HEAD') {
      sendText(response, 405, 'This site is for reading: GET and HEAD.', { Allow: allowedMethods, ...forOrigins });
      return;
    }
    if (asked === '/healthz') {
      noteExchange(response, { kind: 'health' });
      if (query === 'live') sendJson(request, response, 200, { live: true });
      else {
        const health = this.#sources.health();
        sendJson(request, response, statusOf(health), publicHealth(health));
      }
      return;
    }
    const font = asked.startsWith('/fonts/') ? await this.#sources.fonts.at(asked) : undefined;
    const file = font ?? this.#sources.files.get(asked);
    if (file) {
      noteExchange(response, { kind: 'file' });
      await sendFile(request, response, file, this.#sources.compressed);
      return;
    }
    if (await this.#sendIcon(request, response, asked)) return;
    if (asked.startsWith('/images/') && (await this.#sendPicture(request, response, url))) return;
    this.#gates.set(response, this.#sources.services.validity.nextGate);
    const path = normalPath(asked);
    const old = path === undefined || query === '' ? undefined : this.#oldAddress(path, query);
    if (path === undefined) await this.#sendPage(request, response, notFoundPath);
    else if (old !== undefined) this.#redirect(response, old);
    else if (isOutputPath(path)) await this.#sendOutput(request, response, path, { asked, query });
    else if (isSharePath(path)) await this.#sendShareImage(request, response, path, isWritten(path, asked));
    else {
      const numbered = this.#pageTarget(path, query);
      if (numbered !== undefined) await this.#redirectToCanonical(request, response, numbered, '');
      else if (isWritten(path, asked)) await this.#sendPage(request, response, withSearch(path, query));
      else await this.#redirectToCanonical(request, response, path, query);
    }
  }

  /** Sets the header that has browsers use TLS only, if the reader's browser uses it, as far as this server knows. */
  askForTls({ headers }: IncomingMessage, response: ServerResponse): void {
    const { trustProxy, services } = this.#sources;
    if (!trustProxy || !isHttps(headers['x-forwarded-proto'])) return;
    try {
      const { value: url } = services.validity.read(({ site }) => site.url);
      if (url.startsWith('https:')) response.setHeader('Strict-Transport-Security', strictTransport);
    } catch {
      // Whatever else needs the store meets the same fault, and reports it.
    }
  }

  /**
   * Sends a picture of the newsroom, while something public shows it; another form of its address leads to the canonical
   * one. Returns whether there was one.
   */
  async #sendPicture(request: IncomingMessage, response: ServerResponse, url: string): Promise<boolean> {
    const { pictures } = this.#sources;
    const [asked = ''] = url.split('?', 1);
    let path: string;
    try {
      path = decodeURIComponent(asked.slice('/images/'.length)).normalize('NFC');
    } catch {
      return false;
    }
    const address = pictures.address(path);
    if (address === undefined) return false;
    if (url !== address) {
      this.#redirect(response, address);
      return true;
    }
    const picture = await pictures.open(path, () => !response.destroyed);
    if (!picture) return false;
    noteExchange(response, { kind: 'picture' });
    try {
      await sendFile(request, response, picture, this.#sources.compressed);
      return true;
    } finally {
      await picture.close();
    }
  }

  /** Sends a form of the icon. Returns whether there was one. */
  async #sendIcon(request: IncomingMessage, response: ServerResponse, asked: string): Promise<boolean> {
    if (!isIconPath(asked)) return false;
    let found = false;
    await untilSent(asked, async () => {
      const icon = await this.#sources.icons.current(asked);
      found = icon !== undefined;
      if (found) noteExchange(response, { kind: 'file' });
      return icon === undefined || this.#sendIfValid(request, response, icon);
    });
    return found;
  }

  /** Another form of an address leads to the canonical one in one hop; if nothing is there, the answer says so at once. */
  async #redirectToCanonical(
    request: IncomingMessage,
    response: ServerResponse,
    target: string,
    query: string,
  ): Promise<void> {
    const { value: found } = this.#sources.services.validity.read((edition) => answer(edition, target));
    if (found.status === 404) await this.#sendPage(request, response, notFoundPath);
    else this.#redirect(response, found.status === 308 ? found.to : target, query);
  }

  /** Where an old address with a query leads, such as `/?p=123`. A page of the site, except the front page, answers with any query. */
  #oldAddress(path: string, query: string): string | undefined {
    const { value } = this.#sources.services.validity.read((edition) => {
      const to = redirectOfQuery(edition, path, query);
      return to !== undefined && (path === '/' || isFree(edition, path)) ? to : undefined;
    });
    return value;
  }

  /** `?page=3`, as other sites number their lists, leads to the page of that number; the newest has none, and is the list itself. */
  #pageTarget(path: string, query: string): string | undefined {
    if (!query.includes('page=')) return undefined;
    const number = new URLSearchParams(query).get('page');
    const route = routeOf(path);
    if (number === null || !isList(route) || route.number !== undefined) return undefined;
    if (!/^\d{1,7}$/.test(number)) return notFoundPath;
    const { value: full } = this.#sources.services.validity.read((edition) => fullPages(countOf(edition, route)));
    const wanted = Number(number);
    return wanted >= 1 && wanted <= full ? `${path}/page/${wanted}` : wanted === full + 1 ? path : notFoundPath;
  }

  /** Sends a page that is at hand, which most requests ask for. Returns whether there was one. */
  #sendReady(request: IncomingMessage, response: ServerResponse, path: string): boolean {
    const { services, clock } = this.#sources;
    const { method } = request;
    const page = method === 'GET' || method === 'HEAD' ? this.#sources.pages.ready(path) : undefined;
    if (page?.head.type !== htmlType) return false;
    const encoding = chooseEncoding(page.encodings, request.headers['accept-encoding']);
    const body = encoding && page.readyEncoded(encoding);
    if (!body) return false;
    noteExchange(response, { kind: 'page', source: 'memory' });
    sendPage(request, response, page, { encoding, body, untilGate: services.validity.untilGate(page), clock: clock() });
    return true;
  }

  #sendPage(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    return untilSent(path, async () => {
      const found = await this.#sources.pages.current(
        path,
        () => !response.destroyed,
        (source) => noteExchange(response, { source }),
      );
      if (found instanceof CachedPage) {
        noteExchange(response, { kind: 'page' });
        return this.#sendIfValid(request, response, found);
      }
      this.#redirect(response, found.to);
      return true;
    });
  }

  /** Feeds, sitemaps and the like; another form of their address leads to the canonical one, as with pages. */
  #sendOutput(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    { asked, query }: { asked: string; query: string },
  ): Promise<void> {
    for (const [name, value] of Object.entries(forAllOrigins)) response.setHeader(name, value);
    return untilSent(path, async () => {
      const found = await this.#sources.outputs.current(withSearch(path, query), () => !response.destroyed);
      if (!found) await this.#sendPage(request, response, notFoundPath);
      else if (!(found instanceof CachedPage)) this.#redirect(response, found.to);
      else if (!isWritten(found.head.address ?? path, asked))
        this.#redirect(response, withSearch(found.head.address ?? path, query));
      else {
        noteExchange(response, { kind: 'output' });
        this.#sources.webSub?.asked(path, found);
        return this.#sendIfValid(request, response, found);
      }
      return true;
    });
  }

  /** An article's share image, with the status of its page. */
  #sendShareImage(request: IncomingMessage, response: ServerResponse, path: string, exact: boolean): Promise<void> {
    const { images } = this.#sources;
    return untilSent(path, async () => {
      const found = exact ? await images.current(path) : images.answer(path);
      if (found instanceof CachedPage) {
        noteExchange(response, { kind: 'picture' });
        return this.#sendIfValid(request, response, found);
      }
      if (found.status === 308) this.#redirect(response, found.to);
      else if (found.status === 404) await this.#sendPage(request, response, notFoundPath);
      else if (!exact) this.#redirect(response, path);
      else if (found.status === 410) await this.#sendPage(request, response, found.page);
      return true;
    });
  }

  /**
   * Sends a page, unless a gate has passed or something was compiled while it was made. Returns whether it was sent. A
   * preview's page holds for its own instant only, which is over when the page is made; so it is sent as it is.
   */
  async #sendIfValid(request: IncomingMessage, response: ServerResponse, page: CachedPage): Promise<boolean> {
    const { services, preview, clock } = this.#sources;
    const chosen = chooseEncoding(page.encodings, request.headers['accept-encoding']);
    if (chosen === undefined && page.head.status === 200) {
      const sent = `This is sent as ${page.encodings.join(', ')}.`;
      sendText(response, 406, sent, { Vary: 'Accept-Encoding' });
      return true;
    }
    const encoding = chosen ?? 'identity';
    const body = page.readyEncoded(encoding) ?? (await page.encoded(encoding));
    const untilGate = this.#untilGate(response, services.validity.untilGate(page));
    if (!preview && services.validity.samenessOf(page) === 'changed') return false;
    sendPage(request, response, page, { encoding, body, untilGate, clock: clock() });
    return true;
  }

  #redirect(response: ServerResponse, address: string, query = ''): void {
    const to = address + (query === '' ? '' : `?${query}`);
    sendRedirect(response, to, this.#untilGate(response, this.#sources.services.validity.untilNextGate()));
  }

  /**
   * For how long an answer may be kept: that nothing is at an address, or a redirect, may have taken time to send, and holds no
   * longer when the gate has passed that was next when it was found. Milliseconds.
   */
  #untilGate(response: ServerResponse, untilGate: number): number {
    const gate = this.#gates.get(response) ?? Infinity;
    return gate <= this.#sources.services.validity.now ? 0 : untilGate;
  }
}

/**
 * Whether a request came by HTTPS, by the values of `X-Forwarded-Proto`: one for each proxy, the first of them that of the
 * proxy next to the reader. A part of the way without TLS is reason enough for a no. A proxy that says nothing is trusted.
 */
function isHttps(header: string | string[] | undefined): boolean {
  if (header === undefined) return true;
  const values = String(header)
    .toLowerCase()
    .split(',')
    .map((value) => value.trim());
  return values[0] === 'https' && !values.includes('http');
}

/** Whether neither a page nor an output of the site is at a path. */
function isFree(edition: Edition, path: string): boolean {
  const output = isOutputPath(path) ? outputAt(edition, path) : undefined;
  const { status } = answer(edition, path);
  return (output === undefined || 'to' in output) && (status === 404 || status === 308);
}

/** Makes and sends an answer, as often as it is out of date before it is sent. */
async function untilSent(path: string, attempt: () => Promise<boolean>): Promise<void> {
  for (let made = 0; made < mostAttempts; made += 1) if (await attempt()) return;
  throw new Unavailable(`An answer changed ${mostAttempts} times in a row while it was made.`, path);
}

/** Whether scripts of other sites may read what is at an address: feeds and all else that programs read, and no page. */
function isForPrograms(asked: string): boolean {
  const path = normalPath(asked);
  return path !== undefined && isOutputPath(path);
}

/** Whether a path was asked for in this form, encoded or not. */
function isWritten(path: string, asked: string): boolean {
  return path === asked || encodeURI(path) === asked;
}

/** The routes of lists that are numbered from the oldest page. */
type ListRoute = RouteOf<'collection' | 'day' | 'corrections' | 'latest'>;

function isList(route: Route | undefined): route is ListRoute {
  return ['collection', 'day', 'corrections', 'latest'].includes(route?.page ?? '');
}

function countOf(edition: Edition, route: ListRoute): number {
  switch (route.page) {
    case 'collection':
      return edition.count(route.kind, route.slug);
    case 'day':
      return edition.count('day', route.day);
    case 'corrections':
      return edition.corrections.count;
    case 'latest':
      return edition.count('all', '');
  }
}
