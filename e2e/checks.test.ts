import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { needing } from '../newsroom/testing.ts';
import { allChecks } from './checks/all.ts';
import type { Walked } from './checks/check.ts';
import { nuCheck } from './checks/nu.ts';
import { vocabularyFaults } from './checks/vocabulary.ts';
import { walk } from './checks/walk.ts';
import { Markup } from './markup.ts';
import { sharedSite, type SharedSite } from './shared-sites.ts';
import { siteUrl } from './site.ts';

const story = '/2026/01/12/the-long-way-back-to-the-moon';
const topic = '/topics/moon';

/** A fault in the text of an answer. */
type Plant = [path: string, from: string | RegExp, to: string];

/**
 * For each check, by what it says, faults that it has to find. A check that is not named here, or finds nothing where
 * something was planted, proves nothing by finding nothing elsewhere.
 */
const plants: Record<string, Plant[]> = {
  'one first heading, one main part, and no heading that is empty or out of its level': [
    [story, '<h1>', '<h1>Another</h1><h1>'],
    [story, '</main>', '<h5>Too far down</h5></main>'],
    [story, '</main>', '<h2> </h2></main>'],
    [story, '<main', '<main></main><main'],
  ],
  'ids are unique, and what one element says of another is there': [
    [story, '</main>', '<p id="content"></p></main>'],
    [story, '</main>', '<p aria-labelledby="nowhere"></p></main>'],
  ],
  'pictures say what they show and how large they are': [
    [story, /(<img [^>]*)alt="[^"]*"/, '$1'],
    [story, / width="\d+"/, ''],
  ],
  'words in another script are marked as of a language that has it': [
    [story, '</main>', '<p>خبر من القاهرة</p></main>'],
    [story, '</main>', '<p lang="ja">Москва</p></main>'],
  ],
  'links and buttons have a name': [[story, '</main>', '<a href="/"></a></main>']],
  'every page has one title, a language, a direction, and fits its screen': [
    [story, /<title>.*?<\/title>/, ''],
    [story, ' lang="en" dir="ltr"', ' dir="ltr"'],
    [story, ' lang="en" dir="ltr"', ' lang="en"'],
    [story, 'width=device-width', 'width=device-width, user-scalable=no'],
  ],
  'every page that shows something has a description, and its own title': [
    [story, /<title>.*?<\/title>/, '<title>The Meridian</title>'],
    [story, /<meta name="description"[^>]*>/, ''],
  ],
  'one absolute canonical address, its own, and the same for cards': [
    [story, `href="${siteUrl}${story}"`, `href="${story}"`],
    [story, `href="${siteUrl}${story}"`, `href="${siteUrl}${story}/"`],
    [story, /<meta property="og:url"[^>]*>/, ''],
  ],
  'what shows something is to be listed with large pictures and long texts, all else is not': [
    [story, 'max-snippet:-1', 'max-snippet:50'],
    ['/nothing', 'noindex', 'index'],
    ['/nothing', '</head>', '<link rel="canonical" href="/"></head>'],
  ],
  'robots.txt forbids nothing that is to be passed over: a page that is not read cannot say so': [
    ['/robots.txt', 'Allow: /', 'Disallow: /search'],
  ],
  'the date of an end is one that search engines read': [
    [story, 'max-snippet:-1', 'max-snippet:-1, unavailable_after: tomorrow'],
  ],
  'cards are told a title, a kind, a description, the site’s name and the language': [
    [story, 'content="article"', 'content="website"'],
    [topic, 'content="website"', 'content="article"'],
    [story, '"og:locale" content="en_', '"og:locale" content="en-'],
    [story, /<meta property="og:site_name"[^>]*>/, ''],
  ],
  'a share image is absolute, there, and told with its size and its words': [
    [topic, '</head>', '<meta property="og:image" content="/icon.png"></head>'],
    [topic, '</head>', `<meta property="og:image" content="${siteUrl}/apple-touch-icon.png"></head>`],
  ],
  'cards are told early in the page': [
    [story, '<meta property="og:title"', `<!--${'x'.repeat(300_000)}--><meta property="og:title"`],
  ],
  'cards of the short kind have texts that fit': [
    [story, /<meta name="twitter:title" content="/, `$&${'x'.repeat(71)}`],
    [story, /<meta name="twitter:description" content="/, `$&${'x'.repeat(201)}`],
    [story, /<meta name="twitter:card"[^>]*>/, ''],
  ],
  'three feeds, by an absolute address, with a name of their own, in the type that they say': [
    [story, /<link rel="alternate" type="application\/atom\+xml"[^>]*>/, ''],
    [story, 'type="application/atom+xml" href="', 'type="application/atom+xml" href="https://elsewhere.example'],
    [story, `${siteUrl}/atom.xml`, `${siteUrl}/feed.json`],
  ],
  'icons are there in the type and the size that pages name, one of them for search results': [
    ['/', 'sizes="48x48"', 'sizes="96x96"'],
    ['/', '/favicon.ico', '/icon.svg'],
    ['/', /<link rel="apple-touch-icon"[^>]*>/, ''],
  ],
  'every page names the same icons': [[story, '/favicon.ico', '/icon.svg']],
  'the manifest is one, and its icons are there': [
    ['/manifest.webmanifest', '"180x180"', '"512x512"'],
    ['/manifest.webmanifest', '"start_url"', '"start"'],
  ],
  'every page gives its colour to the browser’s frame, by day and by night': [
    [story, '(prefers-color-scheme: dark)', 'screen'],
  ],
  'everything that a page names is there, in its one form': [[story, `href="${topic}"`, 'href="/nothing"']],
  'every link to a place on a page finds it': [[story, 'href="#content"', 'href="#nowhere"']],
  'sitemaps name every page that is to be listed, once, and nothing else': [
    [story, 'index, ', 'noindex, '],
    [story, `href="${siteUrl}${story}"`, `href="${siteUrl}${story}-2"`],
  ],
  'what is to be listed is described, in one graph; what is not there is not described': [
    [story, /<script type="application\/ld\+json">.*?<\/script>/, ''],
    [story, 'https://schema.org', 'http://schema.org'],
    ['/nothing', '</body>', '<script type="application/ld+json">{}</script></body>'],
  ],
  'an article tells its headline, dates, authors with their pages, and its picture': [
    [story, '"dateModified"', '"dateChanged"'],
    [story, '"author":[', '"authors":['],
    [story, '<a href="/people/', '<a href="/persons/'],
  ],
  'a picture is there, as large as it is said to be, and large enough': [
    [story, /"width":"\d+"/, '"width":"5000"'],
    [story, /("image":\[?\{"@type":"ImageObject","url":")[^"]*/, `$1${siteUrl}/images/nowhere.svg`],
  ],
  'dates have an offset, stand on the page, in their order, and not in the future': [
    [story, /("datePublished":"[^"]*)(?:Z|[+-]\d\d:\d\d)"/, '$1"'],
    [story, /"dateModified":"\d{4}/, '"dateModified":"2001'],
    [story, /"article:published_time" content="\d{4}/, '"article:published_time" content="2001'],
  ],
  'an author is an object with a name and nothing else in the name, never the agency': [
    [story, '"author":[', '"author":["By someone",'],
    [story, '"author":[', '"author":[{"@type":"Person","name":"By Ann Example"},'],
    [story, '"author":[', '"author":[{"@type":"Person","name":"Ann Example, Editor"},'],
    [
      story,
      '"author":[',
      '"sourceOrganization":{"@type":"Organization","name":"AFP"},"author":[{"@type":"Person","name":"AFP"},',
    ],
  ],
  'a headline is the page’s, and no longer than is shown': [
    [story, '"headline":"', '"headline":"Another: '],
    [story, /"headline":"[^"]*/, `"headline":"${'x'.repeat(111)}`],
  ],
  'the site is described at its root and nowhere else, under the name that cards are told, with a logo that can be seen':
    [
      [topic, '"@graph":[', '"@graph":[{"@type":"WebSite"},'],
      ['/', '"og:site_name" content="', '"og:site_name" content="Not '],
    ],
  'one way down to the page, as it stands on it: counted, named, each step a page, the page itself at the end': [
    [story, '"position":1,', '"position":0,'],
    [story, /("position":1,"name":")/, '$1Not '],
    [story, new RegExp(`"item":"${siteUrl}${story}"`), `"item":"${siteUrl}/"`],
    [story, /("position":1,"name":"[^"]*","item":")/, '$1https://elsewhere.example/'],
  ],
  'addresses are absolute, and lists name nothing twice, in the order of the page': [
    [story, `"url":"${siteUrl}`, '"url":"'],
    [topic, /("url":"[^"]*")\},\{"@type":"ListItem","position":2,"name":"[^"]*","url":"[^"]*"/, '$1},{"position":2,$1'],
  ],
  'a thing has one identity on all pages, one kind and one name, and what is only referred to is described somewhere': [
    [topic, '"isPartOf":{"@id":"', '"isPartOf":{"@id":"https://elsewhere.example/'],
    [story, /("publisher":\{"@type":"NewsMediaOrganization","@id":"[^"]*","name":")/, '$1Not '],
  ],
  'only what can be seen is described': [
    [story, '"description":"', '"description":"Nowhere on the page. '],
    [topic, /("@type":"ListItem","position":1,"name":"[^"]*","url":"[^"]*)/, '$1-nowhere'],
  ],
  'descriptions use classes and properties of schema.org, with values of the right kind': [
    [story, '"headline"', '"headlin"'],
  ],
};

describe('checks of a whole site find what is wrong with it', () => {
  let site: SharedSite;
  let walked: Walked;
  before(async () => {
    site = await sharedSite('demonstration');
    walked = await walk(site.base, siteUrl, ['/nothing']);
  });
  after(() => site.stop());

  for (const { says, find } of allChecks)
    test(says, async () => {
      const planted = plants[says] ?? [];
      assert.ok(planted.length > 0, 'nothing is planted for it');
      assert.deepEqual(await find(walked), []);
      for (const plant of planted) {
        const faults = await find(withFault(walked, plant));
        assert.ok(faults.length > 0, `${plant[0]}: ${String(plant[1])} → ${plant[2].slice(0, 80)} was not found`);
      }
    });

  test(nuCheck.says, needing('java'), async () => {
    const planted: [Plant, like: RegExp][] = [
      [[story, '</main>', '</main><center>Old</center>'], /error: The “center” element is obsolete/],
      [[story, '</main>', '</main><section><p>Words</p></section>'], /warning: Section lacks heading/],
      [[topic, '</style>', 'p{colour:red}</style>'], /error: CSS: .*colour/],
      [[topic, '<meta name="theme-color"', '<hr/><meta name="theme-color"'], /info: Trailing slash/],
      [['/images/moon/free-return.svg', '<svg', '<svg colour="red"'], /error: Attribute “colour” not allowed/],
    ];
    const wrong = planted.reduce((soFar, [plant]) => withFault(soFar, plant), walked);
    const paths = new Set(planted.map(([[path]]) => path));
    const found = new Map([...wrong.crawl.found].filter(([path]) => paths.has(path)));
    const faults = await nuCheck.find({ ...wrong, crawl: { ...wrong.crawl, found } });
    for (const [[path], like] of planted)
      assert.ok(
        faults.some((fault) => fault.startsWith(path) && like.test(fault)),
        `${path}: ${String(like)} was not found in\n${faults.join('\n')}`,
      );
  });
});

test('the vocabulary of descriptions is held to the word', () => {
  const article = { '@type': 'NewsArticle', headline: 'A', author: { '@type': 'Person', name: 'Ann' } };
  const things: [object, RegExp][] = [
    [{ ...article, '@type': 'NewArticle' }, /NewArticle/],
    [{ ...article, headlin: 'A' }, /"headlin": "A".*does not exist/],
    [{ ...article, wordCount: 'many' }, /wordCount/],
    [{ ...article, author: { '@type': 'Person', nme: 'Ann' } }, /"nme": "Ann".*does not exist/],
    [{ ...article, author: { '@type': 'Person', name: 'Ann', logo: 'a' } }, /logo/],
    [{ ...article, publisher: { '@type': 'ImageObject', url: 'https://a.example' } }, /publisher|ImageObject/],
    [{ ...article, correction: [{ '@type': 'CorrectionComment', sorry: 'x' }] }, /sorry/],
    [{ '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem', place: 1 }] }, /place/],
  ];
  const graphOf = (thing: object): object => ({ '@context': 'https://schema.org', '@graph': [thing] });
  const faults = vocabularyFaults([
    { place: '/right', graph: graphOf(article) },
    ...things.map(([thing], index) => ({ place: `/wrong/${index}`, graph: graphOf(thing) })),
  ]);
  assert.deepEqual(
    faults.filter((fault) => fault.startsWith('/right')),
    [],
  );
  for (const [index, [thing, like]] of things.entries())
    assert.ok(
      faults.some((fault) => fault.startsWith(`/wrong/${index}: `) && like.test(fault)),
      `${JSON.stringify(thing)} was not found in\n${faults.join('\n')}`,
    );
});

/** The same site with another text at one address. */
function withFault(walked: Walked, [path, from, to]: Plant): Walked {
  const one = walked.crawl.found.get(path);
  assert.ok(one, `${path} was not found`);
  const text = one.answer.text.replace(from, to);
  assert.notEqual(text, one.answer.text, `${path} has no ${String(from)}`);
  const answer = { ...one.answer, text, body: Buffer.from(text) };
  const markup = one.markup && new Markup(text);
  const planted = { path, answer, ...(markup && { markup }) };
  const links = [
    ...walked.crawl.links.filter((link) => link.from !== path),
    ...(markup?.all('a') ?? []).flatMap(({ properties: { href } }) => {
      const url = new URL(String(href), `${walked.base}${path}`);
      return url.origin === walked.base ? [{ from: path, path: url.pathname, anchor: url.hash.slice(1) }] : [];
    }),
  ];
  const named = new Map(walked.crawl.named);
  for (const link of links) named.set(link.path, [...(named.get(link.path) ?? []), link.from]);
  return {
    ...walked,
    crawl: {
      ...walked.crawl,
      found: new Map(walked.crawl.found).set(path, planted),
      links,
      named,
      pages: walked.crawl.pages.map((page) => (page.path === path && markup ? { ...planted, markup } : page)),
    },
  };
}
