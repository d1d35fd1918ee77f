import { sightingsIn } from './sightings.ts';
import type { Words } from './words.ts';
import type { Place, World } from './world.ts';

/** A request and its response. */
export interface Exchange {
  method: 'GET' | 'HEAD';
  /** As it was sent. */
  target: string;
  status: number;
  statusText: string;
  headers: readonly (readonly [name: string, value: string])[];
  /** The decompressed body. For a 304, the body that the reader has. */
  text: string;
}

/** Something that an answer shows and must not show, or does not show and must show. */
export interface Fault {
  kind: 'leak' | 'missing' | 'status' | 'location' | 'count' | 'fault';
  target: string;
  /** A description for the developer. */
  words: string;
}

/** The canaries in an answer: in its body, and in each header. */
export interface Sightings {
  body: ReadonlySet<string>;
  headers: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Finds the canaries in every part of an answer. */
export function sightingsOf({ statusText, headers, text }: Exchange, words: Words): Sightings {
  const found = new Map<string, Set<string>>();
  for (const [name, value] of [['status line', statusText] as const, ...headers]) {
    const seen = sightingsIn(`${name}: ${value}`, words);
    if (seen.size > 0) found.set(name.toLowerCase(), new Set([...(found.get(name.toLowerCase()) ?? []), ...seen]));
  }
  return { body: sightingsIn(text, words), headers: found };
}

/**
 * Compares an answer with the worlds that were valid between the request and the answer. If no gate passed and no file
 * changed meanwhile, that is one world. A canary that none of them allows is a leak; what all of them require must be there.
 */
export function judge(exchange: Exchange, seen: Sightings, worlds: readonly World[], words: Words): Fault[] {
  const { target, status, method } = exchange;
  const path = pathOf(target);
  const faults: Fault[] = [];
  const report = (kind: Fault['kind'], what: string): void => {
    faults.push({ kind, target: `${method} ${target}`, words: `${what} (status ${status}; ${instantsOf(worlds)})` });
  };
  const places: [Place, ReadonlySet<string>][] = [
    [{ path, status }, seen.body],
    ...[...seen.headers].map(([header, found]): [Place, ReadonlySet<string>] => [{ path, status, header }, found]),
  ];
  // A page of search results and its feed repeat the query. `Watch.readSecretly` compares two to find out if they show more.
  const echoed = path === '/search' || path === '/search.xml' ? sightingsIn(target, words) : new Set<string>();
  for (const [place, found] of places) {
    for (const word of found) {
      if (echoed.has(word) || worlds.some((world) => world.allows(word, place))) continue;
      report(
        'leak',
        `${place.header === undefined ? 'the body' : `the header ${place.header}`} shows “${word}”, ${words.meanings.get(word)}`,
      );
    }
  }
  if (status >= 500) report('fault', 'the server is at fault');
  const expected = worlds.map((world) => world.expects(target)).filter((each) => each !== undefined);
  if (expected.length < worlds.length || worlds.length === 0) return faults;
  const answered = status === 304 ? 200 : status;
  const fitting = expected.filter(({ status: allowed }) => allowed.includes(answered));
  if (fitting.length === 0) {
    report('status', `expected ${[...new Set(expected.flatMap(({ status: allowed }) => allowed))].join(' or ')}`);
    return faults;
  }
  const location = exchange.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  if (fitting.every(({ leadsTo }) => leadsTo !== undefined && (location === undefined || pathOf(location) !== leadsTo)))
    report('location', `it leads to ${location}, not to ${fitting[0]?.leadsTo}`);
  if (method === 'HEAD') return faults;
  if (fitting.every(({ text }) => text !== undefined && text !== withoutScan(exchange.text)))
    report('count', `it says ${exchange.text}`);
  const wanted = fitting.map(({ shows = [] }) => shows.filter((word) => !seen.body.has(word)));
  const least = wanted.reduce((a, b) => (b.length < a.length ? b : a));
  for (const word of least) report('missing', `it does not show “${word}”, ${words.meanings.get(word)}`);
  return faults;
}

/** An answer of the health check without the instant of the last scan, which follows from no plan. */
function withoutScan(text: string): string {
  return text.replace(/,"lastScan":"\d{4}-\d\d-\d\dT[\d:.]+Z"/, '');
}

/** The path of a target, decoded as far as it can be. */
function pathOf(target: string): string {
  const [path = ''] = target.replace(/^https?:\/\/[^/]+/, '').split('?');
  try {
    return decodeURIComponent(path).toLowerCase();
  } catch {
    return path.toLowerCase();
  }
}

/**
 * An answer as a text to compare with another one: without the time of day and the id of the request, which is random, and
 * without the word in the query. Where there
 * is a word, its ETag and its length are left out too, because they depend on the bytes of the word.
 */
export function comparable({ status, headers, text }: Exchange, word = ''): string {
  const own =
    word === '' ? /^(?:date|connection|keep-alive)$/i : /^(?:date|connection|keep-alive|etag|content-length)$/i;
  const lasting = headers.filter(([name, value]) => !own.test(name) && !isRequestId(name, value));
  const whole = JSON.stringify([status, lasting, withoutScan(text)]);
  if (word === '') return whole;
  // The page may show a word as it was typed, or as it was read.
  return [word, word.toLowerCase()].reduce(
    (rest, form) => rest.replaceAll(form, '*').replaceAll(encodeURIComponent(form), '*'),
    whole,
  );
}

function isRequestId(name: string, value: string): boolean {
  return /^x-request-id$/i.test(name) && /^[\da-f]{8}(?:-[\da-f]{4}){4}[\da-f]{8}$/.test(value);
}

/** The targets whose answers differ between two sets, and where they differ. */
export function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Fault[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((target): Fault[] => {
    const [was, is] = [before.get(target), after.get(target)];
    if (was === is) return [];
    let at = 0;
    while (was?.[at] !== undefined && was[at] === is?.[at]) at += 1;
    const part = (text: string | undefined): string => text?.slice(Math.max(0, at - 60), at + 120) ?? 'nothing';
    return [{ kind: 'count', target, words: `it was …${part(was)}… and is …${part(is)}…` }];
  });
}

function instantsOf(worlds: readonly World[]): string {
  return [...new Set(worlds.map(({ now }) => new Date(now).toISOString()))].join(', ');
}
