import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, editionsIn, site, TestNewsroom, titles, topics, type Files } from '../testing.ts';
import type { Edition } from './edition.ts';
import { packed } from './recent-changes.ts';

const now = '2026-03-01T00:00:00Z';

/** Three titles: one carries everything, one a topic, one an agency and a language. */
const newsroom: Files = {
  ...site,
  ...titles({
    main: { order: 1 },
    'space-war': { order: 2, carries: { topics: ['superpowers'] } },
    japan: { order: 3, language: 'ja', carries: { sections: ['asia'], agencies: ['AFP'], languages: ['ja', 'en'] } },
  }),
  ...topics({
    security: 'Security',
    superpowers: { title: 'Superpowers', parent: 'security', learn: 'Learn about the superpowers' },
    arms: { title: 'Arms', parent: 'superpowers' },
    asia: 'Asia',
    sport: 'Sport',
  }),
  ...article('/2026/01/01/arms', { topics: ['arms', 'asia'], related: ['/2026/01/04/sport', '/2026/01/02/asia'] }),
  ...article('/2026/01/02/asia', { topics: ['asia'], lang: 'ja' }),
  ...article('/2026/01/03/wire', { topics: ['sport'], agency: 'AFP', lang: 'fr' }),
  ...article('/2026/01/04/sport', { topics: ['sport'], aliases: ['/old/sport'] }),
  ...article('/2026/01/05/owned', { topics: ['sport', 'superpowers'], owner: 'space-war' }),
  ...article('/2026/01/06/embargoed', { topics: ['superpowers'], embargo: '2026-06-01T00:00:00Z' }),
  ...article('/2026/01/07/killed', { topics: ['superpowers'], status: 'killed', reason: 'It was wrong.' }),
};

const slugs = (edition: Edition): string[] =>
  edition.fromOldest('all', '', 0, 99).map(({ address }) => address.slice(12));

test('a title has the stories that it carries', async (t) => {
  const made = new TestNewsroom(t, newsroom);
  await made.compile();
  const of = (title?: string): string[] => made.at(now, slugs, title);
  assert.deepEqual(of(), ['arms', 'asia', 'wire', 'sport', 'owned']);
  assert.deepEqual(of('main'), of());
  assert.deepEqual(of('space-war'), ['arms', 'owned']);
  // In its languages only: of the language of the newsroom, where an article names none.
  assert.deepEqual(of('japan'), ['arms', 'asia']);
  assert.deepEqual(of('nowhere'), []);
});

test('counts, search, archives and addresses are those of the title', async (t) => {
  const made = new TestNewsroom(t, newsroom);
  await made.compile();
  made.at(
    now,
    (edition) => {
      assert.equal(edition.count('all', ''), 2);
      assert.deepEqual(edition.days('2026/01'), [
        { day: '2026/01/01', count: 1 },
        { day: '2026/01/05', count: 1 },
      ]);
      assert.equal(edition.search({ query: 'about', order: 'date', page: 1 }).total, 2);
      assert.equal(edition.story('/2026/01/04/sport'), undefined);
      assert.equal(edition.lookup('/2026/01/07/killed').state, 'gone');
      assert.equal(edition.lookup('/2026/01/06/embargoed').state, 'none');
      assert.deepEqual(
        edition.topicsUnder(undefined).map(({ slug }) => slug),
        ['superpowers'],
      );
      assert.equal(edition.site.name, 'The space-war');
      assert.equal(edition.site.url, 'https://space-war.example');
    },
    'space-war',
  );
});

test('what another title has and this one has not leads there', async (t) => {
  const made = new TestNewsroom(t, newsroom);
  await made.compile();
  made.at(
    now,
    (edition) => {
      for (const address of ['/2026/01/04/sport', '/old/sport']) {
        const found = edition.lookup(address);
        assert.ok(found.state === 'elsewhere', address);
        assert.deepEqual([found.title.slug, found.address], ['main', '/2026/01/04/sport']);
      }
      assert.equal(edition.publicHref('/2026/01/04/sport#a'), 'https://main.example/2026/01/04/sport#a');
      assert.equal(edition.publicHref('/topics/sport'), 'https://main.example/topics/sport');
      assert.equal(
        edition.publicHref('https://main.example/2026/01/04/sport'),
        'https://main.example/2026/01/04/sport',
      );
      assert.equal(edition.publicHref('https://main.example/2026/01/06/embargoed'), undefined);
      assert.equal(edition.publicHref('https://japan.example/2026/01/04/sport'), undefined);
      assert.equal(edition.publicHref('/2026/01/06/embargoed'), undefined);
    },
    'space-war',
  );
});

test('a gate of a story on another title changes what links to it', async (t) => {
  const [before, after] = ['2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z'].map((at) => Date.parse(at));
  assert.ok(before !== undefined && after !== undefined);
  const made = new TestNewsroom(t, {
    ...newsroom,
    ...article('/2026/01/04/sport', {
      topics: ['sport'],
      expires: '2026-03-01T12:00:00Z',
      aliases: ['/2025/12/31/sport'],
    }),
  });
  await made.compile();
  const editions = editionsIn(made.data, 'space-war');
  try {
    editions.present(before);
    const { value, read, at } = editions.at(before, (edition) => ({
      ...edition.recording(() => edition.publicHref('/2026/01/04/sport')),
      at: edition.readAt,
    }));
    assert.equal(value, 'https://main.example/2026/01/04/sport');
    const { closing } = editions.present(before);
    assert.equal(closing, Date.parse('2026-03-01T12:00:00Z'));
    editions.present(after);
    assert.equal(editions.samenessOf(packed(read), at, after), 'changed');
    editions.at(after, (edition) => {
      for (const address of ['/2026/01/04/sport', '/2025/12/31/sport']) {
        assert.equal(edition.publicHref(address), undefined, address);
        assert.equal(edition.lookup(address).state, 'none', address);
      }
    });
  } finally {
    editions.close();
  }
});

test('each story and each topic has one owner', async (t) => {
  const made = new TestNewsroom(t, newsroom);
  await made.compile();
  const owners = (title: string): Record<string, string | undefined> =>
    made.at(
      now,
      (edition) =>
        Object.fromEntries(
          edition.fromOldest('all', '', 0, 99).map(({ address, owner }) => [address.slice(12), owner?.slug]),
        ),
      title,
    );
  assert.deepEqual(owners('main'), {
    arms: 'space-war',
    asia: 'japan',
    wire: undefined,
    sport: undefined,
    owned: 'space-war',
  });
  assert.deepEqual(owners('space-war'), { arms: undefined, owned: undefined });
  made.at(
    now,
    (edition) => {
      const found = edition.lookup('/2026/01/01/arms');
      assert.ok(found.state === 'public');
      assert.equal(found.story.canonical, 'https://space-war.example/2026/01/01/arms');
      assert.deepEqual(
        found.story.parts.topics.map(({ slug, elsewhere }) => [slug, elsewhere?.slug]),
        [
          ['arms', 'space-war'],
          ['asia', undefined],
        ],
      );
      // One that this title carries, and one that only another title does.
      assert.deepEqual(
        found.story.parts.picked.map((link) => (link.kind === 'page' ? link.href : link.story.address)),
        ['https://main.example/2026/01/04/sport', '/2026/01/02/asia'],
      );
      assert.equal(edition.topicElsewhere('superpowers')?.topic.learn, 'Learn about the superpowers');
    },
    'japan',
  );
});

test('a title has what its file says, and else what site.yaml says', async (t) => {
  const made = new TestNewsroom(t, {
    ...newsroom,
    'site.yaml': `${newsroom['site.yaml']}id: https://old.example
menu: [/about]
description: All of it
logo: logo.svg
policies: { ethics: /ethics, corrections: /errors }
palette: { red: { light: "#900", dark: "#fcc" }, teal: { light: "#066", dark: "#cff" } }
`,
    ...titles({
      main: { order: 1, name: 'The Test', url: 'https://test.example' },
      'space-war': {
        order: 2,
        menu: [],
        policies: { ethics: '/our-ethics' },
        palette: { red: { light: '#800', dark: '#fdd' } },
        front: { lead: '/2026/01/05/owned' },
      },
    }),
    'front.yaml': 'lead: /2026/01/02/asia\n',
    'theme.css': ':root { --s7: 2rem; }',
    'titles/space-war.css': ':root { --s7: 3rem; }',
  });
  await made.compile();
  const shown = (title: string): unknown[] =>
    made.at(
      now,
      ({ site: { id, menu, description, logo, policies, palette, timezone }, theme, front }) => [
        { id, menu: menu.length, description, logo: logo?.light, policies, timezone },
        [palette.red?.light, palette.teal?.light, theme.others.s7, front.lead?.address.slice(12)],
      ],
      title,
    );
  const shared = { description: 'All of it', timezone: 'UTC' };
  assert.deepEqual(shown('main'), [
    {
      ...shared,
      id: 'https://old.example',
      menu: 1,
      logo: 'logo.svg',
      policies: { ethics: '/ethics', corrections: '/errors' },
    },
    ['#990000', '#006666', '2rem', 'asia'],
  ]);
  // A logo is that of a name.
  assert.deepEqual(shown('space-war'), [
    {
      ...shared,
      id: 'https://space-war.example',
      menu: 0,
      logo: undefined,
      policies: { ethics: '/our-ethics', corrections: '/errors' },
    },
    ['#880000', '#006666', '3rem', 'owned'],
  ]);
  assert.deepEqual(shown('japan')[1], ['#990000', '#006666', '2rem', undefined]);
});

test('a title whose host another one has is left out', async (t) => {
  const copy = titles({
    copy: { order: 4, url: 'https://WWW.Space-War.example:8080', carries: { topics: ['sport'] } },
  });
  const made = new TestNewsroom(t, { ...newsroom, ...copy });
  await made.compile();
  assert.deepEqual(made.at(now, slugs, 'copy'), []);
  made.at(now, (edition) => {
    assert.deepEqual(
      edition.titles.map(({ slug }) => slug),
      ['main', 'space-war', 'japan'],
    );
    assert.equal(edition.topicElsewhere('sport'), undefined);
  });
});

test('a title for other languages owns no topic that another title has, and keeps its own pages', async (t) => {
  const made = new TestNewsroom(t, {
    ...newsroom,
    ...titles({ japan: { order: 0, carries: { topics: ['superpowers', 'asia'], languages: ['ja'] } } }),
    ...article('/2026/01/08/ja', { topics: ['superpowers'], lang: 'ja' }),
  });
  await made.compile();
  const owner = (title: string, topic: string): string | undefined =>
    made.at(now, (edition) => edition.topicElsewhere(topic)?.title.slug, title);
  assert.equal(owner('main', 'superpowers'), 'space-war');
  assert.equal(owner('space-war', 'superpowers'), undefined);
  assert.equal(owner('japan', 'superpowers'), undefined);
  assert.equal(owner('space-war', 'asia'), 'main');
});

test('a compile of changes gives the same store as one from nothing', async (t) => {
  const made = new TestNewsroom(t, newsroom);
  await made.compile();
  const changes: Files[] = [
    article('/2026/01/04/sport', { topics: ['superpowers'] }),
    article('/2026/01/01/arms', { topics: ['sport'], agency: 'AFP' }),
    titles({ 'space-war': { order: 0, carries: { topics: ['sport'] } } }),
    topics({ sport: { title: 'Sport', parent: 'asia' } }),
    titles({ another: { carries: { languages: ['fr'] } } }),
    { 'site.yaml': 'name: The Test\nurl: https://test.example\nlanguage: fr\ntimezone: UTC\n' },
  ];
  const all: Files = { ...newsroom };
  const compare = async (): Promise<void> => {
    await made.compile();
    const anew = new TestNewsroom(t, all);
    await anew.compile();
    const { file: _files, entity_file: _entities, ...found } = made.dump();
    const { file: _otherFiles, entity_file: _otherEntities, ...wanted } = anew.dump();
    assert.deepEqual(found, wanted);
  };
  for (const change of changes) {
    made.write(change);
    Object.assign(all, change);
    await compare();
  }
  made.remove('titles');
  for (const path of Object.keys(all)) if (path.startsWith('titles/')) delete all[path];
  await compare();
  assert.deepEqual(made.at(now, slugs), ['arms', 'asia', 'wire', 'sport', 'owned']);
});
