import { oldAddresses, withoutBase } from './old-addresses.ts';
import { splitName } from './post-file.ts';
import type { Post } from './post.ts';
import { noSite } from './site.ts';

/** All posts of one import, so that links between them can be resolved. */
export interface PostIndex {
  /** The address of a post on this site, by any of its addresses on the old site. */
  find: (path: string) => string | undefined;
  /** The address of a post by its file: `second.md`, `posts/second`, `second`. */
  findFile: (reference: string) => string | undefined;
  /** The path of a post on the old site, by its address on this one. Relative links start there. */
  oldPath: (address: string) => string | undefined;
  /** The path of a post’s file in the old site’s content, by its address on this site. */
  filePath: (address: string) => string | undefined;
  hasTopic: (slug: string) => boolean;
  /** The host of the old site; null if neither its settings nor the links between the posts show it. */
  host: string | null;
}

const DATED_ADDRESS = /https?:\/\/([\w.-]+)(\/\d{4}\/\d\d\/\d\d\/[\w.-]+)/g;
// One link with the day and the name of a post can lead to another site. Several such links are to the old site.
const LEAST_LINKS = 3;

/** A path without query, fragment, final slash and index file, in lower case. */
function addressKey(path: string): string {
  return decoded(path.replace(/[?#].*$/, ''))
    .replace(/\/(?:index\.\w+)?$/, '')
    .replace(/\.(?:html?|mdx?)$/, '')
    .toLowerCase();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The name of a file, or the end of its path, without what Hugo and Jekyll let authors leave out. */
const fileKey = (reference: string): string =>
  reference
    .replace(/[?#].*$/, '')
    .replace(/^\.?\//, '')
    .replace(/\.(?:md|mdx|markdown)$/i, '')
    .replace(/(?:^|\/)_?index$/, '')
    .replace(/\/$/, '')
    .toLowerCase();

/** Makes the index. `topics` are the slugs of all topics that the posts have. */
export function indexPosts(posts: readonly Post[], topics: ReadonlySet<string>, site = noSite): PostIndex {
  const byKey = new Map<string, string>();
  const byFile = new Map<string, string>();
  const oldPaths = new Map<string, string>();
  const filePaths = new Map<string, string>();
  // The new addresses come first, so that no alias hides a post.
  for (const { address } of posts) byKey.set(addressKey(address), address);
  for (const post of posts) {
    const { file, address } = post;
    const old = oldAddresses(post, site);
    for (const other of old) if (!byKey.has(addressKey(other))) byKey.set(addressKey(other), address);
    const [first] = old;
    if (first !== undefined) oldPaths.set(address, first);
    const bundle = fileKey(file.file) === '' && file.stem !== '' ? [file.stem] : [];
    filePaths.set(address, ['', ...file.folders, ...bundle, file.file].join('/'));
    const name = fileKey(file.file) || file.stem;
    for (const reference of [...file.folders, ''].map((_, from) => [...file.folders.slice(from), name].join('/')))
      for (const key of [fileKey(reference), fileKey(reference.replace(/[^/]+$/, file.stem))])
        if (key !== '' && !byFile.has(key)) byFile.set(key, address);
  }
  return {
    find: (path) => byKey.get(addressKey(withoutBase(path, site.basePath))),
    findFile: (reference) =>
      byFile.get(fileKey(reference)) ?? byFile.get(fileKey(splitName(reference.split('/').at(-1) ?? '').stem)),
    oldPath: (address) => oldPaths.get(address),
    filePath: (address) => filePaths.get(address),
    hasTopic: (slug) => topics.has(slug),
    host: site.host ?? hostOf(posts, byKey),
  };
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
