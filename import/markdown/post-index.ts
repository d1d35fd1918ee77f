import { datedName, type Post } from './post.ts';
import { textOf, textsOf } from '../field-values.ts';

/** All posts of one import, as links between them see it. */
export interface PostSet {
  /** The address here of a post, by its file's name or by any of its addresses there. */
  find: (reference: string) => string | undefined;
  hasTopic: (slug: string) => boolean;
  /** The old site's host, where the posts' own links tell it. */
  host: string | null;
}

const OWN_ADDRESS = /https?:\/\/([\w.-]+)(\/\d{4}\/\d\d\/\d\d\/[\w.-]+)/g;
// One link could be to anybody's post of that day and name; several cannot.
const LINKS_THAT_TELL = 3;

/** An address without its host, query, fragment, ending slash or index file, in lower case. */
function addressKey(path: string): string {
  return path
    .replace(/[?#].*$/, '')
    .replace(/\/(?:index\.\w+)?$/, '')
    .replace(/\.(?:html?|mdx?)$/, '')
    .toLowerCase();
}

/** Gathers what the posts say about each other. */
export function gatherPosts(posts: readonly Post[], topics: ReadonlySet<string>): PostSet {
  const byKey = new Map<string, string>();
  // Addresses first, so that no alias ever shadows a post.
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

/** The addresses that a post says it had, and the one that its file's name gave it where it states no slug. */
export function oldAddresses(fields: Record<string, unknown>, file: string): string[] {
  const { day, stem } = datedName(file);
  const named = day === '' || textOf(fields['slug']) !== '' ? [] : [`/${day.replaceAll('-', '/')}/${stem}`];
  const stated = ['aliases', 'redirect_from', 'permalink', 'url'].flatMap((name) => textsOf(fields[name]));
  return [...stated, ...named].filter((path) => /^\/(?!\/)[^\s?#\\:{}]+$/.test(path));
}

function hostOf(posts: readonly Post[], byKey: ReadonlyMap<string, string>): string | null {
  const counts = new Map<string, number>();
  for (const { body } of posts) {
    for (const [, host, path] of body.matchAll(OWN_ADDRESS)) {
      if (host !== undefined && path !== undefined && byKey.has(addressKey(path)))
        counts.set(host, (counts.get(host) ?? 0) + 1);
    }
  }
  const [best] = [...counts].toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  return best && best[1] >= LINKS_THAT_TELL ? best[0] : null;
}
