import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import type { z } from 'zod';
import { localInstant } from '../newsroom/model/local-instant.ts';
import { compile } from '../newsroom/compile/compile.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { writeFrontMatter } from '../newsroom/intake/front-matter.ts';
import type { articleSchema } from '../newsroom/model/article.ts';
import { collectionKinds } from '../newsroom/model/collection.ts';
import type { pageSchema } from '../newsroom/model/page.ts';
import type { personSchema } from '../newsroom/model/person.ts';
import type { placesSchema } from '../newsroom/model/place.ts';
import type { siteSchema } from '../newsroom/model/site.ts';
import type { storylineSchema } from '../newsroom/model/storyline.ts';
import type { titleSchema } from '../newsroom/model/title.ts';
import type { topicSchema } from '../newsroom/model/topic.ts';
import { article, fontOf, site, TestNewsroom, titles, topics, type Files } from '../newsroom/testing.ts';
import { alternateFormats, alternatePath } from '../site/addresses/alternates.ts';
import { feedFormats, feedPath } from '../site/addresses/feeds.ts';
import { collectionPath, licensePath, sharePath } from '../site/addresses/routes.ts';
import { answer } from '../site/answer.ts';
import { headOf } from '../site/head.ts';
import { lookOf } from '../site/shell/look.ts';
import { bodyOf } from '../site/testing-pages.ts';
import { iconOf } from '../site/icon.ts';
import { shareAnswer } from '../site/share-answer.ts';
import { pathsOf } from '../site/testing.ts';
import { articleData } from './article/article-data.ts';
import { articleFormats } from './article/formats.ts';
import { outputAt } from './outputs.ts';
import { newsSitemapPath } from './sitemaps/news-sitemap.ts';
import { sharp } from './sharp.ts';
import { allSitemaps, sitemapPath } from './sitemaps/sitemap-list.ts';
import { trustPath } from './trust.ts';

/**
 * Every field of every content file must change something that the public gets, or an editor. The test has an example of
 * each field, at every depth. It takes the field away, or gives it another value where it is required, and compares all
 * pages, feeds and other outputs, before and after gates. A new field of a schema without an example does not compile.
 */
type Example<T> = T extends readonly (infer Item)[]
  ? readonly [Example<Item>, ...Example<Item>[]]
  : T extends object
    ? { readonly [K in keyof T]-?: Example<NonNullable<T[K]>> }
    : T;

type ExampleOf<S extends z.ZodType> = Example<z.output<S>>;

const subject = '/2026/01/10/subject';

const exampleArticle: ExampleOf<typeof articleSchema> = {
  id: 'urn:example:subject',
  headline: 'A headline',
  seoTitle: 'A title for search',
  socialTitle: 'A title for cards',
  kicker: 'A kicker',
  standfirst: 'A standfirst.',
  type: 'analysis',
  byline: [{ person: 'ann' }, { name: 'Bo Example', kind: 'organization', role: 'Editor', place: 'Otsu' }],
  agency: 'AFP',
  dateline: { place: 'Nara', region: 'Kansai', country: 'JP', date: '2026-01-09' },
  published: '2026-01-10T12:00:00Z',
  updated: '2026-01-12T12:00:00Z',
  embargo: '2026-01-11T12:00:00Z',
  expires: '2026-02-01T12:00:00Z',
  status: 'killed',
  reason: 'It was wrong.',
  urgency: 1,
  topics: ['trade'],
  storyline: 'talks',
  owner: 'trade',
  series: { name: 'The way to trade', part: 2 },
  lang: 'de',
  translationOf: '/2026/01/08/original',
  aliases: ['/old/subject'],
  canonical: 'https://elsewhere.example/subject',
  image: {
    src: 'garden.jpg',
    alt: 'A garden',
    caption: 'A caption',
    credit: 'A credit',
    creditUrl: 'https://example.org/maker',
    rights: '© A maker',
    focus: '40% 30%',
  },
  related: [
    { address: '/2026/01/08/other', note: 'A word on it' },
    { url: 'https://example.org/related', title: 'A related page', source: 'A source', note: 'A note' },
  ],
  sources: [{ url: 'https://example.org/paper', title: 'A paper', source: 'A publisher', note: 'A remark' }],
  corrections: [{ at: '2026-01-13T12:00:00Z', text: 'It was Nara.' }],
};

const exampleTopic: ExampleOf<typeof topicSchema> = {
  title: 'Trade',
  learn: 'What trade is',
  standfirst: 'About trade.',
  parent: 'economy',
  owner: 'main',
  order: 1,
  accent: 'amber',
  essential: ['/2026/01/08/original'],
  links: [{ url: 'https://example.org/trade', title: 'A link', source: 'A source', note: 'A note' }],
  aliases: ['/topics/commerce'],
};

const examplePerson: ExampleOf<typeof personSchema> = {
  name: 'Ann Example',
  kind: 'organization',
  role: 'Reporter',
  agency: 'UPI',
  image: {
    src: 'garden.jpg',
    alt: 'Ann in a garden',
    caption: 'A caption of hers',
    credit: 'A credit of hers',
    creditUrl: 'https://example.org/photographer',
    rights: '© A photographer',
    focus: '40% 30%',
  },
  email: 'ann@test.example',
  social: [{ url: 'https://social.example/@ann', title: 'Her account' }],
  links: [{ url: 'https://example.org/ann', title: 'A profile', source: 'A source', note: 'A note' }],
  aliases: ['/people/former'],
};

const exampleStoryline: ExampleOf<typeof storylineSchema> = {
  title: 'The talks',
  topics: ['trade'],
  status: 'closed',
  ahead: [{ date: '2027-05', text: 'They meet again' }],
  people: [{ name: 'Cy Example', role: 'A negotiator' }],
  aliases: ['/storylines/former'],
};

const examplePlaces: ExampleOf<typeof placesSchema> = {
  places: [
    {
      name: 'Heijō',
      region: 'Kansai',
      country: 'JP',
      at: [34.69, 135.8],
      aliases: ['Nara', { name: '奈良', region: '関西' }],
    },
  ],
};

const examplePage: ExampleOf<typeof pageSchema> = {
  title: 'Contact',
  description: 'How to reach us',
  policy: ['feedback'],
  aliases: ['/old/contact'],
  status: 'draft',
};

const exampleSite: ExampleOf<typeof siteSchema> = {
  name: 'The Test',
  url: 'https://test.example',
  id: 'https://old.example',
  language: 'en',
  timezone: 'Asia/Tokyo',
  description: 'A description',
  logo: { light: 'logo.svg', dark: 'wall.svg' },
  icon: 'logo.svg',
  fonts: {
    reading: {
      family: 'Test Serif',
      files: [{ file: 'serif.woff2', weight: '200 900', style: 'italic' }],
      license: 'OFL',
    },
    labels: { family: 'Test Sans', files: [{ file: 'sans.woff2', weight: '400', style: 'italic' }], license: 'OFL' },
  },
  menu: [{ url: 'https://press.example/shop', title: { en: 'Shop' } }],
  footer: [{ url: 'https://press.example/rules', title: { en: 'Rules' } }],
  social: [{ url: 'https://social.example/@test', title: { en: 'Social' } }],
  newsletter: 'https://press.example/newsletter',
  tips: 'https://press.example/tips',
  counter: 'https://stats.example/count.gif',
  contact: { page: '/write-to-us', email: 'mail@press.example', telephone: '+81 75 000 0000' },
  accent: 'violet',
  palette: {
    red: { light: '#900000', dark: '#ff9999' },
    teal: { light: '#006060', dark: '#99ffff' },
    blue: { light: '#000090', dark: '#9999ff' },
    amber: { light: '#704000', dark: '#ffcc99' },
    green: { light: '#006000', dark: '#99ff99' },
    violet: { light: '#600060', dark: '#ff99ff' },
  },
  publisher: {
    name: 'Test Press',
    url: 'https://press.example',
    email: 'desk@press.example',
    address: '1 Example Street',
    founded: '1999',
  },
  policies: { ethics: 'https://press.example/ethics' },
  related: {
    section: 0,
    storyline: 0.004,
    headline: 0,
    halfLife: 1,
    oldest: 0,
    threshold: 0.3,
    sameStory: 100,
    newer: 1.15,
    newerDays: 0.01,
  },
  released: ['/2026/01/05/dropped'],
  websub: ['https://hub.example/'],
  indexnow: 'abcdefgh12345678',
  license: {
    terms: 'https://press.example/terms',
    contact: 'rights@press.example',
    offers: [
      {
        permits: ['search'],
        payment: 'subscription',
        standard: 'https://press.example/standard',
        custom: 'https://press.example/custom',
      },
    ],
    prohibits: ['ai-train'],
  },
  trust: {
    member: ['https://a.example/'],
    belongto: ['https://b.example/'],
    control: ['https://c.example/'],
    controlledby: ['https://d.example/'],
    social: ['https://e.example/'],
    vendor: ['https://f.example/'],
    customer: ['https://g.example/'],
    disclosure: ['https://h.example/'],
    contact: ['desk@press.example'],
    datatrainingallowed: false,
  },
};

const { timezone: _timezone, related: _related, released: _released, ...sharedWithTitles } = exampleSite;
/** The first of the titles in the newsroom `sisters`. What a front can have is in the tests of fronts. */
const exampleTitle: Omit<ExampleOf<typeof titleSchema>, 'front'> & { front: { lead: string } } = {
  ...sharedWithTitles,
  name: 'The Trade Test',
  url: 'https://trade.example',
  order: 1,
  carries: {
    sections: ['economy'],
    topics: ['garden'],
    storylines: ['talks'],
    agencies: ['AFP'],
    languages: ['en'],
  },
  front: { lead: '/2026/01/08/original' },
};

/** Other values of fields that a file must have. */
const others: Record<string, unknown> = {
  'article.id': 'urn:example:another',
  'article.headline': 'Another headline',
  'article.byline.0.person': 'desk',
  'article.byline.1.name': 'Cy Example',
  'article.published': '2026-01-10T13:00:00Z',
  'article.series.name': 'Another series',
  'article.series.part': 3,
  'article.image.src': 'wall.svg',
  'article.image.alt': 'A wall',
  'article.related.0.address': '/2026/01/08/original',
  'article.related.1.url': 'https://example.org/another',
  'article.related.1.title': 'Another page',
  'article.sources.0.url': 'https://example.org/another',
  'article.sources.0.title': 'Another paper',
  'article.corrections.0.at': '2026-01-14T12:00:00Z',
  'article.corrections.0.text': 'It was Otsu.',
  'topic.title': 'Commerce',
  'topic.links.0.url': 'https://example.org/another',
  'topic.links.0.title': 'Another link',
  'person.name': 'Cy Example',
  'person.image.src': 'wall.svg',
  'person.image.alt': 'Ann at a wall',
  'person.social.0.url': 'https://social.example/@another',
  'person.links.0.url': 'https://example.org/another',
  'person.links.0.title': 'Another profile',
  'storyline.title': 'The negotiations',
  'storyline.ahead.0.date': '2027-06-07',
  'storyline.ahead.0.text': 'They do not meet',
  'storyline.people.0.name': 'Di Example',
  'places.places': [],
  'places.places.0.name': 'Otsu',
  'places.places.0.aliases.1.name': '大津',
  'page.title': 'Write to us',
  'site.name': 'Another Test',
  'site.url': 'https://another.example',
  'site.language': 'fr',
  'site.timezone': 'UTC',
  'site.publisher.name': 'Another Press',
  'site.menu.0.url': 'https://press.example/jobs',
  'site.footer.0.url': 'https://press.example/code',
  'site.social.0.url': 'https://social.example/@another',
  'site.logo.light': 'wall.svg',
  'site.fonts.reading.family': 'Another Serif',
  'site.fonts.reading.files': ['sans.woff2'],
  'site.fonts.reading.files.0.file': 'sans.woff2',
  'site.fonts.reading.license': 'MIT',
  'site.fonts.labels.family': 'Another Sans',
  'site.fonts.labels.files': ['serif.woff2'],
  'site.fonts.labels.files.0.file': 'serif.woff2',
  'site.fonts.labels.license': 'MIT',
  ...Object.fromEntries(
    Object.keys(exampleSite.palette).flatMap((name) => [
      [`site.palette.${name}.light`, '#000001'],
      [`site.palette.${name}.dark`, '#fffffe'],
    ]),
  ),
  'site.license.offers.0.permits': ['ai-index'],
};

for (const [name, other] of Object.entries(others))
  if (name.startsWith('site.')) others[name.replace('site.', 'title.')] ??= other;

/** The status hides everything else. */
const hiding = ['status', 'reason'];
/** Fields that cannot be seen beside other fields of the same example: the others that are left out for them. */
const leftOut: Record<string, readonly string[]> = {
  'topic.order': ['parent'],
  'topic.accent': ['parent'],
  // The title carries stories in English only.
  'article.owner': [...hiding, 'canonical', 'lang'],
};

const leftOutFor = (path: string): readonly string[] => {
  if (path === 'article.reason') return [];
  if (path === 'article.status') return ['reason'];
  if (path.startsWith('page.') && path !== 'page.status') return ['status'];
  return leftOut[path] ?? (path.startsWith('article.') ? hiding : []);
};

const files: Record<string, { path: string; example: Readonly<Record<string, unknown>> }> = {
  article: { path: `articles${subject}.mdx`, example: exampleArticle },
  topic: { path: 'topics/trade.mdx', example: exampleTopic },
  person: { path: 'people/ann.mdx', example: examplePerson },
  storyline: { path: 'storylines/talks.mdx', example: exampleStoryline },
  places: { path: 'places.yaml', example: examplePlaces },
  page: { path: 'pages/contact.mdx', example: examplePage },
  site: { path: 'site.yaml', example: exampleSite },
  title: { path: 'titles/trade.yaml', example: exampleTitle },
};

/** The other files of the newsroom. */
const neighbours: Files = {
  ...topics({ economy: { title: 'Economy', accent: 'blue', order: 2 } }),
  'people/desk.mdx': '---\nname: The desk\n---\n',
  'images/garden.jpg': await sharp({ create: { width: 1300, height: 800, channels: 3, background: '#375' } })
    .jpeg()
    .toBuffer(),
  'images/wall.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800"/>',
  'fonts/serif.woff2': fontOf(64),
  'fonts/sans.woff2': fontOf(80),
  'images/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"/>',
  ...article('/2026/01/08/original', { topics: ['economy'], lang: 'en' }),
  ...article('/2026/01/08/other', { topics: ['economy', 'trade'], byline: ['ann'] }),
  ...article('/2026/01/08/japanese', { dateline: { place: '奈良', region: '関西', country: 'JP' } }),
  ...article('/2026/01/08/abroad', { dateline: { place: 'Nara', region: 'Kansai', country: 'US' } }),
  ...article('/2026/01/09/latest', { topics: ['economy'], storyline: 'talks' }),
};

/** A newsroom in which each weight of `site.yaml` decides something. */
const weighed: Files = {
  ...topics({ garden: 'Garden' }),
  'storylines/walls.mdx': '---\ntitle: Walls\n---\n',
  // Four pairs. What they share is what their names say.
  ...article('/2026/01/01/old', { headline: 'Slate' }, 'Copper tin lead zinc.'),
  ...article('/2026/01/04/days', { headline: 'Marble' }, 'Copper tin lead zinc.'),
  ...article('/2026/01/01/rose', { headline: 'Oak', topics: ['garden'] }, 'Willow birch maple fir cedar.'),
  ...article('/2026/01/03/section', { headline: 'Elm', topics: ['garden'] }, 'Willow birch maple fir elder.'),
  ...article('/2026/01/01/gold', { headline: 'Heron crane' }, 'Stork egret ibis.'),
  ...article('/2026/01/03/headline', { headline: 'Swan' }, 'Heron crane stork gull.'),
  ...article('/2026/01/01/noon', { headline: 'Bread' }, 'Butter milk cream cheese.'),
  ...article(
    '/2026/01/01/newer',
    { headline: 'Toast', published: '2026-01-01T12:05:00Z' },
    'Butter milk sugar salt pepper.',
  ),
  ...article('/2026/01/01/hour', { headline: 'Bishop' }, 'Castle knight rook pawn queen bishop.'),
  ...article(
    '/2026/01/01/later',
    { headline: 'Queen', published: '2026-01-01T13:00:00Z' },
    'Castle knight rook pawn queen bishop.',
  ),
  ...article('/2026/01/04/line', { headline: 'Brick', storyline: 'walls' }, 'Mortar plaster cement.'),
  ...article('/2026/01/03/member', { headline: 'Stone', storyline: 'walls', type: 'analysis' }, 'Gravel sand clay.'),
  // The previous story of the storyline has a link of its own, and no card.
  ...article(
    '/2026/01/03/between',
    { headline: 'Granite', storyline: 'walls', published: '2026-01-03T20:00:00Z' },
    'Feldspar quartz mica.',
  ),
  ...article(
    '/2026/01/04/words',
    { headline: 'Tile', type: 'analysis', published: '2026-01-04T11:00:00Z' },
    'Mortar plaster cement.',
  ),
};

/** What a newsroom of two titles has beside `neighbours`: stories that the example carries for one reason each. */
const sisters: Files = {
  ...site,
  ...titles({ main: { order: 2 } }),
  ...topics({ garden: 'Garden' }),
  ...article('/2026/01/02/below', { topics: ['trade'] }),
  ...article('/2026/01/02/garden', { topics: ['garden'] }),
  ...article('/2026/01/02/talks', { storyline: 'talks' }),
  ...article('/2026/01/02/agency', { agency: 'AFP' }),
  ...article('/2026/01/02/french', { agency: 'AFP', lang: 'fr' }),
};

/** Before and after each gate of the example. */
const instants = [
  '2026-01-10T12:30:00Z',
  '2026-01-11T11:00:00Z',
  '2026-01-13T11:00:00Z',
  '2026-01-20T12:00:00Z',
  '2026-02-02T12:00:00Z',
];

/** Writes fields as a file has them: a person or an address stands for itself. */
function textOf(kind: string, fields: unknown): string {
  const written = JSON.parse(
    JSON.stringify(fields, (_, value: unknown) => {
      if (!isRecord(value)) return value;
      if ('address' in value && 'note' in value) return { url: value['address'], note: value['note'] };
      if (Object.keys(value).length !== 1) return value;
      return value['person'] ?? value['address'] ?? value;
    }),
  );
  if (kind === 'places') return stringify(written.places);
  return kind === 'site' || kind === 'title'
    ? stringify(written)
    : writeFrontMatter(written, 'Text with [a link](/2026/01/08/other).');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The path of every field of an example: `image`, `image.src`, `byline.0.person` … */
function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => pathsIn(item, [...path, String(index)]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, inside]) => [[...path, name], ...pathsIn(inside, [...path, name])]);
}

/** A copy in which the value at a path is another one, or is missing. */
function changed(value: unknown, [name = '', ...rest]: readonly string[], other: unknown): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === name ? changed(item, rest, other) : item));
  if (!isRecord(value)) return value;
  const { [name]: old, ...unchanged } = value;
  const next = rest.length > 0 ? changed(old, rest, other) : other;
  return next === undefined ? unchanged : { ...value, [name]: next };
}

/** All that anybody gets at one instant, by a name for each. */
function* outputsOf(edition: Edition): Generator<[name: string, text: string]> {
  const addresses = [
    subject,
    ...Object.keys(neighbours).flatMap((file) => /^articles(.*)\.mdx$/.exec(file)?.[1] ?? []),
  ];
  const old = [
    '/old/contact',
    '/old/subject',
    '/topics/commerce',
    '/people/former',
    '/storylines/former',
    '/2026/01/05/dropped',
  ];
  const paths = [...addresses, ...old, ...pathsOf(edition), `${subject}/related`, `${subject}/history`, '/nowhere'];
  for (const path of new Set(paths)) {
    const found = answer(edition, path);
    yield [path, found.status === 308 ? found.to : `${found.status} ${bodyOf(found.view)}`];
    if (found.status !== 308) yield [`head of ${path}`, JSON.stringify(headOf(found.view))];
    yield [sharePath(path), JSON.stringify(shareAnswer(edition, sharePath(path)))];
  }
  const lists = [
    '/',
    '/corrections',
    ...collectionKinds.flatMap((kind) => edition.collections(kind).map(({ slug }) => collectionPath(kind, slug))),
  ];
  const documents = [
    '/sitemap.xml',
    newsSitemapPath,
    '/robots.txt',
    '/llms.txt',
    licensePath,
    '/manifest.webmanifest',
    trustPath,
    `/${exampleSite.indexnow}.txt`,
    ...allSitemaps(edition).map(({ sitemap }) => sitemapPath(sitemap)),
    ...lists.flatMap((list) => feedFormats.map((format) => feedPath(list, format))),
    ...addresses.flatMap((address) => alternateFormats.map((format) => alternatePath(address, format))),
  ];
  yield ['the look', JSON.stringify(lookOf(edition))];
  yield ['the icon', JSON.stringify(iconOf(edition))];
  yield ['the date of a new draft', localInstant(edition.now, edition.site.timezone)];
  for (const path of documents) yield [path, JSON.stringify(outputAt(edition, path))];
  for (const address of addresses) {
    const found = edition.lookup(address);
    if (found.state === 'public')
      for (const [name, { write }] of Object.entries(articleFormats))
        yield [`${name} of ${address}`, write(articleData(edition, found.story))];
  }
}

/** What somebody gets of a newsroom: its outputs at each instant, and its problems. */
interface Shown {
  outputs: Map<string, string>[];
  problems: string[];
}

class Comparison {
  readonly #newsroom: TestNewsroom;
  readonly #compared: readonly (string | undefined)[];
  readonly #known = new Map<string, Shown>();

  /** `compared`: the titles whose outputs are compared. */
  constructor(newsroom: TestNewsroom, compared: readonly (string | undefined)[] = [undefined]) {
    this.#newsroom = newsroom;
    this.#compared = compared;
  }

  /** Each title at each instant. */
  get #editions(): { title: string | undefined; now: string }[] {
    return this.#compared.flatMap((title) => instants.map((now) => ({ title, now })));
  }

  /** Writes a file, and returns the problems of the newsroom. */
  async write(path: string, text: string): Promise<string[]> {
    this.#newsroom.write({ [path]: text });
    const { content, data } = this.#newsroom;
    const { problems } = await compile({ content, data, now: Date.parse('2026-03-01T00:00:00Z'), history: false });
    return problems.map(({ code, file, field }) => `${file} ${field} ${code}`);
  }

  async #shown(path: string, text: string): Promise<Shown> {
    const known = this.#known.get(path + text);
    if (known) return known;
    const problems = await this.write(path, text);
    const outputs = this.#editions.map(({ title, now }) =>
      this.#newsroom.at(now, (edition) => new Map(outputsOf(edition)), title),
    );
    this.#known.set(path + text, { outputs, problems });
    return { outputs, problems };
  }

  /** The name of something that differs between two texts of a file; `undefined` where there is nothing. */
  async difference(path: string, before: string, after: string): Promise<string | undefined> {
    const { outputs, problems } = await this.#shown(path, before);
    const newProblems = await this.write(path, after);
    const refused = newProblems.filter((each) => /field-|date-invalid/.test(each));
    assert.deepEqual(refused, [], 'The field is required: “others” must have another value of it.');
    for (const [index, { title, now }] of this.#editions.entries()) {
      const known = outputs[index] ?? new Map<string, string>();
      const found = this.#newsroom.at(
        now,
        (edition) => {
          const missing = new Set(known.keys());
          for (const [name, text] of outputsOf(edition)) {
            if (known.get(name) !== text) return name;
            missing.delete(name);
          }
          return missing.values().next().value;
        },
        title,
      );
      if (found !== undefined) return `${found} at ${now}`;
    }
    return problems.join() === newProblems.join() ? undefined : 'the problems';
  }
}

/** The fields of a kind of file, without those that would hide the field with this name. */
function fieldsFor(kind: string, name: string): unknown {
  return leftOutFor(name).reduce<unknown>((fields, other) => changed(fields, [other], undefined), files[kind]?.example);
}

test('every field of every content file changes something that somebody gets', async (t) => {
  const newsroom = new TestNewsroom(t, neighbours);
  const dropped = article('/2026/01/05/dropped');
  newsroom.write(dropped);
  const plain = Object.entries(files).map(([kind, { path }]) => ({
    path,
    text: textOf(kind, fieldsFor(kind, `${kind}.`)),
  }));
  const made = new TestNewsroom(t, { ...neighbours, ...sisters });
  for (const { path, text } of plain) {
    if (path !== files['title']?.path) newsroom.write({ [path]: text });
    if (path !== files['site']?.path) made.write({ [path]: text });
  }
  await newsroom.compile();
  newsroom.remove(...Object.keys(dropped));
  const comparison = new Comparison(newsroom);
  const ofTitles = new Comparison(made, ['trade', 'main']);
  const weights = new Comparison(new TestNewsroom(t, weighed));

  await t.test('a comment in the front matter changes nothing', async () => {
    const { path = '', text = '' } = plain[0] ?? {};
    assert.equal(await comparison.difference(path, text, text.replace('---\n', '---\n# A comment\n')), undefined);
  });
  for (const [kind, { path, example }] of Object.entries(files)) {
    for (const fieldPath of pathsIn(example)) {
      const name = [kind, ...fieldPath].join('.');
      await t.test(name, async () => {
        const fields = fieldsFor(kind, name);
        const after = changed(fields, fieldPath, others[name]);
        const needsTitles = kind === 'title' || /^(?:article|topic)\.owner$/.test(name);
        const where = needsTitles ? ofTitles : name.startsWith('site.related') ? weights : comparison;
        const found = await where.difference(path, textOf(kind, fields), textOf(kind, after));
        assert.notEqual(found, undefined, 'Nothing reads this field.');
        assert.ok(!needsTitles || found !== 'the problems', 'Only an editor sees this field.');
      });
    }
    const text = plain.find((file) => file.path === path)?.text ?? '';
    if (kind !== 'title') await comparison.write(path, text);
    if (kind !== 'site') await ofTitles.write(path, text);
  }
});
