import { doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { en } from '../../newsroom/model/words/en.ts';
import { article, site, TestNewsroom, topics, type Files } from '../../newsroom/testing.ts';
import { bodyOf } from '../testing-pages.ts';
import { viewAt } from '../testing.ts';

const now = '2026-02-01T00:00:00Z';
const dutch: Files = {
  'words/nl.yaml': stringify({
    ...en,
    frame: { ...en.frame, about: 'Over ons' },
    article: { ...en.article, byline: 'Door {authors}' },
  }),
};
const siteIn = (language: string): Files => ({
  'site.yaml': String(site['site.yaml']).replace('language: en', `language: ${language}`),
});
const stories: Files = {
  ...article('/2026/01/10/a', { byline: [{ name: 'Jan' }] }),
  ...article('/2026/01/11/b', { lang: 'nl', byline: [{ name: 'Jan' }] }),
};

test('a site without words in its language has English ones, which are marked, and its own words where it has a file', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...siteIn('nl'),
    ...stories,
    ...topics({ sport: { title: 'Sport' }, roeien: { title: 'Roeien', parent: 'sport' } }),
    ...article('/2026/01/12/c', { topics: ['roeien'] }),
  });
  await newsroom.compile();
  const front = (): string => newsroom.at(now, (edition) => bodyOf(viewAt(edition, '/', 'front')));
  match(front(), /<footer lang="en" class="foot">.*<a href="\/about">About<\/a>/);
  match(front(), /<a class="name" href="\/" lang="nl" dir="ltr">/);
  const sport = newsroom.at(now, (edition) => bodyOf(viewAt(edition, '/topics/sport', 'collection')));
  match(
    sport,
    /<li><a href="\/topics\/roeien" lang="nl" dir="ltr">Roeien<\/a><\/li><li class="last"><a href="\/topics\/sport\/links">/,
  );
  newsroom.write(dutch);
  await newsroom.compile();
  match(front(), /<footer class="foot">.*<a href="\/about">Over ons<\/a>/);
  doesNotMatch(front(), /lang="en"/);
  // A file with a fault is not used: the words are as before.
  newsroom.write({ 'words/nl.yaml': 'frame: {}\n' });
  await newsroom.compile();
  match(front(), /Over ons/);
});

test('on another site, own words are around a story in their language, and no other page depends on them', async (t) => {
  const newsroom = new TestNewsroom(t, { ...siteIn('en'), ...stories, ...dutch });
  await newsroom.compile();
  newsroom.at(now, (edition) => {
    const [english, own] = ['/2026/01/10/a', '/2026/01/11/b'].map((path) => viewAt(edition, path, 'article'));
    ok(english && own);
    match(bodyOf(own), /<p class="byline">Door <b>Jan<\/b>/);
    match(bodyOf(own), /<a href="\/about">About<\/a>/);
    match(bodyOf(english), /<p class="byline">By <b>Jan<\/b>/);
    equal(JSON.stringify(english).includes('Over ons'), false);
  });
});
