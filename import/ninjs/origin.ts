import type { ReadContext } from '../reader.ts';
import type { NinjsObject } from './ninjs-object.ts';

/** Where an item comes from. */
export interface Origin {
  /** Whether a Dateline wrote it, this one or another. */
  writtenByDateline: boolean;
  /** Its address on the site that wrote it. */
  url?: string;
  /** The path of that address, if it has the form `/YYYY/MM/DD/slug`. */
  path?: string;
  /** Whether the newsroom that imports it also wrote it. */
  fromThisSite: boolean;
  /** The address of the site that wrote it, without a slash at the end. */
  site?: string;
}

/** Reads the origin from the body that only Dateline writes, and from the address that is with it. */
export function originOf(item: NinjsObject, { site }: ReadContext): Origin {
  const writtenByDateline = isWrittenByDateline(item);
  const url = item.inRole('altids', 'address');
  if (!writtenByDateline || !URL.canParse(url)) return { writtenByDateline, fromThisSite: false };
  const path = decodedPath(/\/\d{4}\/\d\d\/\d\d\/[^/?#]+$/.exec(url)?.[0]);
  const from = path === undefined ? new URL(url).origin : url.slice(0, url.lastIndexOf('/') - '/YYYY/MM/DD'.length);
  return { writtenByDateline, url, ...(path !== undefined && { path }), fromThisSite: from === site, site: from };
}

/** Whether a Dateline wrote the item. */
export function isWrittenByDateline(item: NinjsObject): boolean {
  return item.list('bodies').some((body) => body.text('role') === articleFileRole);
}

/** The role of the body that has the form of an article file. Only Dateline writes it. */
export const articleFileRole = 'article-file';

/** An address of this site as articles write it: its path. Any other address stays as it is. */
export function localHref(url: string, { site, fromThisSite }: Origin): string {
  return fromThisSite && site !== undefined && url.startsWith(`${site}/`)
    ? (decodedPath(url.slice(site.length)) ?? url)
    : url;
}

function decodedPath(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  try {
    const text = decodeURI(path).normalize('NFC');
    return /[\s\\]/.test(text) ? path : text;
  } catch {
    return path;
  }
}
