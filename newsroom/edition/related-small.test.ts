import { deepEqual, ok } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, TestNewsroom, topics, type Files } from '../testing.ts';
import type { NearStory, RelatedLinks, RelatedReason } from './related.ts';

/* Related Links in archives of a few articles, where every word is rare. */

async function relatedOf(t: TestContext, address: string, files: Files): Promise<RelatedLinks> {
  const newsroom = new TestNewsroom(t, { ...site, ...files });
  await newsroom.compile();
  return newsroom.at('2026-03-01T00:00:00Z', (edition) => {
    const found = edition.lookup(address);
    ok(found.state === 'public', address);
    return edition.related(found.story);
  });
}

function nearOf({ sameStory, background, more }: RelatedLinks): NearStory[] {
  return [...sameStory, ...background, ...more];
}

function addressesOf(stories: readonly NearStory[]): string[] {
  return stories.map(({ story }) => story.address);
}

/** Why each story is linked, by its address. */
function reasonsOf(related: RelatedLinks): Record<string, RelatedReason> {
  return Object.fromEntries(nearOf(related).map(({ story, reason }) => [story.address, reason]));
}

/** So many words that no other text has. */
function own(prefix: string, count = 200): string {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`).join(' ');
}

const line: Files = { 'storylines/line.mdx': '---\ntitle: Line\n---\n' };

test('what long texts on different things share by chance is no link', async (t) => {
  const chance = 'They meant to keep power and price low; engineers above the ground saw air and fuel.';
  for (const inTopic of [true, false]) {
    const fields = inTopic ? { topics: ['a'] } : {};
    const related = await relatedOf(t, '/2026/01/12/moon', {
      ...topics({ a: 'A' }),
      ...article('/2026/01/12/moon', { headline: 'Power above the price', ...fields }, `${own('moon')}. ${chance}`),
      ...article('/2026/01/11/wire', { headline: 'The price of power', ...fields }, `${own('wire')}. ${chance}`),
    });
    // An older story of the same topic is added where words find few; its reason is the topic.
    const topic: RelatedReason = { kind: 'shared-topics', titles: ['A'] };
    deepEqual(reasonsOf(related), inTopic ? { '/2026/01/11/wire': topic } : {});
    deepEqual(related.sameStory, []);
  }
});

test('what one country does twice in ten days is not the same story', async (t) => {
  const related = await relatedOf(t, '/2026/01/12/moon', {
    ...topics({ a: 'A' }),
    ...article(
      '/2026/01/12/moon',
      { headline: 'A rocket of Russia', topics: ['a'] },
      `The rocket of Russia flew. ${own('moon', 30)}`,
    ),
    ...article(
      '/2026/01/11/treaty',
      { headline: 'Inspectors leave Russia', topics: ['a'] },
      `Then inspectors left Russia. ${own('treaty', 30)}`,
    ),
  });
  deepEqual(related.sameStory, []);
});

test('two texts are not related because both are in a language that few articles have', async (t) => {
  const pairs: [lang: string, one: string, other: string][] = [
    [
      'ja',
      '高市首相は奈良で会談した。これについては、これまでのところ、いずれにしても話されていない。',
      '探査機は月に降りた。これについては、これまでのところ、いずれにしても知られていない。',
    ],
    [
      'de',
      'Der Hafen ist seit kurz zu, und die Lotsen sind auf See, wie das Amt mit ihr und ihm sagt.',
      'Die Kuh ist seit kurz im Tal, und das Gras ist auf Alm, wie der Hirt mit ihr und ihm sagt.',
    ],
  ];
  const filler: Files = {};
  for (let number = 1; number <= 20; number += 1)
    Object.assign(filler, article(`/2026/01/0${1 + (number % 9)}/f${number}`, {}, own(`f${number}x`, 20)));
  for (const [lang, one, other] of pairs)
    deepEqual(
      reasonsOf(
        await relatedOf(t, '/2026/01/13/one', {
          ...filler,
          ...article('/2026/01/13/one', { headline: 'A1', lang }, one),
          ...article('/2026/01/13/other', { headline: 'B2', lang }, other),
        }),
      ),
      {},
      lang,
    );
});

test('a list has the next story of its storyline and the three before it, whatever else is near, and however many versions', async (t) => {
  const near = 'In Nara, Sanae Takaichi and Lee Jae-myung spoke of ships and radar';
  const files: Files = { ...line };
  for (const day of [1, 2, 3, 4])
    Object.assign(
      files,
      article(`/2026/01/0${day}/old${day}`, { headline: `Word${day}`, storyline: 'line' }, own(`o${day}x`, 20)),
    );
  Object.assign(
    files,
    article('/2026/01/05/own', { headline: 'Nara', storyline: 'line' }, `${near}.`),
    article('/2026/01/08/next', { headline: 'Nothing alike', storyline: 'line' }, own('next', 20)),
    ...['de', 'fr', 'ko', 'nl'].flatMap((lang) => [
      article(`/2026/01/05/own-${lang}`, { lang, storyline: 'line', translationOf: '/2026/01/05/own' }, own(lang, 20)),
      article(
        `/2026/01/04/old4-${lang}`,
        { lang, storyline: 'line', translationOf: '/2026/01/04/old4' },
        own(`${lang}o`, 20),
      ),
      // The translation of an older story is no next one.
      article(
        `/2026/01/06/older-${lang}`,
        { lang, storyline: 'line', translationOf: '/2026/01/03/old3' },
        own(`${lang}p`, 20),
      ),
    ]),
    ...[9, 10, 11, 12].map((day) =>
      article(
        `/2026/01/${String(day).padStart(2, '0')}/near${day}`,
        { headline: 'Nara', storyline: 'line' },
        `${near} ${own(`n${day}x`, 9)}.`,
      ),
    ),
  );
  const wanted = ['/2026/01/02/old2', '/2026/01/03/old3', '/2026/01/04/old4', '/2026/01/08/next'];
  const found = addressesOf(nearOf(await relatedOf(t, '/2026/01/05/own', files)));
  deepEqual(
    wanted.filter((address) => !found.includes(address)),
    [],
    found.join(' '),
  );
  // A translation has the same ones, and its own language first; one that is later than the story is not before it.
  const german = addressesOf(nearOf(await relatedOf(t, '/2026/01/05/own-de', files)));
  const inGerman = ['/2026/01/02/old2', '/2026/01/03/old3', '/2026/01/04/old4-de', '/2026/01/08/next'];
  deepEqual(
    inGerman.filter((address) => !german.includes(address)),
    [],
    german.join(' '),
  );
  // Picked links take the places of others first.
  const picked = ['09', '10', '11', '12'].map((day) => `/2026/01/${day}/near${Number(day)}`);
  const pages = [1, 2].map((number) => ({ url: `https://example.org/${number}`, title: 'There' }));
  const own2 = article('/2026/01/05/own', { storyline: 'line', related: [...picked, ...pages] }, `${near}.`);
  const left = addressesOf(nearOf(await relatedOf(t, '/2026/01/05/own', { ...files, ...own2 })));
  deepEqual(left.toSorted(), wanted);
});

test('where both name a storyline, that is the reason, however they were found', async (t) => {
  const files: Files = { ...line, ...topics({ a: 'A' }) };
  for (const day of [1, 2, 3, 4, 5, 6])
    Object.assign(
      files,
      article(
        `/2026/01/0${day}/s${day}`,
        { headline: `W${day}`, storyline: 'line', topics: ['a'] },
        own(`s${day}x`, 30),
      ),
    );
  Object.assign(
    files,
    article('/2026/01/07/own', { headline: 'Own', topics: ['a'], storyline: 'line' }, own('own', 30)),
  );
  for (const reason of Object.values(reasonsOf(await relatedOf(t, '/2026/01/07/own', files))))
    deepEqual(reason, { kind: 'same-storyline' });
  // Without a file of the storyline, nobody can see that they are in one.
  const { 'storylines/line.mdx': _, ...without } = files;
  const reasons = Object.values(reasonsOf(await relatedOf(t, '/2026/01/07/own', without)));
  deepEqual(reasons[0], { kind: 'shared-topics', titles: ['A'] });
});

test('parts of one series are linked as such', async (t) => {
  const part = (number: number): Record<string, unknown> => ({ series: { name: 'Straits', part: number } });
  const text = 'a tanker passes the strait of Hormuz';
  const related = await relatedOf(t, '/2026/01/10/b', {
    ...article('/2026/01/08/a', { headline: 'Twenty miles', ...part(1) }, `Today ${text} again.`),
    ...article('/2026/01/10/b', { headline: 'Shallow', ...part(2) }, `Now ${text} slowly.`),
    ...article('/2026/01/09/c', { headline: 'Tanker' }, `So ${text}.`),
  });
  const reasons = reasonsOf(related);
  deepEqual(reasons['/2026/01/08/a'], { kind: 'same-series' });
  deepEqual(reasons['/2026/01/09/c']?.kind, 'shared-words');
});

test('shared topics are the reason where names or words say little, and a section is too wide where there is a topic below it', async (t) => {
  const shared = (count: number): string => own('common', count);
  const related = await relatedOf(t, '/2026/01/10/own', {
    ...topics({ space: 'Space', moon: { title: 'Moon', parent: 'space' } }),
    ...article('/2026/01/10/own', { topics: ['space', 'moon'] }, `We saw the Earth. ${shared(40)} ${own('own', 60)}`),
    ...article('/2026/01/09/near', { topics: ['moon'] }, `He saw the Earth. ${shared(40)} ${own('near', 60)}`),
    ...article('/2026/01/08/moon', { headline: 'Wool', topics: ['moon'] }, own('wool', 60)),
    ...article('/2026/01/08/both', { headline: 'Flour', topics: ['space', 'moon'] }, own('flour', 60)),
    ...article('/2026/01/08/space', { headline: 'Bread', topics: ['space'] }, own('bread', 60)),
  });
  deepEqual(reasonsOf(related), {
    '/2026/01/09/near': { kind: 'shared-topics', titles: ['Moon'] },
    '/2026/01/08/both': { kind: 'shared-topics', titles: ['Space', 'Moon'] },
    '/2026/01/08/moon': { kind: 'shared-topics', titles: ['Moon'] },
  });
});
