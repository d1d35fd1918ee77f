import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SourceFile } from '../reader.ts';
import { readMarkdown } from './read.ts';

/** What becomes of a post whose front matter and path say something about its public. */
function outcome(text: string, path = 'posts/2026-01-10-levee.md', siteFiles: Record<string, string> = {}): string {
  const source = (name: string, content: string): SourceFile => ({
    path: name,
    bytes: new TextEncoder().encode(content),
    root: name.split('/')[0] ?? '',
  });
  const { results } = readMarkdown([source(path, text)], {
    date: null,
    collectionSources: [],
    siteFiles: Object.entries(siteFiles).map(([name, content]) => source(name, content)),
  });
  const [result] = results;
  assert.ok(result);
  const { article, problems } = result;
  if (article === null) return `fault ${problems[0]?.field ?? ''}`.trim();
  const { status, embargo, expires } = article.fields;
  return (
    [status, embargo && `embargo ${embargo}`, expires && `expires ${expires}`].filter(Boolean).join(', ') || 'public'
  );
}
const yaml = (fields: string): string => `---\ntitle: Levee\n${fields}\n---\nText.\n`;
const FUTURE = 'embargo 2099-03-01T00:00:00Z';

const FIELDS: [string, string][] = [
  // Draft, in all forms of a boolean.
  ['draft: true', 'draft'],
  ['Draft: true', 'draft'],
  ['DRAFT: TRUE', 'draft'],
  ['draft: "true"', 'draft'],
  ["draft: 'True'", 'draft'],
  ['draft: yes', 'draft'],
  ['draft: Y', 'draft'],
  ['draft: on', 'draft'],
  ['draft: 1', 'draft'],
  ['draft: "1"', 'draft'],
  ['draft: maybe', 'draft'],
  ['draft: [true]', 'draft'],
  ['draft: { value: true }', 'draft'],
  ['is_draft: true', 'draft'],
  ['isDraft: true', 'draft'],
  ['"draft": true', 'draft'],
  ['draft: true\ndraft: false', 'draft'],
  ['draft: false\nDraft: true', 'draft'],
  ['draft: false', 'public'],
  ['draft: no', 'public'],
  ['draft: "false"', 'public'],
  ['draft: 0', 'public'],
  ['draft:', 'public'],
  // Nested in the maps of themes.
  ['params:\n  draft: true', 'draft'],
  ['extra:\n  private: yes', 'draft'],
  ['metadata: { status: pending }', 'draft'],
  ['custom:\n  nested:\n    draft: true', 'draft'],
  ['params:\n  custom:\n    draft: true', 'draft'],
  ['params.draft: true', 'draft'],
  ['<<: { draft: true }', 'draft'],
  ['author: { private: true, name: Ann }', 'public'],
  // Published.
  ['published: false', 'draft'],
  ['published: no', 'draft'],
  ['published: "false"', 'draft'],
  ['published: OFF', 'draft'],
  ['published: n', 'draft'],
  ['published: 0', 'draft'],
  ['published:', 'draft'],
  ['published: soon', 'draft'],
  ['published: true', 'public'],
  ['Published: Yes', 'public'],
  ['published: 2020-05-05', 'public'],
  ['published: 2099-03-01', FUTURE],
  ['publish: false', 'draft'],
  ['publish: { date: 2099-03-01 }', FUTURE],
  ['publish: true', 'public'],
  ['public: false', 'draft'],
  ['is-public: no', 'draft'],
  ['visible: false', 'draft'],
  ['listed: false', 'draft'],
  // States.
  ['status: draft', 'draft'],
  ['status: Draft', 'draft'],
  ['status: pending', 'draft'],
  ['status: in-review', 'draft'],
  ['status: future', 'draft'],
  ['status: scheduled', 'draft'],
  ['status: trash', 'draft'],
  ['status: private', 'draft'],
  ['status: hidden', 'draft'],
  ['status: frobnicated', 'draft'],
  ['status: [published, draft]', 'draft'],
  ['status: { name: draft }', 'draft'],
  ['post_status: auto-draft', 'draft'],
  ['_status: draft', 'draft'],
  ['status: publish', 'public'],
  ['status: "Published"', 'public'],
  ['status:', 'public'],
  ['workflow: in_review', 'draft'],
  ['state: draft', 'draft'],
  ['state: Ohio', 'public'],
  ['type: draft', 'draft'],
  ['layout: draft', 'draft'],
  ['type: review', 'public'],
  ['layout: post', 'public'],
  // Who may read it.
  ['visibility: private', 'draft'],
  ['visibility: members', 'draft'],
  ['visibility: unlisted', 'draft'],
  ['visibility: { private: true }', 'draft'],
  ['Visibility: Public', 'public'],
  ['access: members', 'draft'],
  ['access: public', 'public'],
  ['tier: gold', 'draft'],
  ['tiers: [free]', 'public'],
  ['members_only: true', 'draft'],
  ['membersOnly: false', 'public'],
  ['private: true', 'draft'],
  ['private: board', 'draft'],
  ['private: false', 'public'],
  ['hidden: true', 'draft'],
  ['hidden: "yes"', 'draft'],
  ['unlisted: true', 'draft'],
  ['protected: true', 'draft'],
  ['archived: true', 'draft'],
  ['password: tulip', 'draft'],
  ['password: 0', 'draft'],
  ['password: none', 'public'],
  ['password: ""', 'public'],
  ['hide: true', 'draft'],
  ['hide: [navigation, toc]', 'public'],
  ['exclude: true', 'draft'],
  // How it is built.
  ['build: { render: never }', 'draft'],
  ['build:\n  list: local', 'draft'],
  ['_build:\n  render: link', 'draft'],
  ['_build: { render: false }', 'draft'],
  ['_build: { list: never }', 'draft'],
  ['build: { render: always, list: always, publishResources: false }', 'public'],
  ['build.render: never', 'draft'],
  ['Build: { Render: Never }', 'draft'],
  ['headless: true', 'draft'],
  ['render: false', 'draft'],
  ['output: html_document', 'public'],
  ['permalink: false', 'draft'],
  ['permalink: "false"', 'draft'],
  ['permalink: /levee/', 'public'],
  ['eleventyExcludeFromCollections: true', 'draft'],
  ['eleventyExcludeFromCollections: [posts]', 'draft'],
  ['eleventyExcludeFromCollections: false', 'public'],
  // Instants.
  ['publishDate: 2099-03-01', FUTURE],
  ['publishdate: 2099-03-01T00:00:00Z', FUTURE],
  ['publish_date: "2099-03-01"', FUTURE],
  ['Publish-Date: 2099/03/01', FUTURE],
  ['date: 2026-01-10\npubDate: Mar 01 2099', FUTURE],
  ['pubDate: Sun, 01 Mar 2099 00:00:00 GMT\ndate: 2026-01-10', FUTURE],
  ['embargo: 2099-03-01', FUTURE],
  ['embargo_until: 2099-03-01', FUTURE],
  ['embargo: { until: 2099-03-01 }', FUTURE],
  ['embargo: [2099-03-01, 2098-01-01]', FUTURE],
  ['params: { embargo: 2099-03-01 }', FUTURE],
  ['scheduled: 2099-03-01', FUTURE],
  ['publishDate: 2020-01-01', 'public'],
  ['publishDate:', 'public'],
  ['embargo: true', 'draft'],
  ['scheduled: yes', 'draft'],
  ['embargo: false', 'public'],
  ['publishDate: next week', 'fault publishDate'],
  ['embargo: 2099-02-30', 'fault embargo'],
  ['expiryDate: 2030-01-01', 'expires 2030-01-01T00:00:00Z'],
  ['expirydate: 2030-01-01', 'expires 2030-01-01T00:00:00Z'],
  ['unpublishdate: 2030-01-01', 'expires 2030-01-01T00:00:00Z'],
  ['unpublish_on: 2030-01-01\nexpires: 2029-01-01', 'expires 2029-01-01T00:00:00Z'],
  ['expiryDate: 2030-01-01\nexpiryDate: 2029-01-01', 'expires 2029-01-01T00:00:00Z'],
  ['expires: never', 'public'],
  ['expires: when it rains', 'fault expires'],
  ['expiryDate: 2030-13-01', 'fault expiryDate'],
  // Misspelt.
  ['drfat: true', 'draft'],
  ['daft: false', 'public'],
  ['hiden: yes', 'draft'],
  ['statsu: draft', 'draft'],
  ['pubished: false', 'draft'],
  ['embargoo: 2099-03-01', 'draft'],
  ['visiblity: private', 'draft'],
  ['acess_level: members-only', 'draft'],
  // Approval, holds, and groups of readers.
  ['released: false', 'draft'],
  ['approved: no', 'draft'],
  ['approval: pending', 'draft'],
  ['approval: { legal: waiting }', 'draft'],
  ['approval: approved', 'public'],
  ['legal_hold: true', 'draft'],
  ['legal_hold: false', 'public'],
  ['review_status: open', 'draft'],
  ['groups: [staff]', 'draft'],
  ['groups: [Choirs, Bands]', 'public'],
  ['audience: subscribers', 'draft'],
  ['audience: teachers', 'public'],
  ['allowed_roles: [choir]', 'draft'],
  // Other languages.
  ['brouillon: true', 'draft'],
  ['entwurf: ja', 'draft'],
  ['borrador: true', 'draft'],
  ['rascunho: true', 'draft'],
  ['bozza: true', 'draft'],
  ['privé: true', 'draft'],
  ['publicado: false', 'draft'],
  ['entwurf: false', 'public'],
  // Dates in maps.
  ['date: 2026-01-10\npublication: { date: 2099-03-01 }', FUTURE],
  ['release: { date: 2099-03-01 }', FUTURE],
  ['release: 2099-03-01', FUTURE],
  ['release: v1.2', 'public'],
  // Maps about other things.
  ['show_date: false', 'public'],
  ['comments: { hidden: true }', 'public'],
  ['toc: { hidden: true }', 'public'],
  ['social: { private: true }', 'public'],
  ['event: { status: cancelled }', 'public'],
  ['location: { public: false }', 'public'],
  ['series: Draft', 'public'],
  ['rights: { public: false }', 'draft'],
  // Tags.
  ['tags: [draft]', 'draft'],
  ['labels: [draft]', 'draft'],
  ['flags: [draft]', 'draft'],
  ['flags: { draft: true }', 'draft'],
  ['tags: [status/draft]', 'draft'],
  ['tags: [drafts, NFL]', 'public'],
  ['tags: levees, private', 'draft'],
  ['tags: [drafting, private schools]', 'public'],
  // What search engines, menus and themes do says nothing about the public.
  ...[
    'comment_status: closed',
    'ping_status: open',
    'hideMeta: true',
    'hideSummary: true',
    'hide_title: true',
    'hide_table_of_contents: true',
    'searchHidden: true',
    'robotsNoIndex: true',
    'hiddenFromHomePage: true',
    'toc_hide: true',
    'nav_exclude: true',
    'sidebar_position: 3',
    'displayed_sidebar: main',
    'pagination_next: null',
    'featured: true',
    'pinned: true',
    'sticky: 100',
    'weight: 1',
    'math: true',
    'share: false',
    'ShowReadingTime: true',
    'wordpress_id: 12',
    'menu: main',
    'series: [Levees]',
    'header: { overlay_color: "#000" }',
    'sidebar: { nav: docs }',
    'license: CC-BY',
    'disableComments: true',
    'last_modified_at: 2026-01-11',
    'categories: [News]',
    'image: levee.jpg',
    'cover: { image: levee.jpg, hidden: true }',
    'seo: { title: Levee }',
  ].map((field): [string, string] => [field, 'public']),
  ['sitemap: false', 'public'],
  ['noindex: true', 'public'],
  ['robots: noindex', 'public'],
  ['sitemap: { exclude: true }', 'public'],
  ['comments: false', 'public'],
  ['toc: false', 'public'],
];
for (const [fields, expected] of FIELDS) {
  test(`${fields.replaceAll('\n', ' · ')} → ${expected}`, () => assert.equal(outcome(yaml(fields)), expected));
}

const TEXTS: [string, string, string][] = [
  ['TOML', '+++\ntitle = "Levee"\ndraft = true\n+++\nText.', 'draft'],
  ['TOML in a table', '+++\ntitle = "Levee"\n[build]\nrender = "never"\n+++\nText.', 'draft'],
  ['TOML with a date', '+++\ntitle = "Levee"\npublishDate = 2099-03-01T00:00:00Z\n+++\nText.', FUTURE],
  ['TOML with a local day', '+++\ntitle = "Levee"\n[extra]\nembargo = 2099-03-01\n+++\nText.', FUTURE],
  ['JSON', '{ "title": "Levee", "draft": true }\nText.', 'draft'],
  ['JSON with a field twice', '{ "title": "Levee", "draft": true, "draft": false }\nText.', 'draft'],
  ['JSON between semicolons', ';;;\n"title": "Levee",\n"published": false\n;;;\nText.', 'draft'],
  ['lines without a fence', 'Title: Levee\nStatus: draft\n\nText.', 'draft'],
  ['Hexo without an opening fence', 'title: Levee\npublished: false\n---\nText.', 'draft'],
  ['Nikola', '<!--\n.. title: Levee\n.. status: private\n-->\nText.', 'draft'],
  ['a byte order mark and blank lines', '\ufeff\n\n---   \ntitle: Levee\ndraft: yes\n---  \nText.', 'draft'],
  ['carriage returns', '---\r\ntitle: Levee\r\ndraft: on\r\n---\r\nText.\r\n', 'draft'],
  ['dots at the end', '---\ntitle: Levee\ndraft: true\n...\nText.', 'draft'],
  ['YAML that is broken', '---\ntitle: Levee: high\ndraft: true\n---\nText.', 'fault'],
  ['TOML that is broken', '+++\ntitle = Levee\ndraft = true\n+++\nText.', 'fault'],
  ['front matter without an end', '---\ntitle: Levee\ndraft: true\n\nText.', 'fault'],
];
for (const [name, text, expected] of TEXTS) test(`${name} → ${expected}`, () => assert.equal(outcome(text), expected));

const PATHS: [string, string][] = [
  ['site/_posts/2026-01-10-levee.md', 'public'],
  ['site/_drafts/2026-01-10-levee.md', 'draft'],
  ['site/_draft/2026-01-10-levee.md', 'draft'],
  ['site/content/drafts/2026-01-10-levee.md', 'draft'],
  ['site/posts/_2026-01-10-levee.md', 'draft'],
  ['_2026-01-10-levee.md', 'draft'],
  ['site/posts/2026-01-10-levee.draft.md', 'draft'],
];
for (const [path, expected] of PATHS) {
  test(`${path} → ${expected}`, () => assert.equal(outcome(yaml('date: 2026-01-10'), path), expected));
}

const POST = 'site/content/posts/2026-01-10-levee.md';
const AROUND: [string, Record<string, string>, string, string][] = [
  ['a cascade', { 'site/content/posts/_index.md': '---\ncascade: { draft: true }\n---\n' }, '', 'draft'],
  ['a cascade above', { 'site/content/_index.md': '+++\n[cascade]\ndraft = true\n+++\n' }, '', 'draft'],
  [
    'a list of cascades',
    { 'site/content/_index.md': '---\ncascade:\n  - target: { path: /posts/** }\n    build: { render: never }\n---\n' },
    '',
    'draft',
  ],
  [
    'a cascade for other pages',
    { 'site/content/_index.md': '---\ncascade:\n  - _target: { path: /notes/** }\n    draft: true\n---\n' },
    '',
    'public',
  ],
  ['a cascade elsewhere', { 'site/content/notes/_index.md': '---\ncascade: { draft: true }\n---\n' }, '', 'public'],
  [
    'a cascade that the post overrides',
    { 'site/content/posts/_index.md': '---\ncascade: { draft: true }\n---\n' },
    'draft: false',
    'public',
  ],
  ['a section that is a draft', { 'site/content/posts/_index.md': '+++\ndraft = true\n+++\n' }, '', 'draft'],
  [
    'an embargo of a section',
    { 'site/content/posts/_index.md': '---\ncascade: { publishDate: 2099-03-01 }\n---\n' },
    '',
    FUTURE,
  ],
  ['a file that Jekyll leaves out', { 'site/_config.yml': 'exclude: [content/posts, vendor]\n' }, '', 'draft'],
  ['other files that Jekyll leaves out', { 'site/_config.yml': 'exclude: [vendor, "*.txt"]\n' }, '', 'public'],
  ['files that Hugo leaves out', { 'site/hugo.toml': "ignoreFiles = ['levee\\.md$']\n" }, '', 'draft'],
  ['files that Zola leaves out', { 'site/config.toml': 'ignored_content = ["*-levee.md"]\n' }, '', 'draft'],
  ['settings with a cascade', { 'site/hugo.toml': '[cascade]\nprivate = true\n' }, '', 'draft'],
  ['data of Eleventy for a folder', { 'site/content/posts/posts.json': '{ "draft": true }' }, '', 'draft'],
  [
    'data of Eleventy for a post',
    { 'site/content/posts/2026-01-10-levee.11tydata.json': '{ "permalink": false }' },
    '',
    'draft',
  ],
  [
    'a script of Eleventy that hides nothing',
    { 'site/content/posts/posts.11tydata.js': 'export default { draft: false, permalink: "/p/" };' },
    '',
    'public',
  ],
  [
    'a script of Eleventy',
    { 'site/content/posts/posts.11tydata.js': 'module.exports = { eleventyExcludeFromCollections: true };' },
    '',
    'draft',
  ],
];
for (const [name, siteFiles, fields, expected] of AROUND) {
  test(`${name} → ${expected}`, () => assert.equal(outcome(yaml(fields), POST, siteFiles), expected));
}

test('defaults of Jekyll, and a collection that it does not write', () => {
  const settings = {
    'site/_config.yml':
      'collections: { notes: { output: false }, news: { output: true } }\ndefaults:\n  - scope: { path: "", type: posts }\n    values: { published: false }\n',
  };
  const of = (folder: string): string => outcome(yaml(''), `site/${folder}/2026-01-10-levee.md`, settings);
  assert.deepEqual(['_posts', '_notes', '_news'].map(of), ['draft', 'draft', 'public']);
});

test('code above the text of MDX is no text, and can hide the post', () => {
  const text = `---\ntitle: Levee\ndate: 2026-01-10\n---\nimport Map from './map'\n\nexport const meta = {\n  draft: false,\n}\n\nText.\n`;
  assert.equal(outcome(text, 'site/levee.mdx'), 'public');
  assert.equal(outcome(text.replace('false', 'true'), 'site/levee.mdx'), 'draft');
  const { results } = readMarkdown([{ path: 'levee.mdx', bytes: new TextEncoder().encode(text) }], {
    date: null,
    collectionSources: [],
  });
  assert.equal(results[0]?.article?.body, 'Text.');
});

test('a file in the bundle of another post is no page', () => {
  const source = (path: string): SourceFile => ({
    path,
    bytes: new TextEncoder().encode(yaml('date: 2026-01-10')),
    root: 'site',
  });
  const { results } = readMarkdown(
    ['site/content/a/index.md', 'site/content/a/notes.md', 'site/content/b.md'].map(source),
    {
      date: null,
      collectionSources: [],
      siteFiles: [{ path: 'site/hugo.toml', bytes: new Uint8Array() }],
    },
  );
  assert.deepEqual(
    results.map(({ article }) => article?.fields.status),
    [undefined, 'draft', undefined],
  );
});

test('the log names every field that made a draft', () => {
  const { results } = readMarkdown(
    [{ path: '2026-01-10-a.md', bytes: new TextEncoder().encode(yaml('published: off\nparams: { private: 1 }')) }],
    { date: null, collectionSources: [] },
  );
  assert.deepEqual(
    results[0]?.log.filter(({ rule }) => rule === 'not-public').map(({ text }) => text),
    ['published: off', 'params.private: 1'],
  );
});

test('the log names an embargo and an end', () => {
  const { results } = readMarkdown(
    [
      {
        path: '2026-01-10-a.md',
        bytes: new TextEncoder().encode(yaml('expirydate: 2026-02-01\npublishDate: 2026-01-20')),
      },
    ],
    { date: null, collectionSources: [] },
  );
  assert.deepEqual(
    results[0]?.log.filter(({ rule }) => rule === 'embargoed' || rule === 'expires').map(({ text }) => text),
    ['until 2026-01-20T00:00:00Z', 'on 2026-02-01T00:00:00Z'],
  );
});
