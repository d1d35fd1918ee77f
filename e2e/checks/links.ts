import { ask } from '../http.ts';
import { isListed, pagesOf, pathIn, type Check, type Walked } from './check.ts';

/** Links, anchors and sitemaps. */
export const linkChecks: Check[] = [
  {
    rule: 'H1, H2',
    says: 'every address that a page names answers 200, without a redirect',
    find: ({ crawl }) => [
      ...[...crawl.found.values()]
        .filter(({ answer }) => answer.status !== 200)
        .flatMap(({ path, answer }) => {
          // A page that was requested directly names itself: its skip link leads to its own address.
          const from = crawl.named.get(path)?.find((other) => other !== path);
          return from === undefined ? [] : `${decodeURI(from)}: ${decodeURI(path)} answers ${answer.status}`;
        }),
      ...crawl.unreadable.map(({ from, address }) => `${decodeURI(from)}: nobody can ask for “${address}”`),
    ],
  },
  {
    says: 'every link to an anchor finds it',
    find: ({ crawl }) => {
      const ids = new Map([...crawl.found].map(([path, { markup }]) => [path, new Set(markup?.ids)]));
      const faults = crawl.links
        .filter(({ path, anchor }) => anchor !== '' && !ids.get(path)?.has(anchor))
        .map(({ from, path, anchor }) => `${decodeURI(from)}: ${decodeURI(path)}#${anchor} is not there`);
      return [...new Set(faults)];
    },
  },
  {
    rule: 'S8',
    says: 'sitemaps name every page that may be indexed, once, and nothing else',
    find: async (walked) => {
      const named = await sitemapAddresses(walked);
      const pages = pagesOf(walked);
      // A page whose canonical address is on another site belongs into that site's sitemaps.
      const listed = new Set(
        pages
          .filter(isListed)
          .flatMap(({ markup }) => markup.links('canonical'))
          .filter((own) => pathIn(own, walked) !== undefined),
      );
      const seen = new Set<string>();
      const twice = named.filter((address) => seen.size === seen.add(address).size);
      const paths = new Map(pages.map((page) => [page.path, page]));
      return [
        ...twice.map((address) => `${address}: is named twice`),
        ...[...listed].filter((own) => !seen.has(own)).map((own) => `${own}: is in no sitemap`),
        ...named
          .filter((address) => !listed.has(address))
          .map((address) => {
            const page = paths.get(pathIn(address, walked) ?? '');
            return `${address}: ${page ? `answers ${page.status}, or is not to be listed` : 'was not found'}`;
          }),
      ];
    },
  },
];

/** All addresses in the sitemaps that the index names. The news sitemap names some of them again. */
async function sitemapAddresses(walked: Walked): Promise<string[]> {
  const { base } = walked;
  const locations = async (path: string): Promise<string[]> => {
    const { status, text } = await ask(base, path);
    if (status !== 200) throw new Error(`${path} answers ${status}.`);
    return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location = '']) => location.replaceAll('&amp;', '&'));
  };
  const maps = (await locations('/sitemap.xml')).map((map) => pathIn(map, walked) ?? map);
  const lists = await Promise.all(maps.filter((path) => path !== '/news-sitemap.xml').map(locations));
  return lists.flat();
}
