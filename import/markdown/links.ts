import type { LogEntry } from '../import-item.ts';
import { datedName } from './post.ts';
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
  const base = posts.host === null ? null : `https://${posts.host}${from}/`;
  const url = /^https?:/i.test(address) || base === null ? parse(address, undefined) : parse(address, base);
  const path = url?.pathname ?? address;
  const internal =
    url === null || url.hostname === posts.host ? (posts.find(path) ?? topicAddress(path, posts)) : undefined;
  if (internal !== undefined) return internal;
  if (url === null) return drop();
  if (url.href !== address && !/^https?:/i.test(address))
    log.push({ rule: 'link-made-absolute', text: `${stated} → ${url.href}` });
  return /^https?:\/\/[^\s/]/i.test(address) && !/[\s<>]/.test(address) ? address : url.href;
}

/** The path that a Hugo reference means: `news/x.md` is a post of this import if there is one, else a page of the old site. */
export function referencedPath(reference: string, posts: PostIndex): string {
  const file = reference.split('/').at(-1) ?? reference;
  const post = posts.find(file);
  if (post !== undefined && file.endsWith('.md')) return post;
  const { day, stem } = datedName(file);
  if (day !== '') return `/${day.replaceAll('-', '/')}/${stem}/`;
  return `/${reference.replace(/^\//, '').replace(/(?:\/?_?index)?\.md$/, '/')}`;
}

function topicAddress(path: string, posts: PostIndex): string | undefined {
  const slug = /^\/(?:topics|tags|categories)\/([\w-]+)\/?$/.exec(path)?.[1];
  return slug !== undefined && posts.hasTopic(slug) ? `/topics/${slug}` : undefined;
}

function parse(href: string, base: string | undefined): URL | null {
  try {
    const url = new URL(href, base);
    return /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url : null;
  } catch {
    return null;
  }
}
