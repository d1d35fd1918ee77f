import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SisterTitle } from '../newsroom/edition/titles.ts';
import { noteExchange } from './exchange.ts';
import { hostOf, Hosts, nameOf, type Destination } from './hosts.ts';
import type { RequestHandler } from './request-handler.ts';
import { sendFault, sendText } from './respond.ts';
import type { StoreFaults } from './store-faults.ts';
import type { Validity } from './validity.ts';

/** What answers requests to one title, or to a newsroom that is one site. */
export interface Site {
  handler: Pick<RequestHandler, 'handle' | 'askForTls'>;
  validity: Validity;
  close(): void;
}

/** The sites of a server, each made when somebody asks for it, and who answers which host. */
export class Sites {
  readonly #hosts: Hosts;
  readonly #make: (destination: Destination) => Site;
  readonly #storeFaults: StoreFaults;
  readonly #trustProxy: boolean;
  /** By their names. */
  readonly #open = new Map<string | undefined, Site>();

  /** `validity` says which titles there are. `make` throws if the store of a site cannot be opened. */
  constructor(
    validity: Pick<Validity, 'version' | 'read'>,
    make: (destination: Destination) => Site,
    {
      storeFaults,
      trustProxy,
      localTitle,
    }: { storeFaults: StoreFaults; trustProxy: boolean; localTitle?: string | undefined },
  ) {
    this.#hosts = new Hosts(validity, (titles) => this.#closeOthers(titles), localTitle);
    this.#make = make;
    this.#storeFaults = storeFaults;
    this.#trustProxy = trustProxy;
  }

  /** The titles, in their order; none in a newsroom that is one site. */
  get titles(): readonly SisterTitle[] {
    return this.#hosts.titles;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let site: Site | undefined;
    try {
      const destination = this.#destinationOf(request);
      site = destination && this.site(destination);
      if (destination?.title !== undefined) noteExchange(response, { title: destination.title });
    } catch (fault) {
      this.#storeFaults.report(fault);
      sendFault(response, 503);
      return;
    }
    if (site) await site.handler.handle(request, response);
    else sendText(response, 421, 'This server has no site with that name.');
  }

  /** As the handler of the site does, if the request names one. */
  askForTls(request: IncomingMessage, response: ServerResponse): void {
    try {
      const destination = this.#hosts.find(hostOf(request, this.#trustProxy));
      if (destination) this.site(destination).handler.askForTls(request, response);
    } catch {
      // Whatever else needs the store meets the same fault, and reports it.
    }
  }

  /** The site of a destination. Throws if its store cannot be opened. */
  site(destination: Destination): Site {
    const name = nameOf(destination);
    const known = this.#open.get(name);
    if (known) return known;
    const made = this.#make(destination);
    this.#open.set(name, made);
    return made;
  }

  close(): void {
    for (const site of this.#open.values()) site.close();
  }

  /** Operators ask for the state of the server by any name. */
  #destinationOf(request: IncomingMessage): Destination | undefined {
    const { url = '' } = request;
    const found = this.#hosts.find(hostOf(request, this.#trustProxy));
    return found ?? (/^\/healthz(?:\?|$)/.test(url) ? this.#hosts.first : undefined);
  }

  /** Closes sites of titles that there are no more. Requests that are under way are answered. */
  #closeOthers(titles: readonly SisterTitle[]): void {
    const names: (string | undefined)[] =
      titles.length === 0
        ? [undefined]
        : titles.flatMap(({ slug }) => [false, true].map((isLocal) => nameOf({ title: slug, isLocal })));
    for (const [name, site] of this.#open)
      if (!names.includes(name)) {
        this.#open.delete(name);
        site.close();
      }
  }
}
