import { createServer, get, type IncomingHttpHeaders, type OutgoingHttpHeaders, type RequestListener } from 'node:http';
import type { TestContext } from 'node:test';
import { Editions } from '../newsroom/edition/open.ts';
import { site, TestNewsroom, type Files } from '../newsroom/testing.ts';
import { linkTarget } from '../site/addresses/link-target.ts';
import { PageCache } from './page-cache.ts';
import type { PageServices } from './page-services.ts';
import { Validity } from './validity.ts';

/** A newsroom and the services of a server over it, at a time that the test sets. */
export class TestServices implements PageServices {
  /** Milliseconds. */
  now: number;
  readonly newsroom: TestNewsroom;
  readonly pages: PageCache;
  readonly validity: Validity;
  readonly #context: TestContext;

  private constructor(t: TestContext, newsroom: TestNewsroom, now: string) {
    this.#context = t;
    this.newsroom = newsroom;
    this.now = Date.parse(now);
    this.pages = new PageCache({ clock: () => this.now });
    this.validity = this.validityOf(undefined);
  }

  /** What a title shows, whether there is such a title or not. */
  validityOf(title: string | undefined): Validity {
    const editions = Editions.in(this.newsroom.data, { linkTarget, title });
    this.#context.after(() => editions.close());
    return new Validity(editions, () => this.now);
  }

  static async over(t: TestContext, files: Files, now: string): Promise<TestServices> {
    const newsroom = new TestNewsroom(t, { ...site, ...files });
    await newsroom.compile();
    return new TestServices(t, newsroom, now);
  }

  async change(files: Files): Promise<void> {
    this.newsroom.write(files);
    await this.newsroom.compile();
  }
}

export interface TestAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Listens on a free port until the test is done. Returns what asks it for a path. */
export async function listening(
  t: TestContext,
  listener: RequestListener,
): Promise<(path: string, options?: { method?: string; headers?: OutgoingHttpHeaders }) => Promise<TestAnswer>> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new TypeError('The server has no port.');
  const { port } = address;
  return (path, options = {}) =>
    new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path, agent: false, ...options }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      }).on('error', reject);
    });
}
