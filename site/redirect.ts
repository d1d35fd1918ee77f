import type { Edition } from '../newsroom/edition/edition.ts';
import { withQuery } from '../newsroom/model/path.ts';
import { collectionPath, pathOf, routeOf } from './addresses/routes.ts';
import { fullPages } from './shell/paging.ts';

/** Where an old address leads: to the path of an article, of a collection, of one of their pages, or of a page of the newsroom, or to a story on another title. */
export function redirectOf(edition: Edition, path: string): string | undefined {
  return otherAt(edition, path) ?? collectionPageAt(edition, path);
}

/** The same for an address with a query. Parameters that only measure where readers come from make no difference. */
export function redirectOfQuery(edition: Edition, path: string, query: string): string | undefined {
  const own = query
    .split('&')
    .filter((parameter) => !/^(?:utm_[^=]*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref)(?:=|$)/i.test(parameter))
    .join('&');
  for (const each of new Set([query, own])) {
    const address = each === '' ? undefined : withQuery(path, each);
    const to = address === undefined ? undefined : otherAt(edition, address);
    if (to !== undefined) return to;
  }
  return undefined;
}

/**
 * All old addresses that lead somewhere, and where, and then those of the stories and topics that are on other titles. Addresses below such
 * an address are not among them.
 */
export function* redirectsOf(edition: Edition): Generator<{ from: string; to: string }> {
  const { addresses, places } = edition.oldAddresses;
  for (const from of [...addresses, ...places.map((slug) => collectionPath('place', slug))]) {
    const to = redirectOf(edition, from);
    if (to !== undefined) yield { from, to };
  }
  const others = edition.elsewhere;
  for (const from of others.addresses) {
    // What leads to an article of this title is among the old addresses.
    const to = edition.redirectFrom(from) === undefined ? storyElsewhere(edition, from) : undefined;
    if (to !== undefined) yield { from, to };
  }
  for (const slug of others.topics) {
    const found = edition.topicElsewhere(slug);
    const path = collectionPath('topic', slug);
    if (found) yield { from: path, to: found.title.href + path };
  }
}

function otherAt(edition: Edition, address: string): string | undefined {
  return (
    edition.redirectFrom(address) ??
    collectionAt(edition, address) ??
    edition.pageFromAlias(address) ??
    storyElsewhere(edition, address) ??
    topicElsewhere(edition, address)
  );
}

/** The absolute address of the topic that had an address, where only another title has its page. */
function topicElsewhere(edition: Edition, address: string): string | undefined {
  const found = edition.topicWithAliasElsewhere(address);
  return found && found.title.href + collectionPath('topic', found.topic.slug);
}

/** The absolute address of the story that had or has an address, where only other titles carry it. */
function storyElsewhere(edition: Edition, address: string): string | undefined {
  const found = edition.storyElsewhere(address);
  return found && found.title.href + found.address;
}

function collectionAt(edition: Edition, address: string): string | undefined {
  const found = edition.collectionFromAlias(address);
  return found && collectionPath(found.kind, found.slug);
}

/** The same for the list pages of a collection that had another address, and for a topic's page of links. */
function collectionPageAt(edition: Edition, path: string): string | undefined {
  const [, old = '', end = ''] = /^(.+?)(\/links|\/page\/[1-9]\d{0,6})$/.exec(path) ?? [];
  const to = old === '' ? undefined : collectionAt(edition, old);
  const route = to === undefined ? undefined : routeOf(to + end);
  if (route?.page === 'topic-links') return pathOf(route);
  if (route?.page !== 'collection') return undefined;
  return (route.number ?? 0) > fullPages(edition.count(route.kind, route.slug)) ? undefined : pathOf(route);
}
