import type { Edition } from '../newsroom/edition/edition.ts';
import { withQuery } from '../newsroom/model/path.ts';
import { collectionPath, pathOf, routeOf } from './addresses/routes.ts';
import { fullPages } from './shell/paging.ts';

/** The path to which an old address leads: that of an article or of a topic, or of one of the topic's pages. */
export function redirectOf(edition: Edition, path: string): string | undefined {
  return edition.redirectFrom(path) ?? topicOf(edition, path) ?? topicPageOf(edition, path);
}

/** The same for an address with a query. Parameters that only measure where readers come from make no difference. */
export function redirectOfQuery(edition: Edition, path: string, query: string): string | undefined {
  const own = query
    .split('&')
    .filter((parameter) => !/^(?:utm_[^=]*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref)(?:=|$)/i.test(parameter))
    .join('&');
  for (const each of new Set([query, own])) {
    const address = each === '' ? undefined : withQuery(path, each);
    const to = address === undefined ? undefined : (edition.redirectFrom(address) ?? topicOf(edition, address));
    if (to !== undefined) return to;
  }
  return undefined;
}

function topicOf(edition: Edition, address: string): string | undefined {
  const topic = edition.topicFromAlias(address);
  return topic === undefined ? undefined : collectionPath('topic', topic);
}

/** The same for the list pages and the page of links of a topic that had another address. */
function topicPageOf(edition: Edition, path: string): string | undefined {
  const [, old = '', end = ''] = /^(.+?)(\/links|\/page\/[1-9]\d{0,6})$/.exec(path) ?? [];
  const topic = old === '' ? undefined : topicOf(edition, old);
  const route = topic === undefined ? undefined : routeOf(topic + end);
  if (route?.page !== 'topic-links' && route?.page !== 'collection') return undefined;
  const number = route.page === 'collection' ? (route.number ?? 0) : 0;
  return number > fullPages(edition.count('topic', route.slug)) ? undefined : pathOf(route);
}
