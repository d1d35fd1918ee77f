import { hash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Chance } from '../../bench/random.ts';
import { isDear, targetsIn } from './addresses.ts';
import { judge, sightingsOf, type Exchange, type Fault, type Sightings } from './check.ts';
import type { Chronicle } from './chronicle.ts';
import type { Words } from './words.ts';

interface Asking {
  method?: Exchange['method'];
  headers?: Record<string, string>;
}

/** What a reader knows of a target from before. */
interface Known {
  /** What each body showed, by its tag. */
  tags: Map<string, ReadonlySet<string>>;
  /** What the last one showed, and its `Last-Modified`; empty where it had none. */
  last: ReadonlySet<string>;
  since: string;
}

const formsOfEncoding = ['br', 'gzip', 'gzip, deflate, br;q=0', ''];
/** Requests under way at one time. */
const lines = 8;
/** A form of address that was met less often than this is new. */
const seldom = 8;
/** How many faults are reported; the first ones are enough. */
const mostFaults = 40;

/** A reader of a running site who looks at every answer, and remembers tags to come back with. */
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
  readonly #agent = new Agent({ keepAlive: true, maxSockets: lines });
  readonly #base: URL;
  readonly #url: string;
  readonly #chronicle: Chronicle;
  readonly #words: Words;
  readonly #now: () => number;
  readonly #chance: Chance;

  /** `url` is the address that readers use, `now` the clock that the site goes by. */
  constructor(setting: {
    base: string;
    url: string;
    chronicle: Chronicle;
    words: Words;
    now: () => number;
    chance: Chance;
  }) {
    this.#base = new URL(setting.base);
    this.#url = setting.url;
    this.#chronicle = setting.chronicle;
    this.#words = setting.words;
    this.#now = setting.now;
    this.#chance = setting.chance;
  }

  end(): void {
    this.#agent.destroy();
  }

  /** Asks for targets, some of them in other ways besides, and for what they name that is new. */
  async readAll(targets: Iterable<string>): Promise<void> {
    const waiting = [...new Set(targets)];
    const line = async (): Promise<void> => {
      for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
        await this.read(target);
        if (this.#chance.happens(0.12)) await this.readOtherwise(target);
        waiting.push(...this.#named.splice(0));
      }
    };
    await Promise.all(Array.from({ length: lines }, line));
  }

  /** Asks for one target in full, and judges the answer. */
  read(target: string): Promise<Exchange> {
    const encoding = this.#chance.pick(formsOfEncoding);
    return this.ask(target, encoding === '' ? {} : { headers: { 'Accept-Encoding': encoding } });
  }

  /** Asks for a target as a cache does that has it, as who wants the head alone, or as Next's own runtime does. */
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
    const seen = this.#look(exchange, headers);
    const worlds = this.#chronicle.between(asked, answered);
    if (this.faults.length < mostFaults) this.faults.push(...judge(exchange, seen, worlds, this.#words));
    return exchange;
  }

  /** Takes up what an answer names: all of a form that is seldom met, and some of those that are met at every turn. */
  #follow(link: string): void {
    if (this.#asked.has(link)) return;
    this.#asked.add(link);
    const form = link.replace(/(?:%[0-9A-F]{2})+|[a-z]{9,}/g, '*').replace(/\d+/g, '0');
    const count = this.#forms.get(form) ?? 0;
    this.#forms.set(form, count + 1);
    if (count < (isDear(link) ? 1 : seldom) || this.#chance.happens(isDear(link) ? 0.002 : 0.04))
      this.#named.push(link);
  }

  /** What an answer shows; of a 304, what the reader holds. */
  #look(exchange: Exchange, headers: Record<string, string>): Sightings {
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
      const asked = request({ host: hostname, port, path: target, method, headers, agent: this.#agent }, (response) => {
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

/** A header of an answer, by its name in lower case. */
function headerOf({ headers }: Exchange, name: string): string | undefined {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1];
}

function unpacked(body: Buffer, encoding: string | undefined): Buffer {
  if (body.length === 0) return body;
  return encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
}
