import type { Element, Nodes } from 'hast';
import { imageSize } from 'image-size';
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
  type Walked,
  type WalkedPage,
} from './check.ts';

/** A node of a JSON-LD graph. */
type Node = Record<string, unknown>;

/** The smallest area of a picture in a description (rule D2). Pixels. */
const smallestPicture = 50_000;

/** The shortest side of a logo (rule D9). Pixels. */
const smallestLogo = 112;

const articleClasses = new Set([
  'Article',
  'NewsArticle',
  'ReportageNewsArticle',
  'AnalysisNewsArticle',
  'BackgroundNewsArticle',
  'OpinionNewsArticle',
  'ReviewNewsArticle',
  'AdvertiserContentArticle',
]);

/** JSON-LD: the rules of Google's documentation, and our own. */
export const structuredDataChecks: Check[] = [
  {
    rule: 'D15',
    says: 'a page that may be indexed has one JSON-LD graph, and no other page has one',
    find: eachPage((page) => {
      const graphs = page.markup.jsonLd();
      if (!isListed(page)) return unless(graphs.length === 0, `${graphs.length} descriptions`);
      const [graph] = graphs;
      return [
        ...unless(graphs.length === 1, `${graphs.length} descriptions`),
        ...unless(isNode(graph) && graph['@context'] === 'https://schema.org', 'another context'),
      ];
    }),
  },
  {
    rule: 'D1',
    says: 'an article has its headline, dates, publisher, and authors with their pages',
    find: eachArticle((article, { markup }) => {
      const authors = nodesIn(article['author']);
      return [
        ...['headline', 'datePublished', 'dateModified', 'publisher', 'mainEntityOfPage'].flatMap((name) =>
          unless(article[name] !== undefined, `no ${name}`),
        ),
        ...unless(authors.length > 0 || !markup.all('p').some(namesAuthors), 'no author'),
        ...authors.flatMap((author) => unless(typeof author['name'] === 'string', 'an author without a name')),
        ...markup
          .all('a')
          .filter((element) => words(element, 'rel').includes('author'))
          .flatMap((element) =>
            unless(
              authors.some(
                ({ name, url }) =>
                  textOf(element).includes(String(name)) && String(url).endsWith(attribute(element, 'href') ?? '-'),
              ),
              `${textOf(element)} is no author with that page`,
            ),
          ),
      ];
    }),
  },
  {
    rule: 'D2',
    says: 'a picture exists, has the size that is given, and is large enough',
    find: eachListedPage(({ markup }, walked) =>
      nodesOf(markup.jsonLd())
        .flatMap((node) => nodesIn(node['image']))
        .flatMap((image) => {
          const url = String(image['url']);
          const path = pathIn(url, walked);
          const answer = path === undefined ? undefined : walked.crawl.found.get(path)?.answer;
          if (answer?.status !== 200) return [`${url} answers ${answer?.status}`];
          const { width, height } = imageSize(answer.body);
          return [
            ...unless(
              Number(image['width']) === width && Number(image['height']) === height,
              `${url}: is ${width}x${height}`,
            ),
            ...unless(width * height >= smallestPicture, `${url}: ${width}x${height} is too small`),
          ];
        }),
    ),
  },
  {
    rule: 'D3',
    says: 'times have an offset, and dates are on the page too, are in order, and are not in the future',
    find: (walked) =>
      eachArticle((article, { markup }) => {
        const seen = new Set(markup.all('time').map((element) => attribute(element, 'dateTime') ?? ''));
        const [published, modified] = [String(article['datePublished']), String(article['dateModified'])];
        return [
          ...[published, modified].flatMap((date) => [
            ...unless(isoDate.test(date), `${date} has no offset`),
            ...unless(seen.has(date), `${date} is not to be seen`),
          ]),
          // A day without a time has none to compare either.
          ...unless(
            Date.parse(published) <= Date.parse(modified) || modified.startsWith(published),
            `${modified} is before ${published}`,
          ),
          ...unless(
            markup.properties('article:published_time').join() === published &&
              markup.properties('article:modified_time').join() === modified,
            'Open Graph has other dates',
          ),
        ];
      })(walked),
  },
  {
    rule: 'D4',
    says: 'an author is an object whose name is only a name, and never the agency',
    find: eachArticle((article) => {
      const authors = [article['author'] ?? []].flat();
      const agency = nodesIn(article['sourceOrganization'])[0]?.['name'];
      return authors.flatMap((author) => {
        if (!isNode(author)) return ['an author that is no object'];
        const name = String(author['name']);
        return [
          ...unless(
            /^(?:Person|Organization)$/.test(String(author['@type'])),
            `${name} is a ${String(author['@type'])}`,
          ),
          ...unless(!moreThanAName.test(name) || author['@type'] === 'Organization', `“${name}” is more than a name`),
          ...unless(name !== agency || author['@type'] === 'Organization', `${name} is the agency, and no person`),
        ];
      });
    }),
  },
  {
    rule: 'D5',
    says: 'a headline is that of the page, and no longer than search results show',
    find: eachArticle((article, { markup }) => {
      const headline = String(article['headline']);
      const shown = plain(textOf(markup.all('h1')[0]));
      return [
        ...unless(headline.length > 0 && headline.length <= 110, `a headline of ${headline.length}`),
        ...unless(isPartOf(headline, shown), `“${headline}” is not “${shown}”`),
      ];
    }),
  },
  {
    rule: 'D9',
    says: 'only the front page describes the WebSite, with the name of og:site_name and a visible logo',
    find: eachListedPage(({ markup, path }) => {
      const nodes = nodesOf(markup.jsonLd());
      const sites = nodes.filter((node) => node['@type'] === 'WebSite');
      const houses = nodes.filter((node) => node['@type'] === 'NewsMediaOrganization');
      const name = markup.properties('og:site_name')[0];
      return [
        ...unless(sites.length === (path === '/' ? 1 : 0), `${sites.length} descriptions of the site`),
        ...[...sites, ...houses].flatMap((node) =>
          unless(node['name'] === name, `${String(node['name'])} is not ${name}`),
        ),
        ...houses
          .flatMap((house) => nodesIn(house['logo']))
          .flatMap(({ width, height }) =>
            unless(
              Number(width) >= smallestLogo && Number(height) >= smallestLogo,
              `a logo of ${String(width)}x${String(height)}`,
            ),
          ),
      ];
    }),
  },
  {
    rule: 'D10',
    says: 'one breadcrumb list as on the page: numbered, named, each step a page, and the page itself last',
    find: eachListedPage(({ markup, path }, walked) => {
      const { siteUrl } = walked;
      const ways = nodesOf(markup.jsonLd()).filter((node) => node['@type'] === 'BreadcrumbList');
      if (ways.length === 0) return [];
      const steps = nodesIn(ways[0]?.['itemListElement']);
      const shown = new Set(
        markup
          .all('a')
          .map((element) => `${absolute(attribute(element, 'href') ?? '', siteUrl)} ${plain(textOf(element))}`),
      );
      return [
        ...unless(ways.length === 1, `${ways.length} ways`),
        ...unless(
          steps.every(({ position }, index) => position === index + 1),
          'not counted from 1',
        ),
        ...unless(pathIn(String(steps.at(-1)?.['item']), walked) === path, 'the last step is another page'),
        ...steps.slice(0, -1).flatMap(({ item, name }) => {
          const to = pathIn(String(item), walked);
          const answer = to === undefined ? undefined : walked.crawl.found.get(to)?.answer;
          return [
            ...unless(answer?.status === 200, `${String(item)} answers ${answer?.status}`),
            ...unless(shown.has(`${String(item)} ${String(name)}`), `“${String(name)}” is no link to ${String(item)}`),
          ];
        }),
      ];
    }),
  },
  {
    rule: 'D15',
    says: 'addresses are absolute, and lists have each item once, in the order of the page',
    find: eachListedPage(({ markup }) =>
      nodesOf(markup.jsonLd()).flatMap((node) => [
        ...addressProperties.flatMap((name) =>
          [node[name] ?? []]
            .flat()
            .filter((value) => typeof value === 'string')
            .flatMap((value) =>
              unless(/^https?:\/\/[^/]+\//.test(value) || /^(?:mailto|tel):/.test(value), `${name}: ${value}`),
            ),
        ),
        ...(node['@type'] === 'ItemList' ? listFaults(node) : []),
      ]),
    ),
  },
  {
    rule: 'D15',
    says: 'an @id has one type and one name on all pages, and each @id that is referred to is described on some page',
    find: identityFaults,
  },
  {
    rule: 'D15',
    says: 'only visible text is described',
    find: eachListedPage(({ markup }, { siteUrl }) => {
      const seen = plain(markup.all('title', 'body').map(seenText).join(' '));
      const links = new Set(markup.all('a').map((element) => absolute(attribute(element, 'href') ?? '', siteUrl)));
      return nodesOf(markup.jsonLd()).flatMap((node) => [
        ...shownProperties.flatMap((name) =>
          [node[name] ?? []]
            .flat()
            .filter((value) => typeof value === 'string')
            .flatMap((value) =>
              unless(isPartOf(value, seen), `${String(node['@type'])}.${name} “${value}” is not to be seen`),
            ),
        ),
        ...(node['@type'] === 'ItemList' ? nodesIn(node['itemListElement']) : []).flatMap(({ url }) =>
          unless(links.has(String(url)), `${String(url)} is no link on the page`),
        ),
      ]);
    }),
  },
];

/** Words in bylines that are no part of a name. “Jr.” is part of a name. */
const moreThanAName = /^(?:by|dr\.?|prof\.?|mr\.?|mrs\.?|ms\.?)\s|,(?! (?:Jr|Sr|I{2,3})\b)| and |\bph\.?d\b/i;

const addressProperties = ['@id', 'url', 'item', 'mainEntityOfPage', 'sameAs', 'contentUrl'];
const shownProperties = [
  'name',
  'headline',
  'description',
  'text',
  'caption',
  'creditText',
  'jobTitle',
  'articleSection',
  'keywords',
  'dateline',
  'email',
];

/** A check of each article's description. */
function eachArticle(find: (article: Node, page: WalkedPage, walked: Walked) => string[]): Check['find'] {
  return eachListedPage((page, walked) => {
    const articles = nodesOf(page.markup.jsonLd()).filter((node) => articleClasses.has(String(node['@type'])));
    const expected = isArticle(page.path) ? 1 : 0;
    return articles.length === expected
      ? articles.flatMap((article) => find(article, page, walked))
      : [`${articles.length} articles are described`];
  });
}

function listFaults(list: Node): string[] {
  const items = nodesIn(list['itemListElement']);
  const urls = items.map(({ url }) => String(url));
  return [
    ...unless(
      items.every(({ position }, index) => position === index + 1),
      'a list that is not counted from 1',
    ),
    ...urls.filter((url, index) => urls.indexOf(url) !== index).map((url) => `${url} is listed twice`),
  ];
}

function identityFaults(walked: Walked): string[] {
  const described = new Map<string, string>();
  const referred = new Map<string, string>();
  const faults: string[] = [];
  for (const page of pagesOf(walked).filter(isListed))
    for (const node of nodesOf(page.markup.jsonLd())) {
      const { '@id': id, '@type': type, name } = node;
      if (typeof id !== 'string') continue;
      if (Object.keys(node).length === 1) {
        referred.set(id, page.path);
        continue;
      }
      const said = `${String(type)} ${String(name)}`;
      const before = described.get(id);
      if (before !== undefined && before !== said) faults.push(`${page.path}: ${id} is ${said}, elsewhere ${before}`);
      described.set(id, said);
    }
  for (const [id, path] of referred) if (!described.has(id)) faults.push(`${path}: ${id} is described nowhere`);
  return faults;
}

/** All nodes of a graph, at any depth. */
function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isNode(value)) return [];
  const below = Object.values(value).flatMap(nodesOf);
  return '@type' in value || '@id' in value ? [value, ...below] : below;
}

/** The nodes that a property holds: none, one or many. */
function nodesIn(value: unknown): Node[] {
  return [value ?? []].flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a text contains another, which may have been cut with an ellipsis. */
function isPartOf(text: string, whole: string): boolean {
  return whole.includes(plain(text).replace(/…$/, '').trim());
}

function namesAuthors(paragraph: Element): boolean {
  return attribute(paragraph, 'className') === 'byline' && textOf(paragraph).startsWith('By ');
}

/** The text in an element, without the text in scripts. */
function seenText(node: Nodes): string {
  if (node.type === 'element' && node.tagName === 'script') return '';
  return 'children' in node ? node.children.map(seenText).join('') : textOf(node);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function absolute(href: string, siteUrl: string): string {
  return URL.canParse(href, siteUrl) ? new URL(href, siteUrl).href : href;
}
