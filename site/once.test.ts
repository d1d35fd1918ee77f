import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom, topics, type Files } from '../newsroom/testing.ts';
import { answer } from './answer.ts';
import { mainOf } from './testing-pages.ts';
import { pathsOf } from './testing.ts';

const now = '2026-03-01T00:00:00Z';

const frame: Files = {
  ...site,
  ...topics({
    space: { title: 'Space', essential: ['/2026/01/02/s1', '/2026/01/03/s2'] },
    moon: { title: 'Moon', parent: 'space', essential: ['/2026/01/01/s0'] },
    sea: 'Sea',
  }),
  'storylines/probe.mdx': '---\ntitle: The probe\ntopics: [moon]\n---\nSo far.\n',
  'storylines/tide.mdx': '---\ntitle: The tide\ntopics: [sea, moon]\n---\nSo far.\n',
};

/** Stories of several types, topics and storylines; some are translations of the one before. */
function stories(count: number): Files {
  const types = ['news', 'news', 'explainer', 'news', 'analysis', 'opinion'];
  const places = ['moon', 'space', 'sea', 'moon'];
  const lines = ['probe', undefined, 'tide', 'probe', 'tide'];
  const addresses = Array.from({ length: count }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    return `/2026/${index < 56 ? '01' : '02'}/${day}/s${index}`;
  });
  return Object.assign(
    {},
    ...addresses.map((address, index) => {
      const storyline = lines[index % lines.length];
      return article(address, {
        type: types[index % types.length],
        topics: [places[index % places.length]],
        ...(storyline !== undefined && { storyline }),
        ...(index % 11 === 10 && { translationOf: addresses[index - 1], lang: 'fr' }),
      });
    }),
  );
}

test('a front, a section, a topic and a storyline have no story twice, and lists lose none', async (t) => {
  for (const count of [1, 2, 5, 9, 24, 70]) {
    const newsroom = new TestNewsroom(t, { ...frame, ...stories(count) });
    await newsroom.compile();
    newsroom.at(now, (edition) => {
      /** What the pages of one list link to, by its address. */
      const listed = new Map<string, Set<string>>();
      for (const path of pathsOf(edition)) {
        const [, base = ''] = /^(\/|\/(?:topics|storylines)\/[^/]+)(?:\/page\/\d+)?$/.exec(path) ?? [];
        if (base === '') continue;
        const answered = answer(edition, path);
        assert.ok(answered.status === 200);
        const links = [...mainOf(answered.view).matchAll(/href="(\/2026\/\d\d\/\d\d\/[^"/]+)"/g)].map(
          ([, address = '']) => address,
        );
        assert.deepEqual(
          links.filter((address, index) => links.indexOf(address) !== index),
          [],
          `${count} stories: ${path}`,
        );
        listed.set(base, new Set([...(listed.get(base) ?? []), ...links]));
      }
      for (const [base, found] of listed) {
        const [, list, slug = ''] = base.split('/');
        if (list !== 'topics' && list !== 'storylines') continue;
        const kind = list === 'topics' ? 'topic' : 'storyline';
        const { stories: all } = edition.foldTranslations(kind, slug, edition.newest(kind, slug, count));
        assert.deepEqual(
          all.map(({ address }) => address).filter((address) => !found.has(address)),
          [],
          `${count} stories: ${base}`,
        );
      }
    });
  }
});
