import { attribute, textOf, words } from '../markup.ts';
import {
  eachListedPage,
  eachPage,
  isArticle,
  isListed,
  isoDate,
  pagesOf,
  pathIn,
  unless,
  type Check,
} from './check.ts';

/** Facebook and similar programs read a page up to here (rule O2). Bytes. */
const cardsAreReadUpTo = 300_000;

const robotsOfListed = ['index', 'max-image-preview:large', 'max-snippet:-1', 'max-video-preview:-1'];

/** The head of a page. */
export const headChecks: Check[] = [
  {
    says: 'every page has one title, a language, a direction, and a viewport as wide as the screen',
    find: eachPage(({ markup }) => {
      const html = markup.all('html')[0];
      const titles = markup
        .all('head')
        .flatMap(({ children }) => children)
        .filter((child) => child.type === 'element' && child.tagName === 'title');
      const viewport = markup.meta('viewport') ?? '';
      return [
        ...unless(titles.length === 1, `${titles.length} titles`),
        ...unless(textOf(titles[0]).trim().length > 1, 'an empty title'),
        ...unless(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(attribute(html, 'lang') ?? ''), 'no lang on <html>'),
        ...unless(/^(?:ltr|rtl)$/.test(attribute(html, 'dir') ?? ''), 'no dir on <html>'),
        ...unless(/width=device-width/.test(viewport), `viewport: ${viewport}`),
        ...unless(!/user-scalable|maximum-scale/.test(viewport), `viewport forbids to zoom: ${viewport}`),
      ];
    }),
  },
  {
    says: 'every page with status 200 has a description, and a title that no other page has',
    find: (walked) => {
      const good = pagesOf(walked).filter(({ status }) => status === 200);
      const sameTitles = Map.groupBy(good, ({ markup }) => textOf(markup.all('title')[0]));
      return [
        ...good
          .filter(({ markup }) => (markup.meta('description') ?? '').trim().length < 4)
          .map(({ path }) => `${decodeURI(path)}: no description`),
        ...[...sameTitles]
          .filter(([, same]) => same.length > 1)
          .map(([title, same]) => `${same.map(({ path }) => decodeURI(path)).join(', ')}: all are called “${title}”`),
      ];
    },
  },
  {
    rule: 'C1, C2, H2',
    says: 'a page has one absolute canonical address, its own, and og:url is the same',
    find: eachListedPage(({ markup, path }, { siteUrl }) => {
      const canonical = markup.links('canonical');
      const [address = ''] = canonical;
      // The canonical address of an article may be on another site, that of a topic's page on another title; that of no other page is.
      const { origin, pathname } = URL.canParse(address) ? new URL(address) : {};
      const isOther = origin !== undefined && origin !== siteUrl;
      const elsewhere = isOther && (isArticle(path) || (path.startsWith('/topics/') && pathname === path));
      return [
        ...unless(
          canonical.length === 1 && (address === siteUrl + path || elsewhere),
          `canonical ${canonical.join(', ') || 'missing'}`,
        ),
        ...unless(
          markup.properties('og:url').join(' ') === address,
          `og:url ${markup.properties('og:url').join(', ')}`,
        ),
      ];
    }),
  },
  {
    rule: 'R2, R4, H1, H3',
    says: 'pages with content allow large previews, and all others are noindex',
    find: eachPage((page) => {
      const { markup, status } = page;
      const robots = (markup.meta('robots') ?? '')
        .split(/,\s*/)
        .filter((word) => !word.startsWith('unavailable_after:'));
      if (isListed(page)) return unless(robots.toSorted().join() === robotsOfListed.join(), `robots: ${robots.join()}`);
      return [
        ...unless([200, 404, 410].includes(status), `status ${status}`),
        ...unless(robots.includes('noindex'), `status ${status}, robots: ${robots.join()}`),
        ...unless(markup.links('canonical').length === 0, 'a canonical address on a page that is not to be listed'),
      ];
    }),
  },
  {
    rule: 'R4',
    says: 'robots.txt disallows nothing: a crawler that may not read a page does not see its noindex',
    find: ({ crawl }) => {
      const robots = crawl.found.get('/robots.txt')?.answer;
      if (robots?.status !== 200) return ['/robots.txt: was not found'];
      return unless(!/^Disallow: *\S/im.test(robots.text), '/robots.txt: disallows a path');
    },
  },
  {
    rule: 'R3',
    says: 'unavailable_after has a date that search engines can read',
    find: eachPage(({ markup }) =>
      (markup.meta('robots') ?? '')
        .split(/,\s*/)
        .filter((word) => word.startsWith('unavailable_after:'))
        .filter((word) => Number.isNaN(Date.parse(word.slice('unavailable_after:'.length).trim())))
        .map((word) => word),
    ),
  },
  {
    rule: 'O1',
    says: 'Open Graph has a title, a type, a description, the site’s name and the language',
    find: eachListedPage(({ markup, path }) => {
      const one = (name: string, like: RegExp): string[] => {
        const values = markup.properties(name);
        return unless(values.length === 1 && like.test(values[0] ?? ''), `${name}: ${values.join(' | ') || 'missing'}`);
      };
      const article = isArticle(path);
      return [
        ...one('og:title', /\S/),
        ...one('og:type', article ? /^article$/ : /^website$/),
        ...one('og:description', /\S/),
        ...one('og:site_name', /\S/),
        ...one('og:locale', /^[a-z]{2,3}(?:_[A-Z]{2})?$/),
        ...(article
          ? [...one('article:published_time', isoDate), ...one('article:modified_time', isoDate)]
          : unless(markup.properties('article:published_time').length === 0, 'article:published_time on a list')),
      ];
    }),
  },
  {
    rule: 'O1, O2',
    says: 'a share image has an absolute address, exists, and has its size and an alternative text',
    find: eachListedPage(({ markup }, walked) => {
      const images = markup.properties('og:image');
      return images.flatMap((image, index) => {
        const path = pathIn(image, walked);
        const answer = path === undefined ? undefined : walked.crawl.found.get(path)?.answer;
        return [
          ...unless(answer?.status === 200, `${image} answers ${answer?.status}`),
          ...unless(/^image\/(?:png|jpeg)$/.test(answer?.headers['content-type'] ?? ''), `${image} is no picture`),
          ...['og:image:width', 'og:image:height', 'og:image:alt'].flatMap((name) =>
            unless((markup.properties(name)[index] ?? '') !== '', `${name} is missing`),
          ),
        ];
      });
    }),
  },
  {
    rule: 'O2',
    says: 'Open Graph tags come early in the page',
    find: eachListedPage(({ bytes }) =>
      unless(bytes.lastIndexOf('<meta property="og:') < cardsAreReadUpTo, 'og: tags come too late'),
    ),
  },
  {
    rule: 'O3',
    says: 'texts of Twitter cards have a length that fits',
    find: eachListedPage(({ markup }) => {
      const [title = '', description = '', alt = ''] = ['title', 'description', 'image:alt'].map((name) =>
        markup.meta(`twitter:${name}`),
      );
      return [
        ...unless(/^summary(?:_large_image)?$/.test(markup.meta('twitter:card') ?? ''), 'no twitter:card'),
        ...unless(title.length > 0 && title.length <= 70, `twitter:title of ${title.length}`),
        ...unless(description.length > 0 && description.length <= 200, `twitter:description of ${description.length}`),
        ...unless(alt.length <= 420, `twitter:image:alt of ${alt.length}`),
      ];
    }),
  },
  {
    rule: 'E6',
    says: 'a page links three feeds, each with an absolute address, a unique title and its media type',
    find: eachListedPage(({ markup }, walked) => {
      const feeds = markup
        .all('link')
        .filter((element) => words(element, 'rel').includes('alternate'))
        .filter((element) => /(?:rss|atom)\+xml|feed\+json/.test(attribute(element, 'type') ?? ''));
      const titles = feeds.map((element) => attribute(element, 'title') ?? '');
      return [
        ...unless(feeds.length >= 3, `${feeds.length} feeds`),
        ...unless(titles.every((title) => title !== '') && new Set(titles).size === titles.length, titles.join(' | ')),
        ...feeds.flatMap((element) => {
          const href = attribute(element, 'href') ?? '';
          const answer = walked.crawl.found.get(pathIn(href, walked) ?? '')?.answer;
          const type = answer?.headers['content-type'] ?? '';
          return unless(
            answer?.status === 200 && type.startsWith(attribute(element, 'type') ?? '-'),
            `${href} answers ${answer?.status} ${type}`,
          );
        }),
      ];
    }),
  },
];
