import type { ReadContext } from '../imported-article.ts';
import type { NinjsItem } from './ninjs-object.ts';

/** Where an item comes from, if a Dateline wrote it: its own address, and whether it is one of this newsroom. */
export interface Origin {
  /** Whether it says of itself what only an article of ours can say. */
  ours: boolean;
  /** Its address there. */
  url?: string;
  /** `/YYYY/MM/DD/slug`, where the address has that form. */
  address?: string;
  /** Whether it was written by the newsroom that now takes it in. */
  home: boolean;
  /** The address of the newsroom that wrote it, without a slash at the end. */
  site?: string;
}

/** Reads it from the body that only we write, and from the address beside it. */
export function originOf(item: NinjsItem, { site }: ReadContext): Origin {
  const ours = isOurs(item);
  const url = item.inRole('altids', 'address');
  if (!ours || !URL.canParse(url)) return { ours, home: false };
  const address = decoded(/\/\d{4}\/\d\d\/\d\d\/[^/?#]+$/.exec(url)?.[0]);
  const from = address === undefined ? new URL(url).origin : url.slice(0, url.lastIndexOf('/') - '/YYYY/MM/DD'.length);
  return { ours, url, ...(address !== undefined && { address }), home: from === site, site: from };
}

/** Whether a Dateline wrote the item. */
export function isOurs(item: NinjsItem): boolean {
  return item.list('bodies').some((body) => body.text('role') === ownBody);
}

/** The role of the body that is written as an article file has it. */
export const ownBody = 'article-file';

/** An address of this newsroom as its articles write it; any other as it is. */
export function atHome(url: string, { site, home }: Origin): string {
  return home && site !== undefined && url.startsWith(`${site}/`) ? (decoded(url.slice(site.length)) ?? url) : url;
}

function decoded(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  try {
    const text = decodeURI(path).normalize('NFC');
    return /[\s\\]/.test(text) ? path : text;
  } catch {
    return path;
  }
}
