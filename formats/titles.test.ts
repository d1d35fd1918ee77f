import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edition } from '../newsroom/edition/edition.ts';
import { TestNewsroom } from '../newsroom/testing.ts';
import { answer } from '../site/answer.ts';
import { headOf } from '../site/head.ts';
import { bodyOf } from '../site/testing-pages.ts';
import { pathsOf, sisterTitles } from '../site/testing.ts';
import { writeNewsmlG2 } from './article/newsml-g2.ts';
import { writeNitf } from './article/nitf.ts';
import { articleData, type ArticleData } from './article/article-data.ts';
import { outputPaths } from './outputs.ts';
import { bodyAt, textsOf } from './testing.ts';

const now = '2026-01-05T18:00:00Z';
const names = ['main', 'space-war', 'horizon'];

/** All addresses in the sitemaps of a title, decoded; without those of the news sitemap. */
function listedIn(edition: Edition): string[] {
  return textsOf(bodyAt(edition, '/sitemap.xml') ?? '', 'loc')
    .filter((url) => !url.endsWith('/news-sitemap.xml'))
    .flatMap((url) => textsOf(bodyAt(edition, new URL(url).pathname) ?? '', 'loc'))
    .map(decodeURI);
}

test('S8: the sitemaps of a title have its canonical pages, each once, and no story is in those of two titles', async (t) => {
  const made = new TestNewsroom(t, sisterTitles);
  await made.compile();
  const listed = names.map((title) =>
    made.at(
      now,
      (edition) => {
        const { url: site } = edition.site;
        const canonical = pathsOf(edition).filter((path) => {
          const found = answer(edition, path);
          const { robots, alternates } = found.status === 308 ? {} : headOf(found.view);
          const isListed = typeof robots === 'object' && robots?.index === true;
          return isListed && decodeURI(String(alternates?.canonical)) === site + path;
        });
        const found = listedIn(edition);
        assert.deepEqual(found.toSorted(), canonical.map((path) => site + path).toSorted(), title);
        return found;
      },
      title,
    ),
  );
  const stories = listed.flat().filter((url) => /\/2026\/\d\d\/\d\d\/[^/]+$/.test(url));
  assert.deepEqual(stories, [
    'https://main.example/2026/01/01/talks',
    'https://main.example/2026/01/04/talks-ar',
    'https://main.example/2026/01/05/doctrine-fr',
    'https://space-war.example/2026/01/04/doctrine',
  ]);
  const ofTopics = (title: number): string[] => (listed[title] ?? []).filter((url) => url.includes('/topics/'));
  assert.ok(ofTopics(1).includes('https://space-war.example/topics/arms/links'));
  assert.deepEqual([ofTopics(0).filter((url) => url.includes('arms')), ofTopics(2)], [[], []]);
});

test('the news sitemap and llms.txt of a title have the stories and the topics that it owns', async (t) => {
  const made = new TestNewsroom(t, sisterTitles);
  await made.compile();
  const read = (title: string): [news: string[], llms: string] =>
    made.at(
      now,
      (edition) => [textsOf(bodyAt(edition, '/news-sitemap.xml') ?? '', 'loc'), bodyAt(edition, '/llms.txt') ?? ''],
      title,
    );
  const [ofMain, main] = read('main');
  assert.deepEqual(ofMain, ['https://main.example/2026/01/05/doctrine-fr', 'https://main.example/2026/01/04/talks-ar']);
  assert.match(main, /## Other titles\n\n- \[Space War\]\(https:\/\/space-war\.example\/\)/);
  assert.doesNotMatch(main, /doctrine\.md|topics\/superpowers/);
  const [ofSpaceWar, spaceWar] = read('space-war');
  assert.deepEqual(ofSpaceWar, ['https://space-war.example/2026/01/04/doctrine']);
  assert.match(spaceWar, /space-war\.example\/2026\/01\/04\/doctrine\.md\).*\/topics\/superpowers\)/s);
  // It owns no story.
  assert.deepEqual(read('horizon')[0], []);
});

test('what programs read of a title has its name and its address, and those of no other title', async (t) => {
  const made = new TestNewsroom(t, sisterTitles);
  await made.compile();
  for (const [path, said] of [
    ['/robots.txt', 'https://space-war.example/sitemap.xml'],
    ['/sitemap.xml', 'https://space-war.example/sitemaps/2026-01.xml'],
    ['/manifest.webmanifest', '"name":"Space War"'],
    ['/opensearch.xml', 'https://space-war.example/search?q={searchTerms}'],
    ['/topics/superpowers/feed.xml', 'https://space-war.example/topics/superpowers'],
  ] as const) {
    const body = made.at(now, (edition) => bodyAt(edition, path) ?? '', 'space-war');
    assert.ok(body.replaceAll('": "', '":"').includes(said), path);
    if (!path.includes('/feed')) assert.doesNotMatch(body, /main|horizon|The Test/, path);
  }
});

test('feeds of all titles have a story under one id and one address, and say who published it first', async (t) => {
  const made = new TestNewsroom(t, sisterTitles);
  await made.compile();
  for (const [path, link] of [
    ['/feed.xml', 'link'],
    ['/atom.xml', ''],
    ['/feed.json', ''],
  ] as const) {
    const [main = '', spaceWar = ''] = names.map((title) =>
      made.at(now, (edition) => bodyAt(edition, path) ?? '', title),
    );
    for (const feed of [main, spaceWar]) {
      assert.ok(feed.includes('https://space-war.example/2026/01/04/doctrine'), path);
      assert.ok(!feed.includes('https://main.example/2026/01/04/doctrine'), path);
      assert.ok(feed.includes('urn:test:doctrine'), path);
      if (link !== '') assert.ok(textsOf(feed, link).includes('https://space-war.example/2026/01/04/doctrine'));
    }
    const said = main.indexOf('First published by');
    assert.ok(said > 0 && main.indexOf('Space War', said) - said < 120, path);
    assert.equal(main.indexOf('First published by', said + 1), -1, path);
  }
});

test('other formats of a story have one URI and one canonical address on all titles, and name the owner', async (t) => {
  const made = new TestNewsroom(t, sisterTitles);
  await made.compile();
  const path = '/2026/01/04/doctrine';
  const original = `https://space-war.example${path}`;
  const read = (title: string, write: (article: ArticleData) => string): string =>
    made.at(
      now,
      (edition) => {
        const found = edition.lookup(path);
        assert.ok(found.state === 'public');
        return write(articleData(edition, found.story));
      },
      title,
    );
  for (const title of ['main', 'space-war']) {
    const { uri, subjects, altIds, copyrightHolder } = made.at(
      now,
      (edition) => JSON.parse(bodyAt(edition, `${path}.json`) ?? '{}'),
      title,
    );
    assert.deepEqual([uri, copyrightHolder], ['urn:test:doctrine', 'Space War']);
    assert.deepEqual(
      subjects.map((subject: { uri: string }) => subject.uri),
      ['https://space-war.example/topics/superpowers', 'https://main.example/topics/asia'],
    );
    assert.equal(
      altIds.some(({ role, value }: Record<string, string>) => role === 'canonical' && value === original),
      title === 'main',
    );
    assert.match(read(title, writeNitf), /<doc-id regsrc="space-war\.example"/);
    assert.match(read(title, writeNitf), new RegExp(`<tagline><a href="${original}">Space War</a></tagline>`));
    assert.match(read(title, writeNewsmlG2), new RegExp(`canonical" href="${original}"`));
    const text = made.at(now, (edition) => bodyAt(edition, `${path}.txt`) ?? '', title);
    assert.ok(text.endsWith(`${title === 'main' ? 'First published by ' : ''}Space War\n${original}\n`), text);
    assert.ok(
      made.at(now, (edition) => bodyAt(edition, `${path}.md`) ?? '', title).includes(`\ncanonical: ${original}\n`),
    );
  }
});

test('a topic of another title, all of whose stories are hidden, is named on no title', async (t) => {
  const made = new TestNewsroom(t, sisterTitles);
  await made.compile();
  const named = (at: string): string[] =>
    names.flatMap((title) =>
      made.at(
        at,
        (edition) => {
          const pages = pathsOf(edition).map((path) => {
            const found = answer(edition, path);
            return [path, found.status === 308 ? found.to : bodyOf(found.view) + JSON.stringify(headOf(found.view))];
          });
          const outputs = [...outputPaths(edition)].map((path) => [path, bodyAt(edition, path) ?? '']);
          return [...pages, ...outputs].flatMap(([path = '', body = '']) =>
            /leviathan|\/secret|\/hidden/i.test(body) ? [`${title} ${path}`] : [],
          );
        },
        title,
      ),
    );
  assert.deepEqual(named(now), []);
  const later = named('2026-02-02T00:00:00Z');
  for (const title of names) assert.ok(later.includes(`${title} /2026/01/01/talks`), title);
});
