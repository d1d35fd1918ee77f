import { hash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Chance } from '../../bench/random.ts';
import { isExpensive, targetsIn } from './addresses.ts';
import { judge, sightingsOf, type Exchange, type Fault, type Sightings } from './check.ts';
import type { Chronicle } from './chronicle.ts';
import type { PlannedTitle } from './titles.ts';
import type { Words } from './words.ts';

interface Asking {
  method?: Exchange['method'];
  headers?: Record<string, string>;
}

/** What a reader has cached of a target. */
interface Known {
  /** The canaries in each body, by its ETag. */
  tags: Map<string, ReadonlySet<string>>;
  /** The canaries in the last body, and its `Last-Modified`, or an empty text. */
  last: ReadonlySet<string>;
  since: string;
}

const formsOfEncoding = ['br', 'gzip', 'gzip, deflate, br;q=0', ''];
/** How many requests the readers of all titles make at the same time. */
const concurrency = 8;
/** So many links of one form are followed; of further ones, some. */
const alwaysFollowed = 8;
/** The most links to searches that are kept. Of these, as many are followed as of other forms. */
const mostSearches = 2000;
/** The most faults that are recorded. */
const mostFaults = 40;

/** Reads a running site, checks every answer, and caches ETags for later requests. */
export class Reader {
  readonly faults: Fault[] = [];
  requests = 0;
  /** Targets that an answer named and that were not requested yet. */
  readonly #named: string[] = [];
  /** How many of them were followed, by their form. */
  readonly #forms = new Map<string, number>();
  readonly #asked = new Set<string>();
  readonly #known = new Map<string, Known>();
  readonly #seen = new Map<string, ReadonlySet<string>>();
  readonly #links = new Map<string, readonly string[]>();
  readonly #agent: Agent;
  readonly #concurrency: number;
  readonly #base: URL;
  readonly #url: string;
  readonly #title: PlannedTitle | undefined;
  readonly #chronicle: Chronicle;
  readonly #words: Words;
  readonly #now: () => number;
  readonly #chance: Chance;

  /** `url` is the address that readers use, `now` the clock of the site. `title`: the one that is read, in a newsroom of `titles`. */
  constructor(setting: {
    base: string;
    url: string;
    title?: PlannedTitle | undefined;
    titles: number;
    chronicle: Chronicle;
    words: Words;
    now: () => number;
    chance: Chance;
  }) {
    this.#base = new URL(setting.base);
    this.#url = setting.url;
    this.#title = setting.title;
    this.#concurrency = Math.ceil(concurrency / setting.titles);
    this.#agent = new Agent({ keepAlive: true, maxSockets: this.#concurrency });
    this.#chronicle = setting.chronicle;
    this.#words = setting.words;
    this.#now = setting.now;
    this.#chance = setting.chance;
  }

  end(): void {
    this.#agent.destroy();
  }

  /** Requests targets, some of them in other ways too, and new addresses that they name. */
  async readAll(targets: Iterable<string>): Promise<void> {
    const waiting = [...new Set(targets)];
    const line = async (): Promise<void> => {
      for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
        await this.read(target);
        if (this.#chance.happens(0.12)) await this.readOtherwise(target);
        waiting.push(...this.#named.splice(0));
      }
    };
    await Promise.all(Array.from({ length: this.#concurrency }, line));
  }

  /** Requests one target with GET, and checks the answer. */
  read(target: string): Promise<Exchange> {
    const encoding = this.#chance.pick(formsOfEncoding);
    return this.ask(target, {
      headers: {
        ...(encoding !== '' && { 'Accept-Encoding': encoding }),
        // The same title by another name, with pages of its own.
        ...(this.#title && this.#chance.happens(0.2) && { Host: `${this.#title.slug}.localhost` }),
      },
    });
  }

  /** Requests a target as a cache does that has it, with HEAD, or as the client runtime of Next does. */
  async readOtherwise(target: string): Promise<void> {
    const known = this.#known.get(target);
    if (known && this.#chance.happens(0.7)) {
      const tags = [...known.tags.keys()];
      const dated: Record<string, string> = known.since === '' ? {} : { 'If-Modified-Since': known.since };
      const byTag = tags.length > 0 && this.#chance.happens(0.7);
      await this.ask(target, { headers: byTag ? { 'If-None-Match': this.#chance.pick(tags), ...dated } : dated });
    } else if (this.#chance.happens(0.5)) await this.ask(target, { method: 'HEAD' });
    else await this.ask(target, { headers: { RSC: '1', 'Next-Router-Prefetch': '1', Accept: 'text/x-component' } });
  }

  async ask(target: string, { method = 'GET', headers = {} }: Asking = {}): Promise<Exchange> {
    this.#asked.add(target);
    this.requests += 1;
    const asked = this.#chronicle.moment(this.#now());
    const exchange = await this.#send(target, method, headers);
    const answered = this.#chronicle.moment(this.#now());
    const seen = this.#sightings(exchange, headers);
    const worlds = this.#chronicle.between(asked, answered, this.#title);
    if (this.faults.length < mostFaults)
      for (const fault of judge(exchange, seen, worlds, this.#words))
        this.faults.push(this.#title ? { ...fault, words: `on ${this.#title.slug}: ${fault.words}` } : fault);
    return exchange;
  }

  /** Decides whether a link is followed: always if few links of its form were found, else sometimes. */
  #follow(link: string): void {
    if (this.#asked.has(link)) return;
    this.#asked.add(link);
    // Each search leads to others, so not all are followed.
    const form = /^\/search(?:\.xml)?\?/.test(link)
      ? '/search'
      : link.replace(/(?:%[0-9A-F]{2})+|[a-z]{9,}/g, '*').replace(/\d+/g, '0');
    const count = this.#forms.get(form) ?? 0;
    this.#forms.set(form, count + 1);
    if (form === '/search' && count >= mostSearches) return;
    if (count < (isExpensive(link) ? 1 : alwaysFollowed) || this.#chance.happens(isExpensive(link) ? 0.002 : 0.04))
      this.#named.push(link);
  }

  /** The canaries in an answer; for a 304, those in the body that the reader has. */
  #sightings(exchange: Exchange, headers: Record<string, string>): Sightings {
    const { target, status, text, method } = exchange;
    const seen = sightingsOf({ ...exchange, text: '' }, this.#words);
    const known = this.#known.get(target);
    if (status === 304) {
      const tag = headers['If-None-Match'];
      return { ...seen, body: (tag === undefined ? known?.last : known?.tags.get(tag)) ?? new Set() };
    }
    if (method === 'HEAD') return seen;
    const digest = hash('sha1', text, 'base64');
    let body = this.#seen.get(digest);
    if (!body) {
      body = sightingsOf({ ...exchange, headers: [], statusText: '' }, this.#words).body;
      this.#seen.set(digest, body);
      this.#links.set(
        digest,
        /^(?:text|application)\//.test(headerOf(exchange, 'content-type') ?? '') ? targetsIn(text, this.#url) : [],
      );
    }
    for (const link of this.#links.get(digest) ?? []) this.#follow(link);
    const tag = headerOf(exchange, 'etag');
    const tags = new Map([...(known?.tags ?? [])].slice(-4));
    if (tag !== undefined && status === 200) tags.set(tag, body);
    this.#known.set(target, { tags, last: body, since: headerOf(exchange, 'last-modified') ?? '' });
    return { ...seen, body };
  }

  #send(target: string, method: Exchange['method'], headers: Record<string, string>): Promise<Exchange> {
    const { hostname, port } = this.#base;
    return new Promise((resolve, reject) => {
      const host: Record<string, string> = this.#title ? { Host: new URL(this.#title.url).host } : {};
      const setting = {
        host: hostname,
        port,
        path: target,
        method,
        headers: { ...host, ...headers },
        agent: this.#agent,
      };
      const asked = request(setting, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('error', reject);
        response.on('end', () => {
          const { statusCode: status = 0, statusMessage: statusText = '', rawHeaders } = response;
          const pairs = rawHeaders.flatMap((name, at) =>
            at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ''] as const] : [],
          );
          const text = unpacked(Buffer.concat(pieces), response.headers['content-encoding']).toString();
          resolve({ method, target, status, statusText, headers: pairs, text });
        });
      });
      asked.on('error', reject);
      asked.end();
    });
  }
}

/** The value of a header, by its name in lower case. */
function headerOf({ headers }: Exchange, name: string): string | undefined {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1];
}

function unpacked(body: Buffer, encoding: string | undefined): Buffer {
  if (body.length === 0) return body;
  return encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
}
