import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edition } from '../newsroom/edition/edition.ts';
import { blobName } from '../newsroom/history/blobs.ts';
import { articleTypes } from '../newsroom/model/article.ts';
import { article, site, topics } from '../newsroom/testing.ts';
import { answer } from './answer.ts';
import { sharp } from '../formats/sharp.ts';
import { editionOf, hostile } from '../formats/testing.ts';
import { describe } from './describe.ts';
import { escapeJsonLd } from './json-ld/escape.ts';

const now = '2026-02-01T00:00:00Z';

type Thing = Record<string, unknown>;

/** The descriptions on a page, as a reader of the page gets them. */
function thingsAt(edition: Edition, path: string): Thing[] {
  const found = answer(edition, path);
  assert.equal(found.status, 200, path);
  if (found.status !== 200) return [];
  const graph: { '@context': string; '@graph': Thing[] } = JSON.parse(escapeJsonLd(describe(found.view)));
  assert.equal(graph['@context'], 'https://schema.org');
  return graph['@graph'];
}

function typesAt(edition: Edition, path: string): unknown[] {
  return thingsAt(edition, path).map((thing) => thing['@type']);
}

const files = [
  {
    'site.yaml':
      'name: The Test\nurl: https://test.example\nlanguage: en\ntimezone: UTC\nlogo: logo.svg\npublisher: { name: Test Press, founded: 1999 }\npolicies: { ethics: /about#ethics, corrections: "https://other.example/c" }\n',
    'images/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"/>',
    'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"/>',
    'people/ann.mdx':
      '---\nname: Ann Example\nrole: Reporter\nlinks: [{ url: "https://social.example/ann", title: Elsewhere }]\n---\n',
    'people/desk.mdx': '---\nname: The desk\nkind: organization\n---\n',
  },
  topics({ news: 'News', below: { title: 'Below', parent: 'news' } }),
  article('/2026/01/13/whole', {
    headline: `A headline ${'of many words '.repeat(10)}`,
    standfirst: 'What happened.',
    topics: ['below'],
    byline: ['ann', 'desk', { name: 'Bob', role: 'Editor' }],
    agency: 'AFP',
    dateline: { place: 'Nara', country: 'JP', date: '2026-01-13' },
    published: '2026-01-13T18:30:00+09:00',
    updated: '2026-01-13T19:30:00+09:00',
    corrections: [{ at: '2026-01-14T09:00:00+09:00', text: 'Not so.' }],
    sources: [{ url: 'https://example.org/', title: 'A source', source: 'Somebody' }],
    image: { src: 'a.svg', alt: 'A', caption: 'Caption', credit: 'Credit' },
  }),
];

test('D1–D7: an article says what it is, who wrote it, where, when, and on what it rests', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const [thing = {}, breadcrumb = {}] = thingsAt(edition, '/2026/01/13/whole');
      const { headline, publisher, ...rest } = thing;
      assert.ok(typeof headline === 'string' && headline.length <= 110);
      assert.ok(publisher);
      assert.deepEqual(rest, {
        '@type': 'ReportageNewsArticle',
        '@id': 'https://test.example/2026/01/13/whole#article',
        url: 'https://test.example/2026/01/13/whole',
        mainEntityOfPage: 'https://test.example/2026/01/13/whole',
        isPartOf: { '@id': 'https://test.example/#website' },
        description: 'What happened.',
        inLanguage: 'en',
        datePublished: '2026-01-13T18:30:00+09:00',
        dateModified: '2026-01-14T09:00:00+09:00',
        // D4: names only, and the agency among none of them. D15: what they do only where the byline says it.
        author: [
          {
            '@type': 'Person',
            '@id': 'https://test.example/people/ann#author',
            url: 'https://test.example/people/ann',
            name: 'Ann Example',
          },
          {
            '@type': 'Organization',
            '@id': 'https://test.example/people/desk#author',
            url: 'https://test.example/people/desk',
            name: 'The desk',
          },
          { '@type': 'Person', name: 'Bob' },
        ],
        sourceOrganization: { '@type': 'Organization', name: 'AFP', url: 'https://test.example/agencies/afp' },
        copyrightHolder: { '@type': 'Organization', name: 'AFP', url: 'https://test.example/agencies/afp' },
        image: [
          {
            '@type': 'ImageObject',
            url: 'https://test.example/images/a.svg',
            width: '640',
            height: '360',
            caption: 'Caption',
            creditText: 'Credit',
          },
          {
            '@type': 'ImageObject',
            url: 'https://test.example/2026/01/13/whole/share.jpg',
            width: '1200',
            height: '630',
            caption: 'Caption',
            creditText: 'Credit',
          },
        ],
        articleSection: 'News',
        keywords: ['Below'],
        wordCount: 1,
        isAccessibleForFree: true,
        contentLocation: {
          '@type': 'Place',
          name: 'Nara',
          address: { '@type': 'PostalAddress', addressLocality: 'Nara', addressCountry: 'JP' },
        },
        correction: [{ '@type': 'CorrectionComment', text: 'Not so.', datePublished: '2026-01-14T09:00:00+09:00' }],
        citation: [
          {
            '@type': 'CreativeWork',
            name: 'A source',
            url: 'https://example.org/',
            publisher: { '@type': 'Organization', name: 'Somebody' },
          },
        ],
        dateline: 'Nara, Japan (AFP) Jan 13, 2026',
      });
      // D10: the way down, and the page itself at its end.
      const items = breadcrumb['itemListElement'];
      assert.ok(Array.isArray(items));
      assert.deepEqual(
        items.map(({ position, item }: Thing) => [position, item]),
        [
          [1, 'https://test.example/topics/news'],
          [2, 'https://test.example/topics/below'],
          [3, 'https://test.example/2026/01/13/whole'],
        ],
      );
    },
    ...files,
  );
});

test('D6: each type of work has its class', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      assert.deepEqual(
        articleTypes.map((type) => typesAt(edition, `/2026/01/01/${type}`)[0]),
        [
          'ReportageNewsArticle',
          'AnalysisNewsArticle',
          'OpinionNewsArticle',
          'BackgroundNewsArticle',
          'ReportageNewsArticle',
          'ReportageNewsArticle',
          'Article',
          'AdvertiserContentArticle',
          'ReviewNewsArticle',
          'NewsArticle',
        ],
      );
    },
    site,
    ...articleTypes.map((type) => article(`/2026/01/01/${type}`, { type })),
  );
});

test('D8 and D9: the front page names the site and who publishes it', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const [website = {}, organization = {}, list = {}] = thingsAt(edition, '/');
      assert.deepEqual(website, {
        '@type': 'WebSite',
        '@id': 'https://test.example/#website',
        url: 'https://test.example/',
        name: 'The Test',
        inLanguage: 'en',
        publisher: { '@id': 'https://test.example/#organization' },
      });
      assert.deepEqual(organization, {
        '@type': 'NewsMediaOrganization',
        '@id': 'https://test.example/#organization',
        url: 'https://test.example/',
        name: 'The Test',
        logo: {
          '@type': 'ImageObject',
          url: 'https://test.example/images/logo.svg',
          width: '200',
          height: '200',
        },
        ethicsPolicy: 'https://test.example/about#ethics',
        correctionsPolicy: 'https://other.example/c',
      });
      assert.equal(list['@type'], 'CollectionPage');
      // D15: only the page that shows the publisher describes it.
      const [, whole = {}] = thingsAt(edition, '/about');
      assert.deepEqual(whole, {
        ...organization,
        foundingDate: '1999',
        parentOrganization: { '@type': 'Organization', name: 'Test Press' },
      });
    },
    ...files,
  );
});

test('D2: a photograph is named in three shapes, with its licence', async (t) => {
  const photograph = await sharp({ create: { width: 1500, height: 1000, channels: 3, background: '#375' } })
    .jpeg()
    .toBuffer();
  const version = blobName(photograph).slice(0, 10);
  const rights = 'https://creativecommons.org/licenses/by/4.0/';
  await editionOf(
    t,
    now,
    (edition) => {
      const described = (slug: string): unknown => thingsAt(edition, `/2026/01/01/${slug}`)[0]?.['image'];
      const address = 'https://test.example/images/a.jpg';
      const image = (url: string, width: number, height: number): object => ({
        '@type': 'ImageObject',
        url,
        width: String(width),
        height: String(height),
        creditText: 'B. Blott',
        license: rights,
        acquireLicensePage: 'https://example.org/blott',
        contentUrl: url,
      });
      assert.deepEqual(described('licensed'), [
        image(address, 1500, 1000),
        image(`${address}.${version}-30-70-16x9-1200.jpg`, 1200, 675),
        image(`${address}.${version}-30-70-4x3-1200.jpg`, 1200, 900),
        image(`${address}.${version}-30-70-1x1-800.jpg`, 800, 800),
        image('https://test.example/2026/01/01/licensed/share.jpg', 1200, 630),
      ]);
      assert.match(JSON.stringify(described('reserved')), /"copyrightNotice":"© B. Blott","contentUrl"/);
    },
    site,
    { 'images/a.jpg': photograph },
    article('/2026/01/01/licensed', {
      image: {
        src: 'a.jpg',
        alt: 'A',
        credit: 'B. Blott',
        creditUrl: 'https://example.org/blott',
        rights,
        focus: '30% 70%',
      },
    }),
    article('/2026/01/01/reserved', { image: { src: 'a.jpg', alt: 'A', credit: 'B. Blott', rights: '© B. Blott' } }),
  );
});

test('D2 and D15: a picture is described by the words under it, and not at all where it is too small', async (t) => {
  const image = (src: string): Record<string, unknown> => ({ image: { src, alt: 'A', caption: 'Of the card' } });
  await editionOf(
    t,
    now,
    (edition) => {
      const pictureAt = (slug: string): unknown => thingsAt(edition, `/2026/01/01/${slug}`)[0]?.['image'];
      const picture = {
        '@type': 'ImageObject',
        url: 'https://test.example/images/a.svg',
        width: '250',
        height: '200',
        caption: 'Of the card',
      };
      // Its share image shows the same picture, so it has the same words.
      const both = (slug: string, own: object): object[] => [
        own,
        { ...own, url: `https://test.example/2026/01/01/${slug}/share.jpg`, width: '1200', height: '630' },
      ];
      assert.deepEqual(pictureAt('above'), both('above', picture));
      const inside = { ...picture, caption: 'Of the figure', creditText: 'Somebody' };
      assert.deepEqual(pictureAt('inside'), both('inside', inside));
      // A picture that is too small is in no share image either.
      for (const slug of ['small', 'none'])
        assert.deepEqual(pictureAt(slug), [
          {
            '@type': 'ImageObject',
            url: `https://test.example/2026/01/01/${slug}/share.jpg`,
            width: '1200',
            height: '630',
          },
        ]);
    },
    site,
    {
      'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="250" height="200"/>',
      'images/b.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="250" height="199"/>',
    },
    article('/2026/01/01/above', image('a.svg')),
    article(
      '/2026/01/01/inside',
      image('a.svg'),
      '<Figure src="a.svg" alt="A" caption="Of the figure" credit="Somebody" />',
    ),
    article('/2026/01/01/small', image('b.svg')),
    article('/2026/01/01/none'),
  );
});

test('D1: an organization that signs a story has the address of its page or home page, and nobody has that of another', async (t) => {
  const byline = [
    { name: 'The Test', kind: 'organization' },
    { name: 'AFP', kind: 'organization' },
    { name: 'Another', kind: 'organization' },
    { name: 'The Test' },
  ];
  await editionOf(
    t,
    now,
    (edition) => {
      const authors = thingsAt(edition, '/2026/01/01/signed')[0]?.['author'];
      assert.deepEqual(authors, [
        {
          '@type': 'Organization',
          '@id': 'https://test.example/#organization',
          url: 'https://test.example/',
          name: 'The Test',
        },
        { '@type': 'Organization', url: 'https://test.example/agencies/afp', name: 'AFP' },
        { '@type': 'Organization', name: 'Another' },
        { '@type': 'Person', name: 'The Test' },
      ]);
    },
    site,
    article('/2026/01/01/signed', { byline, agency: 'AFP' }),
  );
});

test('D15: a list names each story once, however often it is on the page', async (t) => {
  const at = (day: number, text: string): Record<string, string> => ({ at: `2026-01-0${day}T12:00:00Z`, text });
  await editionOf(
    t,
    now,
    (edition) => {
      const list = JSON.stringify(thingsAt(edition, '/corrections')[0]?.['mainEntity']);
      assert.deepEqual(list.match(/\/2026\/01\/01\/\w+/g), ['/2026/01/01/twice', '/2026/01/01/once']);
    },
    site,
    article('/2026/01/01/twice', { corrections: [at(2, 'A.'), at(4, 'B.')] }),
    article('/2026/01/01/once', { corrections: [at(3, 'C.')] }),
  );
});

test('N2: lists say what is on them, authors who they are', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      for (const [path, types] of [
        ['/topics', ['CollectionPage']],
        ['/topics/below', ['CollectionPage', 'BreadcrumbList']],
        ['/topics/below/links', ['CollectionPage', 'BreadcrumbList']],
        ['/2026/01/13/whole/related', ['CollectionPage', 'BreadcrumbList']],
        ['/people', ['CollectionPage']],
        ['/people/ann', ['ProfilePage', 'CollectionPage', 'BreadcrumbList']],
        ['/places/nara', ['CollectionPage', 'BreadcrumbList']],
        ['/agencies/afp', ['CollectionPage', 'BreadcrumbList']],
        ['/latest', ['CollectionPage']],
        ['/archive', ['CollectionPage']],
        ['/2026', ['CollectionPage', 'BreadcrumbList']],
        ['/2026/01', ['CollectionPage', 'BreadcrumbList']],
        ['/2026/01/13', ['CollectionPage', 'BreadcrumbList']],
        ['/corrections', ['CollectionPage']],
        ['/about', ['AboutPage', 'NewsMediaOrganization']],
      ] as const)
        assert.deepEqual(typesAt(edition, path), types, path);
      const [profile = {}] = thingsAt(edition, '/people/ann');
      assert.deepEqual(profile['mainEntity'], {
        '@type': 'Person',
        '@id': 'https://test.example/people/ann#author',
        name: 'Ann Example',
        url: 'https://test.example/people/ann',
        jobTitle: 'Reporter',
        sameAs: ['https://social.example/ann'],
      });
    },
    ...files,
  );
});

test('D15: hostile headlines come through, and break nothing', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const headlines = hostile.map((_, index) => thingsAt(edition, `/2026/01/01/story-${index}`)[0]?.['headline']);
      assert.deepEqual(
        headlines,
        hostile.map((text) => text.replace(/\s+/g, ' ')),
      );
      const found = answer(edition, '/2026/01/01');
      assert.ok(found.status === 200);
      assert.doesNotMatch(escapeJsonLd(describe(found.view)), /[<>&]/);
    },
    site,
    ...hostile.map((headline, index) => article(`/2026/01/01/story-${index}`, { headline })),
  );
});

test('C1: an article that another site owns has one address, that of the other site', async (t) => {
  const address = '/2026/01/14/owned-elsewhere';
  const canonical = 'https://other.example/story';
  await editionOf(
    t,
    now,
    (edition) => {
      const [thing = {}] = thingsAt(edition, address);
      assert.deepEqual([thing['url'], thing['mainEntityOfPage']], [canonical, canonical]);
    },
    ...files,
    article(address, { canonical }),
  );
});
