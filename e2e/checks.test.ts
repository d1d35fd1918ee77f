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
 * The faults that each check must find, by its `says`. A check that is not in this table, or does not find what was planted,
 * proves nothing when it finds nothing in a real site.
 */
const plants: Record<string, Plant[]> = {
  'one h1, one main, and no heading that is empty or skips a level': [
    [story, '<h1>', '<h1>Another</h1><h1>'],
    [story, '</main>', '<h5>Too far down</h5></main>'],
    [story, '</main>', '<h2> </h2></main>'],
    [story, '<main', '<main></main><main'],
  ],
  'ids are unique, and every element that another refers to exists': [
    [story, '</main>', '<p id="content"></p></main>'],
    [story, '</main>', '<p aria-labelledby="nowhere"></p></main>'],
  ],
  'pictures have an alternative text, a width and a height': [
    [story, /(<img [^>]*)alt="[^"]*"/, '$1'],
    [story, / width="\d+"/, ''],
  ],
  'text in another script has a lang attribute with a language of that script': [
    [story, '</main>', '<p>خبر من القاهرة</p></main>'],
    [story, '</main>', '<p lang="ja">Москва</p></main>'],
  ],
  'words of two elements are apart without any style, as in text browsers and when a page is copied': [
    [story, '</main>', '<p><a href="/">Studies</a><span>Publisher</span></p></main>'],
  ],
  'links and buttons have a name': [[story, '</main>', '<a href="/"></a></main>']],
  'every page has one title, a language, a direction, and a viewport as wide as the screen': [
    [story, /<title>.*?<\/title>/, ''],
    [story, ' lang="en" dir="ltr"', ' dir="ltr"'],
    [story, ' lang="en" dir="ltr"', ' lang="en"'],
    [story, 'width=device-width', 'width=device-width, user-scalable=no'],
  ],
  'every page with status 200 has a description, and a title that no other page has': [
    [story, /<title>.*?<\/title>/, '<title>The Meridian</title>'],
    [story, /<meta name="description"[^>]*>/, ''],
  ],
  'a page has one absolute canonical address, its own, and og:url is the same': [
    [story, `href="${siteUrl}${story}"`, `href="${story}"`],
    [story, `href="${siteUrl}${story}"`, `href="${siteUrl}${story}/"`],
    [story, /<meta property="og:url"[^>]*>/, ''],
  ],
  'pages with content allow large previews, and all others are noindex': [
    [story, 'max-snippet:-1', 'max-snippet:50'],
    ['/nothing', 'noindex', 'index'],
    ['/nothing', '</head>', '<link rel="canonical" href="/"></head>'],
  ],
  'robots.txt disallows nothing: a crawler that may not read a page does not see its noindex': [
    ['/robots.txt', 'Allow: /', 'Disallow: /search'],
  ],
  'unavailable_after has a date that search engines can read': [
    [story, 'max-snippet:-1', 'max-snippet:-1, unavailable_after: tomorrow'],
  ],
  'Open Graph has a title, a type, a description, the site’s name and the language': [
    [story, 'content="article"', 'content="website"'],
    [topic, 'content="website"', 'content="article"'],
    [story, '"og:locale" content="en_', '"og:locale" content="en-'],
    [story, /<meta property="og:site_name"[^>]*>/, ''],
  ],
  'a share image has an absolute address, exists, and has its size and an alternative text': [
    [topic, '</head>', '<meta property="og:image" content="/icon.png"></head>'],
    [topic, '</head>', `<meta property="og:image" content="${siteUrl}/apple-touch-icon.png"></head>`],
  ],
  'Open Graph tags come early in the page': [
    [story, '<meta property="og:title"', `<!--${'x'.repeat(300_000)}--><meta property="og:title"`],
  ],
  'texts of Twitter cards have a length that fits': [
    [story, /<meta name="twitter:title" content="/, `$&${'x'.repeat(71)}`],
    [story, /<meta name="twitter:description" content="/, `$&${'x'.repeat(201)}`],
    [story, /<meta name="twitter:card"[^>]*>/, ''],
  ],
  'a page links three feeds, each with an absolute address, a unique title and its media type': [
    [story, /<link rel="alternate" type="application\/atom\+xml"[^>]*>/, ''],
    [story, 'type="application/atom+xml" href="', 'type="application/atom+xml" href="https://elsewhere.example'],
    [story, `${siteUrl}/atom.xml`, `${siteUrl}/feed.json`],
  ],
  'icons exist in the type and the size that pages name, and one is for search results': [
    ['/', 'sizes="48x48"', 'sizes="96x96"'],
    ['/', '/favicon.ico', '/icon.svg'],
    ['/', /<link rel="apple-touch-icon"[^>]*>/, ''],
  ],
  'every page names the same icons': [[story, '/favicon.ico', '/icon.svg']],
  'the manifest is complete, and its icons exist': [
    ['/manifest.webmanifest', '"192x192"', '"180x180"'],
    ['/manifest.webmanifest', '"start_url"', '"start"'],
  ],
  'every page has a theme colour, for the light and for the dark scheme': [
    [story, '(prefers-color-scheme: dark)', 'screen'],
  ],
  'every address that a page names answers 200, without a redirect': [[story, `href="${topic}"`, 'href="/nothing"']],
  'every link to an anchor finds it': [[story, 'href="#content"', 'href="#nowhere"']],
  'sitemaps name every page that may be indexed, once, and nothing else': [
    [story, 'index, ', 'noindex, '],
    [story, `href="${siteUrl}${story}"`, `href="${siteUrl}${story}-2"`],
  ],
  'a page that may be indexed has one JSON-LD graph, and no other page has one': [
    [story, /<script type="application\/ld\+json">.*?<\/script>/, ''],
    [story, 'https://schema.org', 'http://schema.org'],
    ['/nothing', '</body>', '<script type="application/ld+json">{}</script></body>'],
  ],
  'an article has its headline, dates, publisher, and authors with their pages': [
    [story, '"dateModified"', '"dateChanged"'],
    [story, '"author":[', '"authors":['],
    [story, '<a href="/people/', '<a href="/persons/'],
  ],
  'a picture exists, has the size that is given, and is large enough': [
    [story, /"width":"\d+"/, '"width":"5000"'],
    [story, /("image":\[?\{"@type":"ImageObject","url":")[^"]*/, `$1${siteUrl}/images/nowhere.svg`],
  ],
  'times have an offset, and dates are on the page too, are in order, and are not in the future': [
    [story, /("datePublished":"[^"]*)(?:Z|[+-]\d\d:\d\d)"/, '$1"'],
    [story, /"dateModified":"\d{4}/, '"dateModified":"2001'],
    [story, /"article:published_time" content="\d{4}/, '"article:published_time" content="2001'],
  ],
  'an author is an object whose name is only a name, and never the agency': [
    [story, '"author":[', '"author":["By someone",'],
    [story, '"author":[', '"author":[{"@type":"Person","name":"By Ann Example"},'],
    [story, '"author":[', '"author":[{"@type":"Person","name":"Ann Example, Editor"},'],
    [
      story,
      '"author":[',
      '"sourceOrganization":{"@type":"Organization","name":"AFP"},"author":[{"@type":"Person","name":"AFP"},',
    ],
  ],
  'a headline is that of the page, and no longer than search results show': [
    [story, '"headline":"', '"headline":"Another: '],
    [story, /"headline":"[^"]*/, `"headline":"${'x'.repeat(111)}`],
  ],
  'only the front page describes the WebSite, with the name of og:site_name and a visible logo': [
    [topic, '"@graph":[', '"@graph":[{"@type":"WebSite"},'],
    ['/', '"og:site_name" content="', '"og:site_name" content="Not '],
  ],
  'one breadcrumb list as on the page: numbered, named, each step a page, and the page itself last': [
    [story, '"position":1,', '"position":0,'],
    [story, /("position":1,"name":")/, '$1Not '],
    [story, new RegExp(`"item":"${siteUrl}${story}"`), `"item":"${siteUrl}/"`],
    [story, /("position":1,"name":"[^"]*","item":")/, '$1https://elsewhere.example/'],
  ],
  'addresses are absolute, and lists have each item once, in the order of the page': [
    [story, `"url":"${siteUrl}`, '"url":"'],
    [topic, /("url":"[^"]*")\},\{"@type":"ListItem","position":2,"name":"[^"]*","url":"[^"]*"/, '$1},{"position":2,$1'],
  ],
  'an @id has one type and one name on all pages, and each @id that is referred to is described on some page': [
    [topic, '"isPartOf":{"@id":"', '"isPartOf":{"@id":"https://elsewhere.example/'],
    [story, /("publisher":\{"@type":"NewsMediaOrganization","@id":"[^"]*","name":")/, '$1Not '],
  ],
  'only visible text is described': [
    [story, '"description":"', '"description":"Nowhere on the page. '],
    [topic, /("@type":"ListItem","position":1,"name":"[^"]*","url":"[^"]*)/, '$1-nowhere'],
  ],
  'descriptions use classes and properties of schema.org, with values of the right kind': [
    [story, '"headline"', '"headlin"'],
  ],
};

describe('the checks of a site find faults that are planted', () => {
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
      assert.ok(planted.length > 0, 'no fault is planted for it');
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
      [[story, '</style>', 'p{colour:red}</style>'], /error: CSS: .*colour/],
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

test('the check of the vocabulary finds each kind of fault', () => {
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

/** The same crawl, with another text at one address. */
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
