import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import type { z } from 'zod';
import { localInstant } from '../cli/commands/new.ts';
import { compile } from '../newsroom/compile/compile.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { writeFrontMatter } from '../newsroom/intake/front-matter.ts';
import type { aboutSchema } from '../newsroom/model/about.ts';
import type { articleSchema } from '../newsroom/model/article.ts';
import { collectionKinds } from '../newsroom/model/collection.ts';
import type { personSchema } from '../newsroom/model/person.ts';
import type { siteSchema } from '../newsroom/model/site.ts';
import type { storylineSchema } from '../newsroom/model/storyline.ts';
import type { topicSchema } from '../newsroom/model/topic.ts';
import { article, TestNewsroom, topics, type Files } from '../newsroom/testing.ts';
import { alternateFormats, alternatePath } from '../site/addresses/alternates.ts';
import { feedFormats, feedPath } from '../site/addresses/feeds.ts';
import { collectionPath, licensePath, sharePath } from '../site/addresses/routes.ts';
import { answer } from '../site/answer.ts';
import { headOf } from '../site/head.ts';
import { bodyOf } from '../site/testing-pages.ts';
import { shareAnswer } from '../site/share-answer.ts';
import { pathsOf } from '../site/testing.ts';
import { articleData } from './article/article-data.ts';
import { articleFormats } from './article/formats.ts';
import { outputAt } from './outputs.ts';
import { newsSitemapPath } from './sitemaps/news-sitemap.ts';
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
  topics: ['trade'],
  storyline: 'talks',
  lang: 'de',
  translationOf: '/2026/01/08/original',
  aliases: ['/old/subject'],
  canonical: 'https://elsewhere.example/subject',
  image: { src: 'garden.svg', alt: 'A garden', caption: 'A caption', credit: 'A credit' },
  related: [
    { address: '/2026/01/08/other' },
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
  order: 1,
  accent: 'amber',
  links: [{ url: 'https://example.org/trade', title: 'A link', source: 'A source', note: 'A note' }],
  aliases: ['/topics/commerce'],
};

const examplePerson: ExampleOf<typeof personSchema> = {
  name: 'Ann Example',
  kind: 'organization',
  role: 'Reporter',
  agency: 'UPI',
  links: [{ url: 'https://example.org/ann', title: 'A profile', source: 'A source', note: 'A note' }],
};

const exampleStoryline: ExampleOf<typeof storylineSchema> = {
  title: 'The talks',
  topics: ['trade'],
  status: 'closed',
};

const exampleAbout: ExampleOf<typeof aboutSchema> = { title: 'Who we are' };

const exampleSite: ExampleOf<typeof siteSchema> = {
  name: 'The Test',
  url: 'https://test.example',
  id: 'https://old.example',
  language: 'en',
  timezone: 'Asia/Tokyo',
  description: 'A description',
  logo: 'logo.svg',
  publisher: {
    name: 'Test Press',
    url: 'https://press.example',
    email: 'desk@press.example',
    address: '1 Example Street',
    founded: '1999',
  },
  policies: { ethics: 'https://press.example/ethics' },
  front: ['/2026/01/08/other'],
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

/** Other values of fields that a file must have. */
const others: Record<string, unknown> = {
  'article.id': 'urn:example:another',
  'article.headline': 'Another headline',
  'article.byline.0.person': 'desk',
  'article.byline.1.name': 'Cy Example',
  'article.published': '2026-01-10T13:00:00Z',
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
  'person.links.0.url': 'https://example.org/another',
  'person.links.0.title': 'Another profile',
  'storyline.title': 'The negotiations',
  'about.title': 'About us',
  'site.name': 'Another Test',
  'site.url': 'https://another.example',
  'site.language': 'fr',
  'site.timezone': 'UTC',
  'site.publisher.name': 'Another Press',
  'site.license.offers.0.permits': ['ai-index'],
};

/** Fields that cannot be seen beside other fields of the same example: the others that are left out for them. */
const leftOut: Record<string, readonly string[]> = {
  'topic.order': ['parent'],
  'topic.accent': ['parent'],
};

/** The status hides everything else. */
const hiding = ['status', 'reason'];
const leftOutFor = (path: string): readonly string[] => {
  if (path === 'article.reason') return [];
  if (path === 'article.status') return ['reason'];
  return path.startsWith('article.') ? hiding : (leftOut[path] ?? []);
};

const files: Record<string, { path: string; example: Readonly<Record<string, unknown>> }> = {
  article: { path: `articles${subject}.mdx`, example: exampleArticle },
  topic: { path: 'topics/trade.mdx', example: exampleTopic },
  person: { path: 'people/ann.mdx', example: examplePerson },
  storyline: { path: 'storylines/talks.mdx', example: exampleStoryline },
  about: { path: 'about.mdx', example: exampleAbout },
  site: { path: 'site.yaml', example: exampleSite },
};

/** The other files of the newsroom. */
const neighbours: Files = {
  ...topics({ economy: { title: 'Economy', accent: 'blue', order: 2 } }),
  'people/desk.mdx': '---\nname: The desk\n---\n',
  'images/garden.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800"/>',
  'images/wall.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800"/>',
  'images/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"/>',
  ...article('/2026/01/08/original', { topics: ['economy'], lang: 'en' }),
  ...article('/2026/01/08/other', { topics: ['economy', 'trade'], byline: ['ann'] }),
  ...article('/2026/01/09/latest', { topics: ['economy'], storyline: 'talks' }),
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
      if (!isRecord(value) || Object.keys(value).length !== 1) return value;
      return value['person'] ?? value['address'] ?? value;
    }),
  );
  return kind === 'site' ? stringify(written) : writeFrontMatter(written, 'Text with [a link](/2026/01/08/other).');
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
  const old = ['/old/subject', '/topics/commerce', '/2026/01/05/dropped'];
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
  readonly #known = new Map<string, Shown>();

  constructor(newsroom: TestNewsroom) {
    this.#newsroom = newsroom;
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
    const outputs = instants.map((now) => this.#newsroom.at(now, (edition) => new Map(outputsOf(edition))));
    this.#known.set(path + text, { outputs, problems });
    return { outputs, problems };
  }

  /** The name of something that differs between two texts of a file; `undefined` where there is nothing. */
  async difference(path: string, before: string, after: string): Promise<string | undefined> {
    const { outputs, problems } = await this.#shown(path, before);
    const newProblems = await this.write(path, after);
    const refused = newProblems.filter((each) => /field-|date-invalid/.test(each));
    assert.deepEqual(refused, [], 'The field is required: “others” must have another value of it.');
    for (const [index, now] of instants.entries()) {
      const known = outputs[index] ?? new Map<string, string>();
      const found = this.#newsroom.at(now, (edition) => {
        const missing = new Set(known.keys());
        for (const [name, text] of outputsOf(edition)) {
          if (known.get(name) !== text) return name;
          missing.delete(name);
        }
        return missing.values().next().value;
      });
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
  for (const { path, text } of plain) newsroom.write({ [path]: text });
  await newsroom.compile();
  newsroom.remove(...Object.keys(dropped));
  const comparison = new Comparison(newsroom);

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
        const found = await comparison.difference(path, textOf(kind, fields), textOf(kind, after));
        assert.notEqual(found, undefined, 'Nothing reads this field.');
      });
    }
    await comparison.write(path, plain.find((file) => file.path === path)?.text ?? '');
  }
});
