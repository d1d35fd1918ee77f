import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImportedArticle } from '../imported-article.ts';
import type { ReadResults, SourceFile } from '../reader.ts';
import { readMarkdown } from './read.ts';

/** Reads the files of an old site. Those whose names are in `settings` are its settings and data. */
function read(files: Record<string, string>, settings: Record<string, string> = {}, root = 'site'): ReadResults {
  const sources = (texts: Record<string, string>): SourceFile[] =>
    Object.entries(texts).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text), root }));
  return readMarkdown(sources(files), { date: null, collectionSources: [], siteFiles: sources(settings) });
}
function articles(...args: Parameters<typeof read>): ImportedArticle[] {
  return read(...args).results.map(({ article, problems }) => {
    assert.ok(article, problems[0]?.message);
    return article;
  });
}
const post = (fields: string, body = 'Text.'): string => `---\ntitle: High Water\n${fields}\n---\n${body}\n`;

const ADDRESSES: [
  name: string,
  path: string,
  fields: string,
  settings: Record<string, string>,
  aliases: string[] | undefined,
][] = [
  ['Hugo, a section', 'site/content/posts/water.md', 'date: 2026-01-10', {}, ['/posts/water']],
  ['Hugo, a bundle', 'site/content/posts/water/index.md', 'date: 2026-01-10', {}, ['/posts/water']],
  ['Hugo, a slug', 'site/content/posts/water.md', 'date: 2026-01-10\nslug: tide', {}, ['/posts/tide']],
  [
    'Hugo, an address',
    'site/content/posts/water.md',
    'date: 2026-01-10\nurl: /News/Water.html',
    {},
    ['/News/Water.html', '/posts/water'],
  ],
  [
    'Hugo, aliases',
    'site/content/posts/water.md',
    'date: 2026-01-10\naliases: [/old/, older]',
    {},
    ['/posts/water', '/old', '/posts/older'],
  ],
  [
    'Hugo, an alias with a query',
    'site/content/water.md',
    'date: 2026-01-10\naliases: ["/?p=12"]',
    {},
    ['/water', '/?p=12'],
  ],
  [
    'Hugo, permalinks',
    'site/content/posts/water.md',
    'date: 2026-01-10',
    { 'site/hugo.toml': '[permalinks]\nposts = "/:year/:month/:slug/"\n' },
    ['/2026/01/high-water', '/posts/water'],
  ],
  [
    'Hugo, permalinks of pages',
    'site/content/posts/water.md',
    'date: 2026-01-10',
    { 'site/config/_default/permalinks.yaml': 'page:\n  posts: /p/:contentbasename\n' },
    ['/p/water', '/posts/water'],
  ],
  ['Hugo, a language', 'site/content/posts/water.fr.md', 'date: 2026-01-10', {}, ['/fr/posts/water']],
  ['Jekyll', 'site/_posts/2026-01-10-water.md', '', {}, ['/2026/01/10/water.html']],
  [
    'Jekyll, categories',
    'site/_posts/2026-01-10-water.md',
    'categories: rivers north',
    {},
    ['/rivers/north/2026/01/10/water.html'],
  ],
  [
    'Jekyll, a folder of a category',
    'site/rivers/_posts/2026-01-10-water.md',
    '',
    {},
    ['/rivers/2026/01/10/water.html'],
  ],
  ['Jekyll, a style', 'site/_posts/2026-01-10-water.md', '', { 'site/_config.yml': 'permalink: pretty\n' }, undefined],
  [
    'Jekyll, a template',
    'site/_posts/2026-01-10-water.md',
    '',
    { 'site/_config.yml': 'permalink: /blog/:title\n' },
    ['/blog/water'],
  ],
  [
    'Jekyll, a permalink with a token',
    'site/_posts/2026-01-10-water.md',
    'permalink: /n/:year/:title/',
    {},
    ['/n/2026/water', '/2026/01/10/water.html'],
  ],
  [
    'Jekyll, redirects',
    'site/_posts/2026-01-10-water.md',
    'redirect_from:\n  - /a.php\n  - /2026/01/10/water/',
    {},
    ['/2026/01/10/water.html', '/a.php'],
  ],
  [
    'Hexo',
    'site/source/_posts/water.md',
    'date: 2026-01-10',
    { 'site/_config.yml': 'permalink: :year/:month/:day/:title/\n' },
    undefined,
  ],
  [
    'a base path',
    'site/content/water.md',
    'date: 2026-01-10\nurl: /blog/wet/',
    { 'site/hugo.toml': 'baseURL = "https://old.example/blog/"\n' },
    ['/wet', '/water'],
  ],
  [
    'the old site in an alias',
    'site/content/water.md',
    'date: 2026-01-10\naliases: ["https://old.example/a", "https://other.example/b"]',
    { 'site/hugo.toml': 'baseURL = "https://old.example"\n' },
    ['/water', '/a'],
  ],
];
for (const [name, path, fields, settings, aliases] of ADDRESSES) {
  test(`old addresses: ${name}`, () => {
    assert.deepEqual(articles({ [path]: post(fields) }, settings)[0]?.fields.aliases, aliases);
  });
}

const LINKS: [name: string, from: string, to: string, link: string][] = [
  ['the old address', 'site/content/posts/a.md', 'site/content/posts/b.md', '[b](/posts/b/)'],
  ['the old address without a slash', 'site/content/posts/a.md', 'site/content/posts/b.md', '[b](/posts/b#part)'],
  ['a relative address', 'site/content/posts/a.md', 'site/content/posts/b.md', '[b](../b/)'],
  ['a relative address from a bundle', 'site/content/posts/a/index.md', 'site/content/posts/b/index.md', '[b](../b)'],
  ['a file', 'site/content/posts/a.md', 'site/content/posts/b.md', '[b](b.md)'],
  ['a file in a folder', 'site/content/notes/a.md', 'site/content/posts/b.md', '[b](../posts/b.md)'],
  ['a bundle’s file', 'site/content/posts/a.md', 'site/content/posts/b/index.md', '[b](./b/index.md)'],
  ['ref', 'site/content/posts/a.md', 'site/content/posts/b.md', '[b]({{< ref "b" >}})'],
  ['ref with a path', 'site/content/posts/a.md', 'site/content/posts/b.md', '[b]({{< ref "/posts/b.md" >}})'],
  ['relref', 'site/content/posts/a.md', 'site/content/posts/b/index.md', '[b]({{% relref "posts/b" %}})'],
  ['relref with a fragment', 'site/content/posts/a.md', 'site/content/posts/b.md', '[b]({{< relref "b.md#part" >}})'],
  ['post_url', 'site/_posts/2026-01-10-a.md', 'site/_posts/2026-01-11-b.md', '[b]({% post_url 2026-01-11-b %})'],
  [
    'post_url with the base path',
    'site/_posts/2026-01-10-a.md',
    'site/_posts/2026-01-11-b.md',
    '[b]({{ site.baseurl }}{% post_url 2026-01-11-b %})',
  ],
  ['link', 'site/_posts/2026-01-10-a.md', 'site/_posts/2026-01-11-b.md', '[b]({% link _posts/2026-01-11-b.md %})'],
  [
    'the address of Jekyll',
    'site/_posts/2026-01-10-a.md',
    'site/_posts/2026-01-11-b.md',
    '[b]({{ "/2026/01/11/b.html" | relative_url }})',
  ],
  [
    'the address with its host',
    'site/_posts/2026-01-10-a.md',
    'site/_posts/2026-01-11-b.md',
    '[b](https://old.example/base/2026/01/11/b.html)',
  ],
  ['Hexo', 'site/source/_posts/a.md', 'site/source/_posts/b.md', '{% post_link b "b" %}'],
];
for (const [name, from, to, link] of LINKS) {
  test(`a link between posts: ${name}`, () => {
    const [a] = articles(
      { [from]: post('date: 2026-01-10', `${link}.`), [to]: post('date: 2026-01-11') },
      { 'site/_config.yml': 'url: https://old.example\nbaseurl: /base\n' },
    );
    assert.equal(a?.body, '[b](/2026/01/11/b).');
  });
}

test('posts of one name and day get different addresses, and links lead to the right one', () => {
  const all = articles({
    'site/content/a/water.md': post('date: 2026-01-10', '[b](/b/water/)'),
    'site/content/b/water.md': post('date: 2026-01-10', '[a](/a/water/)'),
    'site/content/b/water.de.md': post('date: 2026-01-10'),
  });
  assert.deepEqual(
    all.map(({ slug, body, fields: { lang, translationOf } }) => [slug, body, lang, translationOf]),
    [
      ['water', '[b](/2026/01/10/water-2)', undefined, undefined],
      ['water-2', '[a](/2026/01/10/water)', undefined, undefined],
      ['water-de', 'Text.', 'de', '/2026/01/10/water-2'],
    ],
  );
});

const LANGUAGES: [path: string, fields: string, lang: string | undefined][] = [
  ['site/content/water.md', 'lang: pt_BR', 'pt-BR'],
  ['site/content/water.md', 'lang: EN', 'en'],
  ['site/content/water.md', 'locale: de_DE.UTF-8', 'de-DE'],
  ['site/content/water.md', 'language: zh-hans-cn', 'zh-Hans-CN'],
  ['site/content/water.md', 'lang: français', undefined],
  ['site/content/water.pt-br.md', '', 'pt-BR'],
  ['site/content/water/index.ja.md', '', 'ja'],
  ['site/content/fr/posts/water.md', '', 'fr'],
  ['site/content/posts/node.js.md', '', undefined],
  ['site/content/posts/water.md', '', undefined],
];
for (const [path, fields, lang] of LANGUAGES) {
  test(`the language of ${path} with “${fields}”`, () => {
    assert.equal(articles({ [path]: post(`date: 2026-01-10\n${fields}`) })[0]?.fields.lang, lang);
  });
}

const TOPICS: [string, string[]][] = [
  ['tags: mayor budget', ['mayor', 'budget']],
  ['tags: mayor, budget, school board', ['mayor', 'budget', 'school-board']],
  ['tags: mayor; school board', ['mayor', 'school-board']],
  ['tags: "#mayor #budget"', ['mayor', 'budget']],
  ['tags: "[mayor, school board]"', ['mayor', 'school-board']],
  ['tags: [mayor, School Board]', ['mayor', 'school-board']],
  ['tags:\n  - name: Mayor\n  - name: School board', ['mayor', 'school-board']],
  ['tag: school board', ['school-board']],
  ['categories: rivers north', ['rivers', 'north']],
  ['category: Local news', ['local-news']],
  ['topics: Flood control', ['flood-control']],
  ['taxonomies: { tags: [mayor], categories: [rivers] }', ['mayor', 'rivers']],
];
for (const [fields, topics] of TOPICS) {
  test(`topics: ${fields}`, () => {
    assert.deepEqual(articles({ 'site/content/a.md': post(`date: 2026-01-10\n${fields}`) })[0]?.fields.topics, topics);
  });
}

const AUTHORS: [string, [slug: string, name: string][]][] = [
  ['author: Ann Example', [['ann-example', 'Ann Example']]],
  ['author: Ann Example, PhD', [['ann-example-phd', 'Ann Example, PhD']]],
  [
    'authors: Ann Example, Bob Example',
    [
      ['ann-example', 'Ann Example'],
      ['bob-example', 'Bob Example'],
    ],
  ],
  ['authors: [ann]', [['ann', 'Ann Lin']]],
  ['author: ann', [['ann', 'Ann Lin']]],
  ['author: { name: Ann Example, email: a@b.example }', [['ann-example', 'Ann Example']]],
  [
    'authors:\n  - name: Ann Example\n  - name: Bob Example',
    [
      ['ann-example', 'Ann Example'],
      ['bob-example', 'Bob Example'],
    ],
  ],
  ['authors:\n  - { first_name: Ann, last_name: Example }', [['ann-example', 'Ann Example']]],
  ['authors:\n  - { key: ann, title: Editor }', [['ann', 'Ann Lin']]],
  ['authors:\n  - ann: { name: Ann Example }', [['ann', 'Ann Example']]],
  ['params: { author: Ann Example }', [['ann-example', 'Ann Example']]],
];
for (const [fields, expected] of AUTHORS) {
  test(`authors: ${fields}`, () => {
    const { results, collections } = read(
      { 'site/_posts/2026-01-10-a.md': post(fields) },
      { 'site/_data/authors.yml': 'ann:\n  name: Ann Lin\n' },
    );
    assert.deepEqual(
      results[0]?.article?.fields.byline,
      expected.map(([slug]) => slug),
    );
    assert.deepEqual(
      collections.filter(({ folder }) => folder === 'people').map(({ slug, fields: { name } }) => [slug, name]),
      expected,
    );
  });
}

test('an author in which there is no name goes to the log', () => {
  const { results } = read({ 'site/_posts/2026-01-10-a.md': post('author: { email: a@b.example, age: 7 }') });
  assert.deepEqual(
    results[0]?.log.filter(({ rule }) => rule === 'author-unread').map(({ text }) => text),
    ['{"email":"a@b.example","age":7}'],
  );
});

const DATES: [string, string][] = [
  // A day without a time stays one.
  ['2026-01-10', '2026-01-10Z'],
  ['2026-01-10+09:00', '2026-01-10+09:00'],
  ['2026/1/9 8:05', '2026-01-09T08:05:00Z'],
  ['Jan 9, 2026', '2026-01-09Z'],
  ['9 January 2026 18:30 +0900', '2026-01-09T18:30:00+09:00'],
  ['Fri, 09 Jan 2026 18:30:00 GMT', '2026-01-09T18:30:00Z'],
  ['2026-01-09 18:30:00 UTC+02:00', '2026-01-09T18:30:00+02:00'],
  ['2026-01-09T18:30:00-00:00', '2026-01-09T18:30:00Z'],
  // No place has these offsets. The instant stays.
  ['2026-01-09T18:30:00+15:00', '2026-01-09T17:30:00+14:00'],
  ['2026-01-09T23:30:00-15:30', '2026-01-10T01:00:00-14:00'],
];
for (const [stated, published] of DATES) {
  test(`the date ${stated}`, () => {
    assert.equal(articles({ 'site/content/a.md': post(`date: "${stated}"`) })[0]?.fields.published, published);
  });
}
for (const stated of ['2026-13-01', 'soon', '31 June 2026', '2026-01-09T18:30:00+99:00', '2026-01-09T25:00:00Z']) {
  test(`no date: ${stated}`, () => {
    const [result] = read({ 'site/content/a.md': post(`date: "${stated}"`) }).results;
    assert.equal(result?.problems[0]?.field, 'date');
  });
}
