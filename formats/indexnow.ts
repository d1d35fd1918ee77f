import type { Change } from '../newsroom/edition/article-index.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { absolute } from '../site/addresses/absolute.ts';

/** The largest number of addresses in one request (rule I1). */
const maxAddresses = 10_000;

/** The path of the key. Search engines fetch it to check that the request comes from this site. */
export function keyAddress(key: string): string {
  return `/${key}.txt`;
}

/** An absolute address that search engines should fetch again. */
export interface ChangedUrl {
  url: string;
  kind: Change['kind'];
}

/**
 * Stories that were added, changed or removed since an instant in milliseconds (rule I1). Lists are not included: they
 * change with every story, and search engines find them from the stories. A story that another site owns is not included.
 */
export function changedUrls(edition: Edition, since: number): ChangedUrl[] {
  const { url } = edition.site;
  return edition.articleIndex.changesSince(since).flatMap(({ address, kind }) => {
    const own = absolute(url, address);
    const canonical = edition.story(address)?.canonical;
    return canonical === undefined || canonical === own ? [{ url: own, kind }] : [];
  });
}

/** The JSON of one request. */
export interface Submission {
  host: string;
  key: string;
  keyLocation: string;
  urlList: string[];
}

/** The requests that report addresses of the site to search engines; none if there are no addresses. */
export function submissions(site: string, key: string, urls: readonly string[]): Submission[] {
  return Array.from({ length: Math.ceil(urls.length / maxAddresses) }, (_, index) => ({
    host: new URL(site).host,
    key,
    keyLocation: absolute(site, keyAddress(key)),
    urlList: urls.slice(index * maxAddresses, (index + 1) * maxAddresses),
  }));
}
