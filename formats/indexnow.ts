import type { Change } from '../newsroom/edition/article-index.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { absolute } from '../site/addresses/absolute.ts';

/** Addresses in one request (rule I1). */
const mostAddresses = 10_000;

/** Where search engines find the key, and so that it is this site's. */
export function keyAddress(key: string): string {
  return `/${key}.txt`;
}

/** An absolute address of which search engines should hear. */
export interface ChangedUrl {
  url: string;
  kind: Change['kind'];
}

/**
 * Stories that came, changed or went since an instant in milliseconds (rule I1). Stories alone: every list changes with
 * each of them, and is found from them. What another site owns is for that site to tell.
 */
export function changedUrls(edition: Edition, since: number): ChangedUrl[] {
  const { url } = edition.site;
  return edition.articleIndex.changesSince(since).flatMap(({ address, kind }) => {
    const own = absolute(url, address);
    const canonical = edition.story(address)?.canonical;
    return canonical === undefined || canonical === own ? [{ url: own, kind }] : [];
  });
}

/** What one request tells search engines, as JSON. */
export interface Submission {
  host: string;
  key: string;
  keyLocation: string;
  urlList: string[];
}

/** The requests that tell search engines of some addresses of the site; none where there are none. */
export function submissions(site: string, key: string, urls: readonly string[]): Submission[] {
  return Array.from({ length: Math.ceil(urls.length / mostAddresses) }, (_, index) => ({
    host: new URL(site).host,
    key,
    keyLocation: absolute(site, keyAddress(key)),
    urlList: urls.slice(index * mostAddresses, (index + 1) * mostAddresses),
  }));
}
