import type { IncomingMessage } from 'node:http';
import type { SisterTitle } from '../newsroom/edition/titles.ts';
import { plainHost } from '../newsroom/model/web-address.ts';
import type { Validity } from './validity.ts';

/** The site that a request asks for. */
export interface Destination {
  /** The name of a title; missing in a newsroom that is one site. */
  title?: string;
  /** Whether it was asked for by a name of this machine: links to other titles lead to such names then. */
  isLocal: boolean;
}

/** What the site of a destination is called: `space-war`, or `space-war.localhost` for its form on one machine. */
export function nameOf({ title, isLocal }: Destination): string | undefined {
  return title === undefined ? undefined : isLocal ? localHost(title) : title;
}

/** The host of a title on one machine. */
export function localHost(title: string): string {
  return `${title}.localhost`;
}

/** A domain name or an IPv4 address, or an IPv6 address in brackets; perhaps with a port. */
const authority = /^([a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(?::\d{0,5})?$/i;
/** Characters of the longest host with a port. */
const longestHost = 260;
const loopback = /^(?:localhost|127(?:\.(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])){3}|\[::1\])$/;

/** A host as hosts are compared; `undefined` where it is none. It comes from a reader, who can send anything. */
function readHost(text: string): string | undefined {
  const [, host] = text.length > longestHost ? [] : (authority.exec(text) ?? []);
  return host === undefined ? undefined : plainHost(host.toLowerCase());
}

/** Spellings of hosts that are remembered. */
const mostSpellings = 500;

/** Where all hosts lead in a newsroom that is one site. */
const onlySite: Destination = { isLocal: false };

/** Which hosts lead where. */
interface Table {
  /** None in a newsroom that is one site. */
  titles: readonly SisterTitle[];
  /** The titles by the hosts of their addresses. */
  hosts: ReadonlyMap<string, string>;
  /** What was found for hosts, as requests have spelled them; only where there was something. */
  known: Map<string, Destination>;
}

/** Says which title of the newsroom a host stands for. The titles are those of the last compile. */
export class Hosts {
  readonly #validity: Pick<Validity, 'version' | 'read'>;
  readonly #onChange: (titles: readonly SisterTitle[]) => void;
  readonly #localTitle: string | undefined;
  #version: number | undefined;
  #table = tableOf([]);

  /** `onChange` is called when the newsroom has other titles than before. `localTitle`: the title of `localhost`, if it is not the first one. */
  constructor(
    validity: Pick<Validity, 'version' | 'read'>,
    onChange: (titles: readonly SisterTitle[]) => void = () => undefined,
    localTitle?: string,
  ) {
    this.#validity = validity;
    this.#onChange = onChange;
    this.#localTitle = localTitle;
  }

  /** The titles, in their order, where there are several. One with an error is missing, and another one may be left alone. */
  get titles(): readonly SisterTitle[] {
    return this.#current().titles;
  }

  /** The site that comes first. */
  get first(): Destination {
    const [title] = this.titles;
    return title ? { title: title.slug, isLocal: false } : onlySite;
  }

  /** Where a host leads, as a request has it: with or without a port, in any case; `undefined` where it leads nowhere. */
  find(host: string | undefined): Destination | undefined {
    const table = this.#current();
    if (table.titles.length === 0) return onlySite;
    if (host === undefined) return undefined;
    const known = table.known.get(host);
    if (known) return known;
    const found = destinationOf(host, table, this.#localTitle);
    // A host can be written in any number of ways.
    if (found && table.known.size < mostSpellings) table.known.set(host, found);
    return found;
  }

  #current(): Table {
    try {
      const version = this.#validity.version;
      if (version !== this.#version) {
        const { value: titles } = this.#validity.read((edition) => (edition.hasSeveralTitles ? edition.titles : []));
        this.#version = version;
        this.#take(titles);
      }
    } catch {
      // The site that is asked for meets the same fault, and reports it.
    }
    return this.#table;
  }

  #take(titles: readonly SisterTitle[]): void {
    if (JSON.stringify(titles) === JSON.stringify(this.#table.titles)) return;
    this.#table = tableOf(titles);
    this.#onChange(titles);
  }
}

function tableOf(titles: readonly SisterTitle[]): Table {
  const hosts = new Map<string, string>();
  for (const { slug, urls } of titles)
    for (const url of urls) {
      const host = plainHost(new URL(url).hostname);
      if (!hosts.has(host)) hosts.set(host, slug);
    }
  return { titles, hosts, known: new Map() };
}

function destinationOf(
  text: string,
  { titles, hosts }: Table,
  localTitle: string | undefined,
): Destination | undefined {
  const host = readHost(text);
  if (host === undefined) return undefined;
  const named = hosts.get(host);
  if (loopback.test(host)) {
    const title = named ?? (titles.find(({ slug }) => slug === localTitle) ?? titles[0])?.slug;
    return title === undefined ? undefined : { title, isLocal: true };
  }
  const local = titles.find(({ slug }) => localHost(slug) === host);
  if (local) return { title: local.slug, isLocal: true };
  return named === undefined ? undefined : { title: named, isLocal: false };
}

/** The host that a request asks for. `trustProxy`: the proxy in front says what the reader has asked it for. */
export function hostOf({ headers }: Pick<IncomingMessage, 'headers'>, trustProxy: boolean): string | undefined {
  const forwarded = trustProxy ? headers['x-forwarded-host'] : undefined;
  // A proxy without a value for it sends it empty.
  return (
    String(forwarded ?? '')
      .split(',', 1)[0]
      ?.trim() || headers.host
  );
}

/** Whether a host names this machine: `localhost`, a name under it, or a loopback address. */
export function isOfThisMachine(host: string | undefined): boolean {
  const name = host === undefined ? undefined : readHost(host);
  return name !== undefined && (loopback.test(name) || name.endsWith('.localhost'));
}
