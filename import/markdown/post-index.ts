import { datedName, type Post } from './post.ts';
import { textOf, textsOf } from '../field-values.ts';

/** All posts of one import, so that links between them can be resolved. */
export interface PostIndex {
  /** The address of a post on this site, by its file name or by any of its addresses on the old site. */
  find: (reference: string) => string | undefined;
  hasTopic: (slug: string) => boolean;
  /** The host of the old site; null if the links between the posts do not show it. */
  host: string | null;
}

const DATED_ADDRESS = /https?:\/\/([\w.-]+)(\/\d{4}\/\d\d\/\d\d\/[\w.-]+)/g;
// One link with the day and the name of a post can lead to another site. Several such links are to the old site.
const LEAST_LINKS = 3;

/** A path without query, fragment, final slash and index file, in lower case. */
function addressKey(path: string): string {
  return path
    .replace(/[?#].*$/, '')
    .replace(/\/(?:index\.\w+)?$/, '')
    .replace(/\.(?:html?|mdx?)$/, '')
    .toLowerCase();
}

/** Makes the index. `topics` are the slugs of all topics that the posts have. */
export function indexPosts(posts: readonly Post[], topics: ReadonlySet<string>): PostIndex {
  const byKey = new Map<string, string>();
  // The new addresses come first, so that no alias hides a post.
  for (const { address } of posts) byKey.set(addressKey(address), address);
  for (const { fields, file, address } of posts) {
    const others = [file, ...oldAddresses(fields, file)];
    for (const other of others) if (!byKey.has(addressKey(other))) byKey.set(addressKey(other), address);
  }
  return {
    find: (reference) => byKey.get(addressKey(reference)),
    hasTopic: (slug) => topics.has(slug),
    host: hostOf(posts, byKey),
  };
}

/** The addresses that a post states, and the one made from its file name if it states no slug. */
export function oldAddresses(fields: Record<string, unknown>, file: string): string[] {
  const { day, stem } = datedName(file);
  const named = day === '' || textOf(fields['slug']) !== '' ? [] : [`/${day.replaceAll('-', '/')}/${stem}`];
  const stated = ['aliases', 'redirect_from', 'permalink', 'url'].flatMap((name) => textsOf(fields[name]));
  return [...stated, ...named].filter((path) => /^\/(?!\/)[^\s?#\\:{}]+$/.test(path));
}

function hostOf(posts: readonly Post[], byKey: ReadonlyMap<string, string>): string | null {
  const counts = new Map<string, number>();
  for (const { body } of posts) {
    for (const [, host, path] of body.matchAll(DATED_ADDRESS)) {
      if (host !== undefined && path !== undefined && byKey.has(addressKey(path)))
        counts.set(host, (counts.get(host) ?? 0) + 1);
    }
  }
  const [best] = [...counts].toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  return best && best[1] >= LEAST_LINKS ? best[0] : null;
}
