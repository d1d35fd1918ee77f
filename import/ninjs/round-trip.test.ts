import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { edge, edgeNewsroom } from '../../e2e/edge-newsroom.ts';
import { compile } from '../../newsroom/compile/compile.ts';
import { Editions } from '../../newsroom/edition/open.ts';
import { readForeignFrontMatter } from '../../newsroom/intake/front-matter.ts';
import { folderFor } from '../../newsroom/testing.ts';
import { bodyAt } from '../../formats/testing.ts';
import { importFiles } from '../import.ts';
import { linkTarget } from '../../site/addresses/link-target.ts';

const now = Date.parse('2026-01-20T12:00:00Z');
const demonstration = join(import.meta.dirname, '../../content');

/** Every public article of a newsroom as ninjs, by address. */
async function ninjsOf(t: TestContext, content: string): Promise<Map<string, string>> {
  const data = folderFor(t);
  await compile({ content, data, history: false });
  const editions = Editions.in(data, { linkTarget });
  t.after(() => editions.close());
  return editions.at(now, (edition) => {
    const stories = edition.newest('all', '', 1000);
    return new Map(stories.map(({ address }) => [address, bodyAt(edition, `${address}.json`) ?? '']));
  });
}

/** A copy of a newsroom without its articles. */
function withoutArticles(t: TestContext, content: string): string {
  const folder = join(folderFor(t), 'content');
  for (const name of ['site.yaml', 'places.yaml', 'titles', 'topics', 'people', 'storylines', 'images'])
    if (existsSync(join(content, name))) cpSync(join(content, name), join(folder, name), { recursive: true });
  return folder;
}

/** Writes documents into a folder and imports them. */
function importDocuments(t: TestContext, documents: Iterable<string>, content: string): ReturnType<typeof importFiles> {
  const folder = folderFor(t);
  mkdirSync(folder, { recursive: true });
  for (const [index, document] of [...documents].entries()) writeFileSync(join(folder, `${index}.json`), document);
  return importFiles({ paths: [folder], content, format: 'auto', date: null, dryRun: false });
}

/** Exports all articles, imports them into an empty newsroom, and expects the same exports from there. */
async function assertRoundTrip(t: TestContext, content: string): Promise<void> {
  const before = await ninjsOf(t, content);
  const target = withoutArticles(t, content);
  const { items } = importDocuments(t, before.values(), target);
  assert.deepEqual(
    items.filter(({ action, problems, log }) => action !== 'create' || problems.length > 0 || log.length > 0),
    [],
  );
  const after = await ninjsOf(t, target);
  assert.deepEqual([...after.keys()].toSorted(), [...before.keys()].toSorted());
  for (const [address, document] of before) assert.equal(after.get(address), document, address);
  // A second import changes nothing.
  assert.ok(importDocuments(t, before.values(), target).items.every(({ action }) => action === 'skip'));
}

test('ninjs of the demonstration newsroom is the same to the byte after an import', (t) =>
  assertRoundTrip(t, demonstration));

test('so is that of an article with every field and element, and of articles in other scripts', async (t) => {
  const newsroom = edgeNewsroom();
  t.after(() => newsroom.end());
  await assertRoundTrip(t, newsroom.folder);
});

test('an imported article has its slugs, its address and its links as they were written', async (t) => {
  const newsroom = edgeNewsroom();
  t.after(() => newsroom.end());
  const target = withoutArticles(t, newsroom.folder);
  importDocuments(t, (await ninjsOf(t, newsroom.folder)).values(), target);
  const read = (content: string): Record<string, unknown> => {
    const file = readForeignFrontMatter(readFileSync(join(content, `articles${edge.everything}.mdx`), 'utf8'));
    assert.ok(file && 'data' in file);
    return { ...file.data, body: file.body.includes(`](${edge.bare})`) };
  };
  // Not in ninjs: old addresses, and a date that a later correction replaced.
  const { aliases, updated, ...before } = read(newsroom.folder);
  assert.deepEqual([aliases, updated], [[edge.alias], '2026-01-12T08:00:00Z']);
  assert.deepEqual(read(target), { ...before, lang: 'en' });
});

test('another newsroom imports it with names, absolute links and its owner', async (t) => {
  const newsroom = edgeNewsroom();
  t.after(() => newsroom.end());
  const document = (await ninjsOf(t, newsroom.folder)).get(edge.everything) ?? '';
  const target = join(folderFor(t), 'content');
  const [item] = importDocuments(t, [document], target).items;
  assert.ok(item?.path);
  const { byline, canonical, related, topics, storyline } = item.frontMatter;
  assert.deepEqual(
    { byline, canonical, related, topics, storyline },
    {
      byline: [
        { name: 'Ada Quill', role: 'Correspondent' },
        { name: 'Bertram Blott', role: 'in Geneva' },
        { name: 'Staff Writers', kind: 'organization' },
      ],
      canonical: `https://test.example${edge.everything}`,
      related: [
        { url: `https://test.example${edge.bare}`, title: 'Bare', note: 'How it began.' },
        { url: 'https://www.example.org/report', title: 'A report elsewhere', source: 'Example' },
      ],
      topics: ['arms-control', 'security'],
      storyline: 'the-talks',
    },
  );
  assert.match(item.body, /\]\(https:\/\/test\.example\/2026\/01\/09\/bare\)/);
  assert.match(readFileSync(join(target, 'storylines/the-talks.mdx'), 'utf8'), /title: The talks/);
});
