import { isWebAddress } from '../../newsroom/model/field-types.ts';
import type { LogEntry } from '../import-item.ts';
import { splitName } from './post-file.ts';
import type { PostIndex } from './post-index.ts';

/** The address of a page that does not exist any more. A link to it becomes text. */
export const GONE = 'import:gone';

/** The address on this site, or on the web, of a link of the old site; null if only its text can stay. `from` is the address of the post. */
export function resolveLink(href: string, posts: PostIndex, from: string, log: LogEntry[]): string | null {
  const stated = href.trim();
  const drop = (): null => {
    log.push({ rule: 'link-dropped', text: stated === GONE ? 'a page that is gone' : stated });
    return null;
  };
  if (stated === '' || stated === GONE) return drop();
  if (stated.startsWith('#')) return stated.length > 1 ? stated : drop();
  if (/^(?:mailto|tel):/i.test(stated)) return /^(?:mailto:\S+|tel:[+\d]\S*)$/i.test(stated) ? stated : drop();
  if (/^[a-z][a-z\d+.-]*:/i.test(stated) && !/^https?:/i.test(stated)) return drop();
  // Some authors write "www.example.org/x", as in the address bar of a browser.
  const address = /^(?:www\.[^/]+|[\w-]+\.(?:gov|com|org|mil))(?:\/|$)/i.test(stated) ? `http://${stated}` : stated;
  // A link that is relative starts at the old address of its post, or at its file.
  const base = `https://${posts.host ?? unknownHost}${(posts.oldPath(from) ?? from).replace(/(?<!\.html?|\/)$/i, '/')}`;
  const url = parse(address, base);
  const isOfPosts = url !== null && (url.hostname === posts.host || url.hostname === unknownHost);
  const path = url === null ? address : url.pathname;
  const internal =
    url === null || isOfPosts
      ? (posts.find(path) ?? (isOfPosts ? fileAddress(stated, from, posts) : undefined) ?? topicAddress(path, posts))
      : undefined;
  if (internal !== undefined) return internal;
  if (url === null || url.hostname === unknownHost) return drop();
  const found = /^https?:\/\/[^\s/]/i.test(address) && !/[\s<>]/.test(address) ? address : url.href;
  // An address with a user name looks like one of another host.
  if (!isWebAddress(found)) return drop();
  if (url.href !== address && !/^https?:/i.test(address))
    log.push({ rule: 'link-made-absolute', text: `${stated} → ${url.href}` });
  return found;
}

/** The host of relative links, if the host of the old site is not known. No host has such a name (RFC 2606). */
const unknownHost = 'old-site.invalid';

/** The post that a link means by the path of its file: `second.md`, `../posts/second.md`. */
function fileAddress(stated: string, from: string, posts: PostIndex): string | undefined {
  if (!/\.(?:md|mdx|markdown)(?:[?#]|$)/i.test(stated)) return undefined;
  const path = URL.parse(stated, `https://${unknownHost}${posts.filePath(from) ?? '/'}`)?.pathname ?? stated;
  return posts.findFile(path) ?? posts.findFile(path.split('/').at(-1) ?? '');
}

/** The path that a Hugo reference means: `news/x.md` is a post of this import if there is one, else a page of the old site. */
export function referencedPath(reference: string, posts: PostIndex): string {
  const post = posts.findFile(reference) ?? posts.findFile(reference.split('/').at(-1) ?? '');
  if (post !== undefined) return post;
  const { day, stem } = splitName(reference.split('/').at(-1) ?? reference);
  if (day !== '') return `/${day.replaceAll('-', '/')}/${stem}/`;
  return `/${reference.replace(/^\//, '').replace(/(?:\/?_?index)?\.md$/, '/')}`;
}

function topicAddress(path: string, posts: PostIndex): string | undefined {
  const slug = /^\/(?:topics|tags?|categor(?:y|ies))\/([\w-]+)\/?$/.exec(path)?.[1];
  return slug !== undefined && posts.hasTopic(slug) ? `/topics/${slug}` : undefined;
}

function parse(href: string, base: string): URL | null {
  try {
    const url = new URL(href, base);
    return /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url : null;
  } catch {
    return null;
  }
}
