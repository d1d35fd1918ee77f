import { createClient, RESP_TYPES } from '@redis/client';
import { keyOf, type CachedPage } from './cached-page.ts';
import { pageBytes, pageFromBytes } from './page-bytes.ts';
import type { PageStore } from './page-store.ts';

/** How long an answer may take. A page that takes longer to find is made. Milliseconds. */
const answerTimeout = 250;
/** After a fault, the database is left alone for so long. Milliseconds. */
const rest = 2000;
/** A page that nobody has stored again for so long is deleted. Seconds. */
const kept = 7 * 86_400;
/** Pages of one path that are kept, by their digests: servers with different contents have different ones. */
const mostVersions = 4;
/** Commands that may wait for an answer. More than this means that none comes. */
const mostWaiting = 1000;

/** The client itself limits only how long a command waits until it is sent. */
class NoAnswer extends Error {
  override message = `no answer within ${answerTimeout} ms`;
}

function clientFor(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: mostWaiting,
    socket: { connectTimeout: 2000, reconnectStrategy: (tries) => Math.min(5000, 100 * 2 ** Math.min(tries, 6)) },
    commandOptions: { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
  });
}

type Client = ReturnType<typeof clientFor>;

/** What pages in a shared database need. */
export interface RedisOptions {
  /** `redis://` or `rediss://`, with a user, a password and the number of a database where they are needed. */
  url: string;
  /** It names the templates: pages of another build are not found. */
  build: string;
  /** Takes what an operator must know: that the database is lost, and that it is back. Each once. */
  report: (message: string) => void;
  /** Milliseconds. */
  clock: () => number;
}

/**
 * Pages in Redis or Valkey, shared by several servers: a hash for each path, with a page for each digest. A server compares
 * the digest with what its own content shows, so servers with different contents disturb each other in nothing. Where the
 * database is down, slow, full or empty, pages are made again.
 */
export class RedisPages implements PageStore {
  readonly bytes = undefined;
  readonly #options: RedisOptions;
  #client: Client;
  #hindrance: string | undefined;
  #restsUntil = -Infinity;

  constructor(options: RedisOptions) {
    this.#options = options;
    this.#client = this.#connected();
  }

  get hindrance(): string | undefined {
    return this.#hindrance;
  }

  async find(key: string): Promise<readonly CachedPage[]> {
    const versions = await this.#ask((client) => client.hGetAll(this.#name(key)));
    return Object.values(versions ?? {}).flatMap((bytes) => {
      try {
        return (Buffer.isBuffer(bytes) && pageFromBytes(bytes, key)) || [];
      } catch {
        // It was written by something else.
        return [];
      }
    });
  }

  async put(page: CachedPage): Promise<void> {
    const key = this.#name(keyOf(page.head));
    await this.#ask(async (client) => {
      const count = await client.hLen(key);
      const command = client.multi();
      if (count >= mostVersions) command.del(key);
      await command.hSet(key, page.head.digest, pageBytes(page)).expire(key, kept).exec();
    });
  }

  async close(): Promise<void> {
    this.#client.destroy();
  }

  #name(key: string): string {
    return `dateline:page:${this.#options.build}:${key}`;
  }

  /** A client that connects, again and again until it is destroyed. The site does not wait for it. `wasSilent`: the one before it got no answers. */
  #connected({ wasSilent = false } = {}): Client {
    const client = clientFor(this.#options.url);
    const fail = (fault: unknown): void => {
      if (client === this.#client) this.#fail(fault);
    };
    client.on('error', fail);
    // One that takes connections and does not answer is said once: it is back when it has answered.
    if (!wasSilent) client.on('ready', () => this.#succeed());
    client.connect().catch(fail);
    return client;
  }

  async #ask<T>(command: (client: Client) => Promise<T>): Promise<T | undefined> {
    const client = this.#client;
    if (!client.isReady || this.#options.clock() < this.#restsUntil) return undefined;
    const { promise: late, reject } = Promise.withResolvers<never>();
    // An answer may have arrived while this thread was busy: it is read before `setImmediate`.
    const timer = setTimeout(() => setImmediate(() => reject(new NoAnswer())), answerTimeout);
    try {
      const answer = await Promise.race([command(client), late]);
      this.#succeed();
      return answer;
    } catch (fault) {
      if (client !== this.#client) return undefined;
      this.#fail(fault);
      if (fault instanceof NoAnswer) {
        // Commands would wait on this connection until the system gives it up, which takes a quarter of an hour.
        this.#client = this.#connected({ wasSilent: true });
        client.destroy();
      }
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  #fail(fault: unknown): void {
    const message = fault instanceof Error ? fault.message || fault.name : String(fault);
    this.#restsUntil = this.#options.clock() + rest;
    const before = this.#hindrance;
    this.#hindrance = `The database of pages cannot be used (${message}).`;
    if (before === undefined) this.#options.report(`${this.#hindrance} Pages are made again and kept in memory.`);
  }

  #succeed(): void {
    if (this.#hindrance === undefined) return;
    this.#hindrance = undefined;
    this.#options.report('The database of pages can be used again.');
  }
}
