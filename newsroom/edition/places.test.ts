import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { outputAt } from '../../formats/outputs.ts';
import { answer } from '../../site/answer.ts';
import { article, site, TestNewsroom, type Files } from '../testing.ts';

const now = '2026-03-01T00:00:00Z';

function from(slug: string, dateline: Record<string, string>, fields = {}): Files {
  return article(`/2026/01/01/${slug}`, { dateline, ...fields });
}

async function placesOf(t: TestContext, files: Files): Promise<{ newsroom: TestNewsroom; places: string[] }> {
  const newsroom = new TestNewsroom(t, { ...site, ...files });
  assert.deepEqual((await newsroom.compile()).problems, []);
  return { newsroom, places: newsroom.at(now, (edition) => listed(edition.collections('place'))) };
}

function listed(places: readonly { slug: string; title: string; count: number }[]): string[] {
  return places.map(({ slug, title, count }) => `${slug} “${title}” ${count}`);
}

/** What an address answers: a status, or where it leads. */
function answersOf(newsroom: TestNewsroom, ...paths: string[]): (string | number | undefined)[] {
  return newsroom.at(now, (edition) =>
    paths.map((path) => {
      const output = outputAt(edition, path);
      if (output) return 'to' in output ? output.to : 200;
      const found = answer(edition, path);
      return found.status === 308 ? found.to : found.status;
    }),
  );
}

test('spellings of one place have one page, with the name of the entry', async (t) => {
  const { newsroom, places } = await placesOf(t, {
    'places.yaml': '- { name: Kyiv, country: UA, aliases: [Kiev, Київ] }\n',
    ...from('a', { place: 'Kiev', country: 'UA' }),
    ...from('b', { place: 'КИЇВ' }),
    ...from('c', { place: 'kyiv', country: 'UA' }),
  });
  assert.deepEqual(places, ['kyiv “Kyiv” 3']);
  assert.deepEqual(answersOf(newsroom, '/places/kyiv', '/places/kiev', '/places/київ', '/places/kiev/feed.xml'), [
    200,
    '/places/kyiv',
    '/places/kyiv',
    '/places/kyiv/feed.xml',
  ]);
  newsroom.at(now, (edition) => {
    const found = edition.lookup('/2026/01/01/a');
    assert.equal(found.state, 'public');
    assert.deepEqual(found.story.parts.place, { name: 'Kyiv', slug: 'kyiv' });
    assert.equal(found.story.dateline?.place, 'Kiev', 'the dateline stays as it is written');
    const ninjs = outputAt(edition, '/2026/01/01/a.json');
    assert.ok(ninjs && 'body' in ninjs);
    const { located, places: named } = JSON.parse(String(ninjs.body));
    assert.deepEqual(
      [located, named[0].name, named[0].uri, named[0].contactInfo[0].address.locality],
      ['Kiev', 'Kyiv', 'https://test.example/places/kyiv', 'Kiev'],
      'an export has both',
    );
    assert.equal(edition.publicHref('/places/kiev'), '/places/kiev');
    assert.equal(edition.publicHref('/places/kiew'), undefined);
  });
});

test('the country and the region of an entry say which place is meant', async (t) => {
  const { newsroom, places } = await placesOf(t, {
    'places.yaml':
      '- { name: Paris, country: FR, aliases: [Lutetia] }\n- { name: Kyiv, country: UA, aliases: [Kiev] }\n',
    ...from('a', { place: 'Lutetia', country: 'FR' }),
    ...from('b', { place: 'Paris', region: 'Texas', country: 'US' }),
    ...from('c', { place: 'Lutetia', region: 'Texas', country: 'US' }),
    ...from('d', { place: 'Kiev', country: 'US' }),
  });
  assert.deepEqual(places, [
    'kiev “Kiev” 1',
    'lutetia-texas “Lutetia, Texas” 1',
    'paris “Paris” 1',
    'paris-texas “Paris, Texas” 1',
  ]);
  assert.deepEqual(answersOf(newsroom, '/places/kiev', '/places/kyiv', '/places/lutetia'), [200, 404, '/places/paris']);
});

test('an entry with a region merges the spellings that have it', async (t) => {
  const { places } = await placesOf(t, {
    'places.yaml': '- { name: Springfield, region: Illinois, aliases: [Spring Field] }\n',
    ...from('a', { place: 'Spring Field', region: 'Illinois', country: 'US' }),
    ...from('b', { place: 'Spring Field', country: 'US' }),
  });
  assert.deepEqual(places, ['spring-field “Spring Field” 1', 'springfield-illinois “Springfield, Illinois” 1']);
});

test('an alias may have another spelling of the region, or no region', async (t) => {
  const { places } = await placesOf(t, {
    'places.yaml':
      '- { name: Sagamihara, region: Kanagawa, aliases: [{ name: 相模原, region: 神奈川県 }, { name: Sagamihara }] }\n',
    ...from('a', { place: '相模原', region: '神奈川県', country: 'JP' }),
    ...from('b', { place: 'Sagamihara', country: 'JP' }),
    ...from('c', { place: '相模原', region: 'Kanagawa', country: 'JP' }),
  });
  assert.deepEqual(places, ['sagamihara-kanagawa “Sagamihara, Kanagawa” 2', '相模原-kanagawa “相模原, Kanagawa” 1']);
});

test('an old address of a place leads nowhere while nothing public is there', async (t) => {
  const { newsroom, places } = await placesOf(t, {
    'places.yaml': '- { name: Kyiv, aliases: [Kiev] }\n- { name: Nara, aliases: [奈良] }\n',
    ...from('a', { place: 'Kiev' }, { embargo: '2026-04-01T00:00:00Z' }),
  });
  assert.deepEqual(places, []);
  assert.deepEqual(
    answersOf(newsroom, '/places/kiev', '/places/kyiv', '/places/奈良', '/places/kiev/feed.xml'),
    [404, 404, 404, 404],
  );
});

test('capitals, accents and strokes make no difference, and old addresses with them still lead there', async (t) => {
  const { newsroom, places } = await placesOf(t, {
    ...from('a', { place: 'Đà Nẵng' }),
    ...from('b', { place: 'DA NANG' }),
    ...from('c', { place: 'São Paulo' }),
    ...from('d', { place: 'Sao Paulo' }),
  });
  assert.deepEqual(places, ['da-nang “Đà Nẵng” 2', 'sao-paulo “São Paulo” 2']);
  assert.deepEqual(answersOf(newsroom, '/places/đa-nang', '/places/đa-nang/feed.json'), [
    '/places/da-nang',
    '/places/da-nang/feed.json',
  ]);
});

test('list pages of an old address lead to those of the place', async (t) => {
  const files = Array.from({ length: 65 }, (_, number) => from(`s${number}`, { place: number % 2 ? 'Kiev' : 'Kyiv' }));
  const { newsroom } = await placesOf(
    t,
    Object.assign({ 'places.yaml': '- { name: Kyiv, aliases: [Kiev] }\n' }, ...files),
  );
  assert.deepEqual(answersOf(newsroom, '/places/kiev/page/1', '/places/kiev/page/2', '/places/kiev/links'), [
    '/places/kyiv/page/1',
    404,
    404,
  ]);
});

test('a file that cannot be read changes nothing that is live', async (t) => {
  const { newsroom } = await placesOf(t, {
    'places.yaml': '- { name: Kyiv, aliases: [Kiev] }\n',
    ...from('a', { place: 'Kiev' }),
  });
  newsroom.write({ 'places.yaml': '- { name: Kyiv\n' });
  assert.equal((await newsroom.compile()).problems[0]?.code, 'front-matter-syntax');
  assert.deepEqual(answersOf(newsroom, '/places/kiev'), ['/places/kyiv']);
  newsroom.remove('places.yaml');
  await newsroom.compile();
  assert.deepEqual(answersOf(newsroom, '/places/kiev', '/places/kyiv'), [200, 404]);
});

test('of two entries with one spelling the first one has it', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    'places.yaml': '- { name: Kyiv, aliases: [Kiev] }\n- { name: KYIV, aliases: [Kijów] }\n',
    ...from('a', { place: 'Kiev' }),
    ...from('b', { place: 'Kijów' }),
  });
  const { problems } = await newsroom.compile();
  assert.deepEqual(
    problems.map(({ code, message, fix }) => [code, message, fix]),
    [
      [
        'place-conflict',
        '“KYIV” is also the name of Kyiv, entry 1.',
        'Take it out of one entry. Two places of one name need a `region` or a `country`, as the articles have it.',
      ],
    ],
  );
  assert.deepEqual(answersOf(newsroom, '/places/kiev', '/places/kijow'), ['/places/kyiv', 200]);
});

test('two places of one name in two countries have two pages', async (t) => {
  const stories = {
    ...from('a', { place: 'Nara', country: 'JP' }),
    ...from('b', { place: 'Nara', country: 'US' }),
    ...from('c', { place: '奈良', country: 'JP' }),
    ...from('d', { place: 'Nara' }),
    ...from('e', { place: 'Nara', region: 'Virginia', country: 'US' }),
    ...from('f', { place: 'Nara', country: 'ML' }),
  };
  const newsroom = new TestNewsroom(t, { ...site, ...stories });
  const after = async (places?: string): Promise<string[]> => {
    if (places === undefined) newsroom.remove('places.yaml');
    else newsroom.write({ 'places.yaml': places });
    assert.deepEqual((await newsroom.compile(['places.yaml'])).problems, []);
    const one = newsroom.at(now, (edition) => listed(edition.collections('place')));
    const all = new TestNewsroom(t, { ...site, ...stories, ...(places !== undefined && { 'places.yaml': places }) });
    await all.compile();
    assert.deepEqual(
      all.at(now, (edition) => listed(edition.collections('place'))),
      one,
      'a compile of everything',
    );
    return one;
  };
  await newsroom.compile();
  const japan = '- { name: Nara, country: JP, aliases: [奈良] }\n';
  const rest = 'nara-virginia “Nara, Virginia” 1';
  assert.deepEqual(await after(japan), [
    'nara “Nara” 3',
    'nara-ml “Nara, Mali” 1',
    'nara-us “Nara, United States” 1',
    rest,
  ]);
  const both = `${japan}- { name: Nara, country: US, aliases: [Narah] }\n`;
  assert.deepEqual(await after(both), [
    'nara “Nara” 3',
    'nara-ml “Nara, Mali” 1',
    'nara-us “Nara, United States” 1',
    rest,
  ]);
  assert.deepEqual(answersOf(newsroom, '/places/nara', '/places/nara-us', '/places/narah', '/places/奈良'), [
    200,
    200,
    '/places/nara-us',
    '/places/nara',
  ]);
  newsroom.at(now, (edition) => {
    const found = (query: string): number => edition.search({ query, order: 'date', page: 1 }).total;
    assert.deepEqual(['place:nara', 'place:nara-us', 'place:nara-ml', 'place:narah'].map(found), [3, 1, 1, 1]);
  });
  const virginia = `${japan}- { name: Nara, region: Virginia, country: US, aliases: [{ name: Nara }] }\n`;
  assert.deepEqual(await after(virginia), [
    'nara “Nara” 3',
    'nara-ml “Nara, Mali” 1',
    'nara-virginia “Nara, Virginia” 2',
  ]);
  assert.deepEqual(await after(), ['nara “Nara” 4', rest, '奈良 “奈良” 1'], 'without places.yaml a name is one place');
});
