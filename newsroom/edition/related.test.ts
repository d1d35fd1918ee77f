import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, TestNewsroom, topics, type Files } from '../testing.ts';
import { mostRelated, type NearStory, type PickedLink, type RelatedLinks } from './related.ts';

const now = '2026-03-01T00:00:00Z';

async function relatedOf(t: TestContext, address: string, files: Files, settings = ''): Promise<RelatedLinks> {
  const newsroom = new TestNewsroom(t, { ...files, 'site.yaml': `${String(site['site.yaml'])}${settings}` });
  await newsroom.compile();
  return relatedIn(newsroom, address);
}

function relatedIn(newsroom: TestNewsroom, address: string): RelatedLinks {
  return newsroom.at(now, (edition) => {
    const found = edition.lookup(address);
    assert.ok(found.state === 'public', address);
    return edition.related(found.story);
  });
}

/** What a line leads to: an address. */
function targetOf(item: PickedLink): string {
  switch (item.kind) {
    case 'story':
      return item.story.address;
    case 'page':
      return item.href;
  }
}

/** The addresses of each list that is not empty. */
function listsOf({ picked, sameStory, background, more }: RelatedLinks): Record<string, string[]> {
  const lists = { picked, sameStory, background, more };
  return Object.fromEntries(
    Object.entries(lists).flatMap(([name, items]) => (items.length === 0 ? [] : [[name, items.map(targetOf)]])),
  );
}

function nearOf({ sameStory, background, more }: RelatedLinks): NearStory[] {
  return [...sameStory, ...background, ...more];
}

/** Texts about one event, about what led to it, and about something else; no two are copies. */
const summit = {
  news: 'In the city of Nara, Sanae Takaichi and Lee Jae-myung met on the first day of their summit about shipping.',
  second: 'The summit in Nara went into its second day; Sanae Takaichi and Lee Jae-myung drank tea and spoke of trade.',
  third: 'At the close of their Nara summit, said Sanae Takaichi, she and Lee Jae-myung agreed to meet in Andong.',
  explains: 'Why leaders such as Sanae Takaichi and Lee Jae-myung take turns to visit: summits in Nara have a history.',
  past: 'Before any summit in Nara was planned, Sanae Takaichi phoned Lee Jae-myung about ships and radar.',
};
const others: Files = {
  ...article('/2026/01/09/bread', { headline: 'Bakers raise prices' }, 'Flour from Odesa costs bakers twice as much.'),
  ...article('/2026/01/10/moon', { headline: 'Rocket waits for wind' }, 'The engineers of Artemis wait at Canaveral.'),
  ...article(
    '/2026/01/11/polio',
    { headline: 'Nurses vaccinate' },
    'In Herat, nurses carry vaccine from door to door.',
  ),
};

test('each list has its aim: the same story, what explains it or came before, and more', async (t) => {
  const related = await relatedOf(t, '/2026/01/14/news', {
    ...others,
    ...article('/2026/01/14/news', { headline: 'Leaders meet in Nara' }, summit.news),
    ...article('/2026/01/15/second', { headline: 'A second day in Nara' }, summit.second),
    ...article('/2026/01/16/third', { headline: 'Nara summit closes' }, summit.third),
    ...article('/2026/01/13/explains', { headline: 'Visits in turn', type: 'explainer' }, summit.explains),
    ...article('/2025/11/01/past', { headline: 'A call between capitals' }, summit.past),
  });
  assert.deepEqual(listsOf(related), {
    sameStory: ['/2026/01/16/third', '/2026/01/15/second'],
    background: ['/2026/01/13/explains', '/2025/11/01/past'],
  });
  for (const { reason } of nearOf(related)) {
    assert.ok(reason.kind === 'shared-words' && reason.names, JSON.stringify(reason));
    assert.ok(
      reason.words.some((word) => ['Nara', 'Sanae Takaichi', 'Lee Jae-myung'].includes(word)),
      reason.words.join(),
    );
  }
});

test('an explainer is background at any time, an analysis, an interview or an opinion only until the day of the story', async (t) => {
  for (const type of ['explainer', 'analysis', 'interview', 'opinion', 'news']) {
    const lists: string[] = [];
    for (const day of [13, 14, 15]) {
      const found = await relatedOf(t, '/2026/01/14/news', {
        ...others,
        ...article('/2026/01/14/news', { headline: 'Leaders meet in Nara' }, summit.news),
        ...article(`/2026/01/${day}/other`, { headline: 'Leaders meet', type }, summit.third),
      });
      lists.push(...nearOf(found).map(({ list }) => list));
    }
    const later = type === 'explainer' ? 'background' : 'same-story';
    const before = type === 'news' ? 'same-story' : 'background';
    assert.deepEqual(lists, [before, before, later], type);
  }
});

test('what the editor picked comes first, in the editor’s order, and once', async (t) => {
  const related = await relatedOf(t, '/2026/01/14/news', {
    ...others,
    ...article('/2026/01/15/second', { headline: 'A second day in Nara' }, summit.second),
    ...article('/2026/01/16/third', { headline: 'Nara summit closes' }, summit.third),
    ...article('/2026/01/12/draft', { status: 'draft' }),
    ...article(
      '/2026/01/14/news',
      {
        headline: 'Leaders meet in Nara',
        related: [
          { url: '/2026/01/09/bread', note: 'On bread.' },
          { url: 'https://example.org/', title: 'There', source: 'A source' },
          '/2026/01/12/draft',
          '/2026/01/14/news',
          '/2026/01/16/third',
        ],
      },
      summit.news,
    ),
  });
  assert.deepEqual(listsOf(related), {
    picked: ['/2026/01/09/bread', 'https://example.org/', '/2026/01/16/third'],
    sameStory: ['/2026/01/15/second'],
  });
  const [first, second] = related.picked;
  assert.ok(first?.kind === 'story' && second?.kind === 'page');
  assert.deepEqual([first.reason, first.dayGap], [{ kind: 'picked', note: 'On bread.' }, -5]);
  assert.equal(second.source, 'A source');
});

test('there are at most ten links to stories; what was picked takes the places of what was found', async (t) => {
  const files: Files = {};
  for (let number = 1; number <= 27; number += 1) {
    const day = String(number).padStart(2, '0');
    const body = `Harbour pilots of Otsu strike for the ${number}th day; captain Ito${number} waits with cargo${number}.`;
    Object.assign(
      files,
      article(`/2026/01/${day}/s${number}`, { headline: `Strike, day ${number}` }, body),
      article(`/2026/01/${day}/x${number}`, { headline: `Wool${number}` }, `Sheep${number} graze${number}.`),
    );
  }
  const own = '/2026/01/27/s27';
  assert.equal(nearOf(await relatedOf(t, own, files)).length, mostRelated);
  const picked = Array.from(
    { length: 12 },
    (_, index) => `/2026/01/${String(index + 1).padStart(2, '0')}/s${index + 1}`,
  );
  const body = 'Harbour pilots of Otsu strike for the last time.';
  const some = await relatedOf(t, own, { ...files, ...article(own, { related: picked.slice(0, 3) }, body) });
  assert.deepEqual([some.picked.length, nearOf(some).length], [3, mostRelated - 3]);
  const all = await relatedOf(t, own, { ...files, ...article(own, { related: picked }, body) });
  assert.deepEqual([all.picked.length, nearOf(all).length], [mostRelated, 0]);
  const pages = picked.map((_, index) => ({ url: `https://example.org/${index}`, title: 'There' }));
  const hidden = article('/2026/01/02/s2', { status: 'draft' });
  const mixed = await relatedOf(t, own, {
    ...files,
    ...hidden,
    ...article(own, { related: [...picked.slice(0, 4), ...pages] }, body),
  });
  assert.deepEqual(
    mixed.picked.map((link) => (link.kind === 'story' ? link.story.address : link.href)),
    [picked[0], picked[2], picked[3], ...pages.slice(0, mostRelated - 3).map(({ url }) => url)],
  );
});

test('a copy of what was picked is not linked again, and what was picked twice is linked once', async (t) => {
  const text = Array.from({ length: 40 }, (_, index) => `ferry${index}`).join(' ');
  const files: Files = {
    ...others,
    ...article('/2026/01/10/sinks', { headline: 'Ferry sinks' }, text),
    ...article('/2026/01/11/reprint', { headline: 'Ferry sinks' }, text),
    ...article(
      '/2026/01/12/own',
      { headline: 'Ferry inquiry', related: ['/2026/01/10/sinks', '/2026/01/10/sinks'] },
      `${text.slice(0, 200)} inquiry hearing`,
    ),
  };
  const found = await relatedOf(t, '/2026/01/12/own', files);
  assert.deepEqual(listsOf(found), { picked: ['/2026/01/10/sinks'] });
});

test('nothing is better than noise', async (t) => {
  const alone = { ...others, ...article('/2026/01/14/news', { headline: 'Leaders meet in Nara' }, summit.news) };
  assert.deepEqual(listsOf(await relatedOf(t, '/2026/01/14/news', alone)), {});
  assert.deepEqual(listsOf(await relatedOf(t, '/2026/01/01/a', article('/2026/01/01/a'))), {}, 'an only article');
  const empty = { ...article('/2026/01/01/a', {}, ''), ...article('/2026/01/02/b', {}, '') };
  assert.deepEqual(listsOf(await relatedOf(t, '/2026/01/02/b', empty)), {}, 'articles without a text');
  const stops = 'This is what they have been, and it was more than that.';
  const same = {
    ...article('/2026/01/01/a', { headline: 'It is' }, stops),
    ...article('/2026/01/02/b', { headline: 'It is' }, stops),
  };
  assert.deepEqual(listsOf(await relatedOf(t, '/2026/01/02/b', same)), {}, 'words that say nothing');
});

test('a newsroom of three articles without a tag finds what belongs together', async (t) => {
  const related = await relatedOf(t, '/2026/01/15/second', {
    ...article('/2026/01/09/bread', { headline: 'Bakers raise prices' }, 'Flour from Odesa costs twice as much.'),
    ...article('/2026/01/14/news', { headline: 'Leaders meet in Nara' }, summit.news),
    ...article('/2026/01/15/second', { headline: 'A second day in Nara' }, summit.second),
  });
  assert.deepEqual(listsOf(related), { sameStory: ['/2026/01/14/news'] });
});

test('a story is not related to itself, its translations, its copies, or one story in two copies', async (t) => {
  const long = `${summit.news} ${summit.second} ${summit.third} Ships from Busan and Osaka wait in harbours nearby.`;
  const files = {
    ...others,
    ...article('/2026/01/14/news', { headline: 'Leaders meet in Nara' }, long),
    ...article('/2026/01/14/agency', { headline: 'Leaders meet in Nara' }, `${long} More soon.`),
    ...article(
      '/2026/01/14/english',
      { headline: 'Leaders in Nara', translationOf: '/2026/01/14/news', lang: 'de' },
      summit.second,
    ),
    ...article(
      '/2026/01/15/reprint',
      { headline: 'Radar and ships' },
      `${summit.past} ${summit.past} Sailors wait for radar.`,
    ),
    ...article(
      '/2026/01/16/again',
      { headline: 'Radar and ships' },
      `${summit.past} ${summit.past} Sailors wait for radar.`,
    ),
  };
  const lists = listsOf(await relatedOf(t, '/2026/01/14/news', files));
  assert.equal(Object.values(lists).flat().length, 1, JSON.stringify(lists));
  assert.match(Object.values(lists).flat().join(), /reprint|again/);
});

test('a storyline counts for more than words, and short distances more than long ones', async (t) => {
  const related = await relatedOf(t, '/2026/01/10/own', {
    ...others,
    'storylines/line.mdx': '---\ntitle: Line\n---\n',
    ...article('/2026/01/10/own', { headline: 'Leaders meet in Nara', storyline: 'line' }, summit.news),
    ...article('/2026/01/07/line', { headline: 'Sheep shorn', storyline: 'line' }, 'Wool is dear.'),
    ...article('/2026/01/12/next', { headline: 'Goats milked', storyline: 'line' }, 'Cheese is cheap.'),
    ...article('/2026/01/08/words', { headline: 'Nara summit closes' }, summit.third),
  });
  assert.deepEqual(listsOf(related), { sameStory: ['/2026/01/12/next', '/2026/01/08/words', '/2026/01/07/line'] });
  const reasons = Object.fromEntries(related.sameStory.map(({ story, reason }) => [story.address, reason.kind]));
  assert.deepEqual(reasons, {
    '/2026/01/12/next': 'same-storyline',
    '/2026/01/08/words': 'shared-words',
    '/2026/01/07/line': 'same-storyline',
  });
});

test('where words find little, older stories of the same topics fill up, those that share most first', async (t) => {
  const related = await relatedOf(t, '/2026/01/10/own', {
    ...topics({ a: 'A', b: 'B' }),
    ...article('/2026/01/10/own', { headline: 'Wool', topics: ['a', 'b'] }, 'Sheep are shorn.'),
    ...article('/2026/01/09/both', { headline: 'Flour', topics: ['a', 'b'] }, 'Bakers bake.'),
    ...article('/2026/01/08/one', { headline: 'Rockets', topics: ['a'] }, 'Engineers wait.'),
    ...article('/2026/01/11/newer', { headline: 'Vaccine', topics: ['a', 'b'] }, 'Nurses walk.'),
    ...article('/2026/01/07/none', { headline: 'Ships' }, 'Pilots strike.'),
  });
  assert.deepEqual(listsOf(related), { more: ['/2026/01/09/both', '/2026/01/08/one'] });
  assert.deepEqual(
    related.more.map(({ reason }) => reason),
    [
      { kind: 'shared-topics', titles: ['A', 'B'] },
      { kind: 'shared-topics', titles: ['A'] },
    ],
  );
});

test('texts in other languages and scripts find each other', async (t) => {
  const texts: Record<string, [lang: string, one: string, other: string, apart: string]> = {
    japanese: [
      'ja',
      '高市早苗首相は奈良市で韓国の李在明大統領と会談した。',
      '李在明大統領は奈良市を訪れ、高市早苗首相と法隆寺を見学した。',
      '種子島から新しいロケットが打ち上げられた。',
    ],
    arabic: [
      'ar',
      'التقت رئيسة الوزراء تاكايتشي بالرئيس الكوري في مدينة نارا.',
      'زار الرئيس الكوري مدينة نارا وتحدثت تاكايتشي عن التجارة.',
      'ارتفعت أسعار القمح بعد موسم جاف طويل.',
    ],
    german: [
      'de',
      'Das Verfassungsgericht in Karlsruhe verhandelt über die Grundsteuer in Bayern.',
      'Im Streit um die Grundsteuer hat Bayern vor dem Verfassungsgericht Erfolg.',
      'Die Rakete startet wegen starker Winde später.',
    ],
  };
  for (const [name, [lang, one, other, apart]] of Object.entries(texts)) {
    const related = await relatedOf(t, '/2026/01/14/one', {
      ...article('/2026/01/14/one', { headline: one.slice(0, 14), lang }, one),
      ...article('/2026/01/13/other', { headline: other.slice(0, 12), lang }, other),
      ...article('/2026/01/12/apart', { headline: apart.slice(0, 12), lang }, apart),
    });
    assert.deepEqual(listsOf(related), { sameStory: ['/2026/01/13/other'] }, name);
  }
});

test('site.yaml changes weights; what it does not name stays', async (t) => {
  const files = {
    ...others,
    ...article('/2026/01/14/news', { headline: 'Leaders meet in Nara' }, summit.news),
    ...article('/2026/01/13/second', { headline: 'A second day in Nara' }, summit.second),
  };
  const own = '/2026/01/14/news';
  const found = ['/2026/01/13/second'];
  assert.deepEqual(listsOf(await relatedOf(t, own, files)), { sameStory: found });
  assert.deepEqual(listsOf(await relatedOf(t, own, files, 'related: { threshold: 100 }\n')), {});
  assert.deepEqual(listsOf(await relatedOf(t, own, files, 'related: { sameStory: 100 }\n')), { more: found });
  assert.deepEqual(listsOf(await relatedOf(t, own, files, 'related: { threshold: many }\n')), { sameStory: found });
});

test('of one story in several languages there is one link: in the language of the article, else to the original', async (t) => {
  const original = '/2026/01/13/original';
  const files = {
    ...others,
    'storylines/line.mdx': '---\ntitle: Line\n---\n',
    ...article(original, { headline: 'A second day in Nara', storyline: 'line' }, summit.second),
    ...article(
      '/2026/01/13/deutsch',
      { headline: 'Zweiter Tag in Nara', storyline: 'line', lang: 'de', translationOf: original },
      'Sanae Takaichi und Lee Jae-myung in Nara.',
    ),
  };
  const own = '/2026/01/14/news';
  const of = async (fields: Record<string, unknown>): Promise<Record<string, string[]>> =>
    listsOf(await relatedOf(t, own, { ...files, ...article(own, { storyline: 'line', ...fields }, summit.news) }));
  assert.deepEqual(await of({}), { sameStory: [original] });
  assert.deepEqual(await of({ lang: 'de' }), { sameStory: ['/2026/01/13/deutsch'] });
  assert.deepEqual(await of({ related: [original] }), { picked: [original] });
});

test('two long texts with one rare word in common are not related', async (t) => {
  const filler = (prefix: string): string =>
    Array.from({ length: 110 }, (_, index) => `${prefix}${index % 40}`).join(' ');
  const often = (shared: string): string => `zeppelin ${shared} `.repeat(20);
  const files = (shared: string): Files => ({
    ...others,
    ...article('/2026/01/14/one', { headline: `Zeppelin ${shared}` }, `${filler('one')} ${often(shared)}`),
    ...article('/2026/01/13/other', { headline: `Zeppelin ${shared}` }, `${filler('other')} ${often(shared)}`),
  });
  const weights = 'related: { threshold: 0.001 }\n';
  assert.deepEqual(listsOf(await relatedOf(t, '/2026/01/14/one', files('today'), weights)), {});
  const related = await relatedOf(t, '/2026/01/14/one', files('hangar mast'), weights);
  assert.deepEqual(Object.values(listsOf(related)).flat(), ['/2026/01/13/other']);
});

test('the name of the site itself is no reason', async (t) => {
  const files = {
    ...others,
    ...article('/2026/01/14/one', { headline: 'Tea' }, 'They told the Meridian of tea from Uji.'),
    ...article('/2026/01/13/other', { headline: 'Rice' }, 'Farmers told the Meridian of rice from Uji.'),
  };
  const wordsOn = async (name: string): Promise<string[]> => {
    const newsroom = new TestNewsroom(t, {
      ...files,
      'site.yaml': String(site['site.yaml']).replace('The Test', name),
    });
    await newsroom.compile();
    return nearOf(relatedIn(newsroom, '/2026/01/14/one')).flatMap(({ reason }) =>
      reason.kind === 'shared-words' ? reason.words : [],
    );
  };
  assert.deepEqual((await wordsOn('The Test')).toSorted(), ['Meridian', 'Uji']);
  assert.deepEqual(await wordsOn('The Meridian'), ['Uji']);
  assert.deepEqual((await wordsOn('Meridian Weekly')).toSorted(), ['Meridian', 'Uji']);
});

test('agencies, authors and who took the pictures are no reason', async (t) => {
  const image = { src: 'a.svg', alt: 'A field', credit: 'Photo: Tom Reed' };
  const files = {
    ...others,
    'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>',
    ...article(
      '/2026/01/14/one',
      { headline: 'Tea', byline: [{ name: 'Ida Marsh' }], image },
      'They told Reuters of tea from Uji, says Ida Marsh.',
    ),
    ...article(
      '/2026/01/13/other',
      { headline: 'Rice', image },
      'Farmers told Reuters and Ida Marsh of rice from Uji.',
    ),
  };
  const [near] = nearOf(await relatedOf(t, '/2026/01/14/one', files));
  assert.deepEqual(near?.reason, { kind: 'shared-words', words: ['Uji'], names: true });
});

test('in a language whose everyday words are not known, a reason has names and no other words', async (t) => {
  const reasonOf = async (lang: string, ...texts: [string, string]): Promise<unknown> => {
    const [one, other] = texts;
    const files = {
      ...others,
      ...article('/2026/01/14/one', { headline: '1', lang }, one),
      ...article('/2026/01/13/other', { headline: '2', lang }, other),
    };
    return nearOf(await relatedOf(t, '/2026/01/14/one', files))[0]?.reason;
  };
  const arabic = 'عبرت الحافلة الجسر وكانوا يغادرون بيوتهم';
  assert.deepEqual(await reasonOf('ar', `${arabic} اليوم`, `${arabic} أمس`), { kind: 'similar-text' });
  const japanese = '木曜日の午前七時、最初のバスが橋を渡った。';
  assert.deepEqual(await reasonOf('ja', `${japanese}晴れ。`, `${japanese}雨。`), { kind: 'similar-text' });
  assert.deepEqual(await reasonOf('ja', `発表はJAXA。${japanese}`, `${japanese}探査機はJAXA。`), {
    kind: 'shared-words',
    words: ['JAXA'],
    names: true,
  });
});
