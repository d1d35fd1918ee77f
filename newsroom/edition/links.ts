import type { ExternalLink } from '../model/article.ts';
import { plainHost } from '../model/web-address.ts';
import { normalPath, withQuery } from '../model/path.ts';
import { isCollection } from './collections.ts';
import type { EditionContext } from './context.ts';
import { isHiddenPage } from './own-pages.ts';
import { pictureFile } from './pictures.ts';
import { isHiddenAlias, isOldAddress, isPublic, redirectFrom } from './redirects.ts';
import { ownUrlsOf } from './settings.ts';
import { hasListOn, isPublicOn, sisterTitles, storyElsewhere, topicElsewhere, type SisterTitle } from './titles.ts';

/** Links that an editor has listed, without those to what is hidden. One to this site is a path, as inside the site. */
export function publicLinks(context: EditionContext, links: readonly ExternalLink[]): ExternalLink[] {
  return links.flatMap((link) => {
    const url = publicHref(context, link.url);
    return url === undefined ? [] : [{ ...link, url: pathOnSite(context, url) ?? url }];
  });
}

/**
 * Where a link may lead; `undefined` where it may not be shown: the address of a hidden article, collection or picture
 * would reveal that there is one.
 */
export function publicHref(context: EditionContext, href: string): string | undefined {
  const local = pathOnSite(context, href);
  const sister = local === undefined ? titleAt(context, href) : undefined;
  if (sister) return publicHrefOn(context, sister);
  const [, path = '', end = ''] = /^(\/[^?#]*)([?#].*)?$/.exec(local ?? '') ?? [];
  if (path === '') return href;
  const target = context.linkTarget(path);
  const old = oldAddressOf(path, end);
  if (old !== undefined && isHiddenAlias(context, old)) return undefined;
  switch (target.kind) {
    case 'invalid':
      return undefined;
    case 'article': {
      if (isPublic(context, target.address)) return href;
      const to = redirectFrom(context, target.address);
      if (to !== undefined && isPublic(context, to)) return to + target.rest + end;
      const other = storyElsewhere(context, target.address);
      if (other) return other.title.href + encodeURI(other.address) + target.rest + end;
      return isOldAddress(context, target.address) ? href : undefined;
    }
    case 'picture':
      return pictureFile(context, target.src) ? href : undefined;
    case 'collection':
      if (isCollection(context, target.of, target.slug) || isOldAddress(context, target.address)) return href;
      if (target.of !== 'topic') return undefined;
      const title = topicElsewhere(context, target.slug)?.title;
      return title && title.href + target.address + end;
    case 'other':
      return isHiddenPage(context, target.address) ||
        withThoseAbove(target.address).some((each) => isHiddenAlias(context, each))
        ? undefined
        : href;
  }
}

/** An address, and the addresses whose page or document it can be: `/old/x/related` may belong to the alias `/old/x`. */
function withThoseAbove(address: string): string[] {
  const found = [address, address.replace(/\.[a-z]+$/, '')];
  for (let end = address.lastIndexOf('/'); end > 0; end = address.lastIndexOf('/', end - 1))
    found.push(address.slice(0, end));
  return found.slice(0, 6);
}

/** An address with a query, in the form that an alias of it has. `end` is what follows the path. */
function oldAddressOf(path: string, end: string): string | undefined {
  const [, query = ''] = /^\?([^#]+)/.exec(end) ?? [];
  const normal = query === '' ? undefined : normalPath(path);
  return normal === undefined ? undefined : withQuery(normal, query);
}

/** A link to another title of the newsroom. */
interface LinkToTitle {
  title: SisterTitle;
  /** Its path there, with a query and a fragment. */
  local: string;
}

function titleAt(context: EditionContext, href: string): LinkToTitle | undefined {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return undefined;
  for (const title of sisterTitles(context))
    for (const url of title.urls) {
      const local = pathAt(url, href);
      if (local !== undefined) return { title, local };
    }
  return undefined;
}

/** Where a link to another title may lead. What is hidden there must not be shown here. */
function publicHrefOn(context: EditionContext, { title, local }: LinkToTitle): string | undefined {
  const [, path = '', end = ''] = /^(\/[^?#]*)([?#].*)?$/.exec(local) ?? [];
  const target = context.linkTarget(path);
  const href = title.href + local;
  switch (target.kind) {
    case 'invalid':
      return undefined;
    case 'article':
      return isPublicOn(context, title.slug, target.address) ? href : undefined;
    case 'collection':
      return hasListOn(context, title.slug, target.of, target.slug) ? href : undefined;
    case 'picture':
      return pictureFile(context, target.src) ? href : undefined;
    case 'other': {
      const old = oldAddressOf(path, end);
      const hidden = [...withThoseAbove(target.address), ...(old === undefined ? [] : [old])];
      return isHiddenPage(context, target.address) || hidden.some((each) => isHiddenAlias(context, each))
        ? undefined
        : href;
    }
  }
}

/** What a link leads to on this site, however its address is written; `undefined` where it leads elsewhere. */
export function pathOnSite(context: EditionContext, href: string): string | undefined {
  if (href.startsWith('/')) return href;
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return undefined;
  return ownUrlsOf(context).flatMap((own) => pathAt(own, href) ?? [])[0];
}

/** What a link leads to on any title of the newsroom; `undefined` where it leads elsewhere. */
export function linkedPath(context: EditionContext, href: string): string | undefined {
  return pathOnSite(context, href) ?? titleAt(context, href)?.local;
}

/** The path of an absolute address on the site at another one; `undefined` where it is not on that site. */
function pathAt(site: string, href: string): string | undefined {
  const { pathname, search, hash, host } = partsOf(href);
  const { host: ownHost, pathname: base } = partsOf(site.replace(/\/*$/, '/'));
  return host === ownHost && pathname.startsWith(base) ? `/${pathname.slice(base.length)}${search}${hash}` : undefined;
}

/** The parts of an absolute address. One host has many spellings: with `www.`, a dot at the end, the default port. */
function partsOf(href: string): { host: string; pathname: string; search: string; hash: string } {
  const { hostname, port, pathname, search, hash } = new URL(href);
  const name = plainHost(hostname);
  return { host: ['', '80', '443'].includes(port) ? name : `${name}:${port}`, pathname, search, hash };
}
