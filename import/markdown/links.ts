import type { LogEntry } from '../imported-article.ts';
import { datedName } from './post.ts';
import type { PostSet } from './post-index.ts';

/** Where a link of the old site leads from the new one. */

/** The address that stands for a page which is gone; no link survives it. */
export const GONE = 'desk:gone';

/** The new address of a link, or null when only its text can be kept. `at` is the post's own address. */
export function newAddress(href: string, posts: PostSet, at: string, log: LogEntry[]): string | null {
  const stated = href.trim();
  const drop = (): null => {
    log.push({ rule: 'link-dropped', text: stated === GONE ? 'a page that is gone' : stated });
    return null;
  };
  if (stated === '' || stated === GONE) return drop();
  if (stated.startsWith('#')) return stated.length > 1 ? stated : drop();
  if (/^(?:mailto|tel):/i.test(stated)) return /^(?:mailto:\S+|tel:[+\d]\S*)$/i.test(stated) ? stated : drop();
  if (/^[a-z][a-z\d+.-]*:/i.test(stated) && !/^https?:/i.test(stated)) return drop();
  // "www.example.org/x" was written for a browser's address bar.
  const whole = /^(?:www\.[^/]+|[\w-]+\.(?:gov|com|org|mil))(?:\/|$)/i.test(stated) ? `http://${stated}` : stated;
  const base = posts.host === null ? null : `https://${posts.host}${at}/`;
  const url = /^https?:/i.test(whole) || base === null ? parse(whole, undefined) : parse(whole, base);
  const path = url?.pathname ?? whole;
  const internal =
    url === null || url.hostname === posts.host ? (posts.find(path) ?? topicAddress(path, posts)) : undefined;
  if (internal !== undefined) return internal;
  if (url === null) return drop();
  if (url.href !== whole && !/^https?:/i.test(whole))
    log.push({ rule: 'link-made-absolute', text: `${stated} → ${url.href}` });
  return /^https?:\/\/[^\s/]/i.test(whole) && !/[\s<>]/.test(whole) ? whole : url.href;
}

/** The site path that a Hugo reference means: `news/x.md` is a post of the set, everything else a page of the old site. */
export function referencedPath(reference: string, posts: PostSet): string {
  const file = reference.split('/').at(-1) ?? reference;
  const post = posts.find(file);
  if (post !== undefined && file.endsWith('.md')) return post;
  const { day, stem } = datedName(file);
  if (day !== '') return `/${day.replaceAll('-', '/')}/${stem}/`;
  return `/${reference.replace(/^\//, '').replace(/(?:\/?_?index)?\.md$/, '/')}`;
}

function topicAddress(path: string, posts: PostSet): string | undefined {
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
