import type { ExternalLink } from '../model/article.ts';
import type { CollectionKind } from '../model/collection.ts';
import { normalPath } from '../model/path.ts';
import type { Edition } from './edition.ts';

/** Links that an editor has listed, without those to what is hidden. */
export function publicLinks(edition: Edition, links: readonly ExternalLink[]): ExternalLink[] {
  return links.flatMap((link) => {
    const url = publicHref(edition, link.url);
    return url === undefined ? [] : [{ ...link, url }];
  });
}

const collectionFolders: Record<string, CollectionKind> = {
  topics: 'topic',
  people: 'person',
  places: 'place',
  agencies: 'agency',
  storylines: 'storyline',
};

/** Where a link may lead: the address of a hidden article, collection or picture would tell that there is one. */
export function publicHref(edition: Edition, href: string): string | undefined {
  const local = pathOnSite(edition, href);
  const [, path = '', rest = ''] = /^(\/[^?#]*)([?#].*)?$/.exec(local ?? '') ?? [];
  if (path === '') return href;
  const address = normalPath(path);
  if (address === undefined) return undefined;
  const [, article, tail = ''] = /^(\/\d{4}\/\d\d\/\d\d\/[^/.]+)((?:\.|\/).*)?$/.exec(address) ?? [];
  if (article !== undefined) {
    if (edition.isPublic(article)) return href;
    const moved = edition.redirectFrom(article);
    return moved !== undefined && edition.isPublic(moved) ? moved + tail + rest : undefined;
  }
  if (address.startsWith('/images/')) return edition.picture(picturePathIn(path)) ? href : undefined;
  const [, room = '', slug = ''] = /^\/([a-z]+)\/([^/]+)/.exec(address) ?? [];
  const kind = collectionFolders[room];
  if (kind === undefined) return edition.isHiddenAlias(address) ? undefined : href;
  return edition.collection(kind, slug) ? href : undefined;
}

/** What a link leads to on this site, however its address is written; `undefined` where it leads elsewhere. */
function pathOnSite(edition: Edition, href: string): string | undefined {
  if (href.startsWith('/')) return href;
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return undefined;
  const { pathname, search, hash, ...rest } = partsOf(href);
  for (const own of edition.ownUrls) {
    const { host, pathname: base } = partsOf(own.replace(/\/*$/, '/'));
    if (rest.host === host && pathname.startsWith(base)) return `/${pathname.slice(base.length)}${search}${hash}`;
  }
  return undefined;
}

/** The parts of an absolute address. One host has many spellings: with `www.`, a dot at the end, a port that goes without saying. */
function partsOf(href: string): { host: string; pathname: string; search: string; hash: string } {
  const { hostname, port, pathname, search, hash } = new URL(href);
  const name = hostname.replace(/^www\./, '').replace(/\.$/, '');
  return { host: ['', '80', '443'].includes(port) ? name : `${name}:${port}`, pathname, search, hash };
}

/** A picture's path under `images/`; unlike addresses, names of files have capitals. */
function picturePathIn(path: string): string {
  return decodeURIComponent(path)
    .normalize('NFC')
    .replace(/^\/+images\/+/i, '');
}
