import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** An answer from the site that the proxy passes on. */
export interface Passing {
  target: string;
  /** The `If-None-Match` of the request. */
  tag: string | undefined;
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Changes an answer, as a fault in the site would. */
export type Leak = (answer: Passing) => Passing;

/** A proxy that adds a leak to the answers of a site, which the watch must find. Without a leak it changes nothing. */
export class LeakyProxy {
  leak: Leak | undefined;
  readonly #server: Server;
  #site: URL | undefined;

  private constructor() {
    // It ends no connection that waits: a reader might be sending a request on it at that moment.
    this.#server = createServer({ keepAliveTimeout: 0 }, (asked, answered) => this.#pass(asked, answered));
  }

  static async start(): Promise<LeakyProxy> {
    const proxy = new LeakyProxy();
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** The address at which a site is read through it. */
  before(site: string): string {
    this.#site = new URL(site);
    const address = this.#server.address();
    if (typeof address !== 'object' || !address) throw new Error('The proxy does not listen.');
    return `http://127.0.0.1:${address.port}`;
  }

  async end(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pass(asked: IncomingMessage, answered: ServerResponse): void {
    const { url: target = '/', method } = asked;
    const { 'accept-encoding': _, connection: __, ...headers } = asked.headers;
    const passed = request(
      { host: this.#site?.hostname, port: this.#site?.port, path: target, method, headers },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          const own = Object.entries(response.headers).flatMap(([name, value]) =>
            typeof value === 'string' ? [[name, value]] : [],
          );
          const tag = asked.headers['if-none-match'];
          const answer: Passing = {
            target,
            tag,
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(own),
            body: Buffer.concat(pieces),
          };
          const { status, headers: shown, body } = this.leak?.(answer) ?? answer;
          answered.writeHead(status, {
            ...shown,
            ...(method === 'GET' && status !== 304 && { 'content-length': String(body.length) }),
          });
          answered.end(method === 'HEAD' ? undefined : body);
        });
      },
    );
    passed.on('error', () => answered.destroy());
    passed.end();
  }
}
