import { Editions } from '../newsroom/edition/open.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { settingsFrom, type Settings } from '../newsroom/settings.ts';
import { Hosts, nameOf, type Destination } from '../server/hosts.ts';
import { PageCache } from '../server/page-cache.ts';
import type { PageServices } from '../server/page-services.ts';
import { Validity } from '../server/validity.ts';
import { linkTarget } from '../site/addresses/link-target.ts';

/** What routes answer from, of each title by its name. */
interface Opened {
  settings: Settings;
  main: PageServices;
  hosts: Hosts;
  titles: Map<string, PageServices>;
}

let opened: Opened | undefined;

/**
 * What routes answer from under `next dev` and a plain `next start`: what the public sees, from the store that the
 * environment names. `host`: the one of the request, which says which title is shown; the first one, where it is no title's.
 * The server of `dateline start` never asks for this: it hands each page its view.
 */
export function presentServices(host: string | null): PageServices {
  const { main, hosts, titles } = (opened ??= open(settingsFrom(process.env)));
  const destination = hosts.find(host ?? undefined) ?? hosts.first;
  const name = nameOf(destination);
  if (name === undefined) return main;
  const known = titles.get(name);
  if (known) return known;
  const services = { pages: main.pages.of(name), validity: validityOf(opened.settings, destination) };
  titles.set(name, services);
  return services;
}

function open(settings: Settings): Opened {
  const validity = validityOf(settings, { isLocal: false });
  const main = { pages: new PageCache({ clock: settings.clock }), validity };
  return { settings, main, hosts: new Hosts(validity), titles: new Map() };
}

function validityOf({ data, siteUrl, now, port }: Settings, { title, isLocal }: Destination): Validity {
  const options = { siteUrl, linkTarget, title, ...(isLocal && { localPort: port }) };
  return new Validity(Editions.in(data, options), now);
}

/** Lets `read` read the present edition of the title that has a host. */
export function atPresent<T>(host: string | null, read: (edition: Edition) => T): T {
  return presentServices(host).validity.read(read).value;
}
