import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, brief, site, TestNewsroom, titles, topics, type Files } from '../testing.ts';

const now = '2026-03-01T00:00:00Z';

const newsroom: Files = {
  ...site,
  ...topics({ space: 'Space', mars: { title: 'Mars', parent: 'space' }, sport: 'Sport', sea: 'The sea' }),
  'storylines/artemis.mdx': '---\ntitle: Artemis\n---\n',
  ...titles({
    main: { order: 1, carries: { sections: ['sport'] } },
    space: { order: 2, carries: { sections: ['space'], agencies: ['AFP'] } },
  }),
  ...article('/2026/01/01/mars', { topics: ['mars'], owner: 'space' }),
  ...article('/2026/01/02/sport', { topics: ['sport'], agency: 'AFP' }),
};

/** Files that are added to the newsroom, and its problems then. `undefined` removes a file. */
const cases: [what: string, files: Record<string, string | Uint8Array | undefined>, ...problems: string[]][] = [
  ['a newsroom without faults', {}],
  [
    'hosts that are one host',
    titles({ other: { order: 3, url: 'https://WWW.Space.example.:8443', carries: { topics: ['mars'] } } }),
    'titles/other.yaml:2:6 title-host url',
  ],
  [
    'lists without names',
    titles({ space: { order: 2, carries: { sections: [], agencies: ['AFP'] } } }),
    'titles/space.yaml:5:13 field-invalid carries.sections',
  ],
  [
    'an owner of a topic that it has no page of',
    { 'topics/mars.mdx': '---\ntitle: Mars\nparent: space\nowner: main\n---\n' },
    'topics/mars.mdx:4:8 owner-without owner',
  ],
  [
    'a title that owns nothing',
    titles({ wire: { carries: { agencies: ['AFP'] } }, whole: {} }),
    'titles/wire.yaml:1:1 title-owns',
  ],
  [
    'names that lead nowhere',
    titles({
      space: {
        carries: { sections: ['space', 'spcae'], topics: ['none'], storylines: ['artemsi'], agencies: ['AFP', 'APF'] },
        menu: ['/nowhere'],
      },
    }),
    'titles/space.yaml:6:7 reference-missing carries.sections',
    'titles/space.yaml:8:7 reference-missing carries.topics',
    'titles/space.yaml:10:7 reference-missing carries.storylines',
    'titles/space.yaml:13:7 title-carries carries.agencies',
  ],
  [
    'a section with a topic above it',
    titles({ space: { carries: { sections: ['mars'], topics: ['space'], agencies: ['AFP'] } } }),
    'titles/space.yaml:5:7 title-carries carries.sections',
  ],
  [
    'a title that carries no story',
    titles({ sea: { carries: { topics: ['sea'], languages: ['fr'] } } }),
    'titles/sea.yaml:1:1 title-carries',
  ],
  [
    'a story on no title',
    article('/2026/01/03/sea', { topics: ['sea'] }),
    'articles/2026/01/03/sea.mdx:1:1 story-nowhere',
  ],
  ['a killed story on no title', article('/2026/01/03/sea', { topics: ['sea'], status: 'killed', reason: 'Wrong.' })],
  [
    'stories on no title, because of a title',
    titles({ space: { carries: { languages: ['fr'] } } }),
    'articles/2026/01/01/mars.mdx:1:1 story-nowhere',
    'articles/2026/01/01/mars.mdx:7:8 owner-without owner',
    'titles/space.yaml:1:1 title-carries',
  ],
  [
    'owners',
    {
      ...article('/2026/01/01/mars', { topics: ['mars'], owner: 'main' }),
      ...article('/2026/01/02/sport', { topics: ['sport'], agency: 'AFP', owner: 'spcae' }),
      ...topics({ sport: { title: 'Sport', owner: 'sports' } }),
    },
    'articles/2026/01/01/mars.mdx:7:8 owner-without owner',
    'articles/2026/01/02/sport.mdx:8:8 owner-missing owner',
    'topics/sport.mdx:3:8 owner-missing owner',
  ],
  [
    'an owner whose file has an error',
    { 'titles/space.yaml': 'name: Space\n', 'titles/main.yaml': 'name: Main\nurl: https://main.example\n' },
    // The earlier version stays, and with it what it carries.
    'titles/space.yaml:1:1 field-missing url',
  ],
  [
    'owners without titles',
    { 'titles/main.yaml': undefined, 'titles/space.yaml': undefined },
    'articles/2026/01/01/mars.mdx:7:8 owner-missing owner',
  ],
  ['a theme', { 'titles/space.css': ':root { --red: light-dark(#a00000, #ff9999); }' }],
  ['a theme without its title', { 'titles/sapce.css': ':root { --s7: 2rem; }' }, 'titles/sapce.css:1:1 title-missing'],
  [
    'pale colours of a title',
    {
      'titles/space.css': '\n:root { --soft: light-dark(#999, #a8a399); }',
      ...titles({
        main: { order: 1, carries: { sections: ['sport'] }, palette: { red: { light: '#f00', dark: '#fcc' } } },
      }),
    },
    'titles/main.yaml:1:1 contrast-low palette.red',
    'titles/space.css:2:9 contrast-low',
  ],
  [
    'fronts',
    {
      'front.yaml': 'lead: /2026/01/02/sport\n',
      ...titles({
        main: { order: 1, carries: { sections: ['sport'] }, front: { lead: '/2026/01/01/mars' } },
        space: {
          order: 2,
          carries: { sections: ['space'], agencies: ['AFP'] },
          front: { running: { storyline: 'apollo' }, seconds: ['/2026/01/02/sport'] },
        },
      }),
    },
    'front.yaml:1:1 title-front',
    'titles/main.yaml:8:9 title-front front.lead',
    'titles/space.yaml:11:16 reference-missing front.running',
  ],
  [
    'a name that is no part of a host',
    titles({ ä: { carries: { topics: ['sport'] } } }),
    'titles/ä.yaml:1:1 file-slug',
  ],
  ['a front of the first title', { 'front.yaml': 'lead: /2026/01/01/mars\n' }, 'front.yaml:1:7 title-front lead'],
];

test('what is wrong with titles is reported with its place, whether it is compiled anew or not', async (t) => {
  const kept = new TestNewsroom(t, newsroom);
  let present = newsroom;
  for (const [what, changes, ...problems] of cases)
    await t.test(what, async (each) => {
      const files: Files = {};
      for (const [path, text] of Object.entries({ ...newsroom, ...changes }))
        if (text !== undefined) files[path] = text;
      kept.write(newsroom);
      kept.remove(...Object.keys(present).filter((path) => !(path in newsroom)));
      await kept.compile();
      kept.write(files);
      kept.remove(...Object.keys(newsroom).filter((path) => !(path in files)));
      present = files;
      // The stories of the cases before are gone.
      const found = (await kept.compile()).problems.filter(({ code }) => code !== 'address-vanished');
      assert.deepEqual(brief(found), problems);
      // A file that is refused has an earlier version there.
      if (found.every(({ code }) => !['field-missing', 'field-invalid', 'file-slug'].includes(code)))
        assert.deepEqual((await new TestNewsroom(each, files).compile()).problems, found);
    });
});

test('words say which title was meant', async (t) => {
  const made = new TestNewsroom(t, {
    ...newsroom,
    ...titles({ space: { order: 2, carries: { sections: ['space'], agencies: ['APF'] } } }),
    ...article('/2026/01/02/sport', { topics: ['sport'], agency: 'AFP', owner: 'spcae' }),
  });
  const { problems } = await made.compile();
  assert.deepEqual(
    problems.map(({ fix }) => /“.*?”/.exec(fix)?.[0]),
    ['“space”', '“AFP”'],
  );
});

test('a title with an error keeps its earlier version; without one it is not there, and the others are', async (t) => {
  const made = new TestNewsroom(t, newsroom);
  await made.compile();
  const broken = { 'titles/space.yaml': 'name: Space\nurl: nowhere\n' };
  const shown = (of: TestNewsroom): string[][] =>
    ['main', 'space'].map((title) =>
      of.at(now, (edition) => edition.fromOldest('all', '', 0, 9).map(({ address }) => address), title),
    );
  const both = [['/2026/01/02/sport'], ['/2026/01/01/mars', '/2026/01/02/sport']];
  assert.deepEqual(shown(made), both);
  made.write(broken);
  await made.compile();
  assert.deepEqual(shown(made), both);
  const anew = new TestNewsroom(t, { ...newsroom, ...broken });
  const { problems } = await anew.compile();
  assert.deepEqual(shown(anew), [['/2026/01/02/sport'], []]);
  assert.match(problems.find(({ code }) => code === 'owner-missing')?.fix ?? '', /^Mend titles\/space\.yaml/);
});

test('where no title can be read, nothing is shown', async (t) => {
  const broken = { 'titles/space.yaml': 'name: Space\nurl: nowhere\n', 'titles/main.yaml': 'name: Main\n' };
  const made = new TestNewsroom(t, { ...newsroom, ...broken });
  const count = (): number => made.at(now, (edition) => edition.count('all', '') + edition.newest('all', '', 9).length);
  await made.compile();
  assert.equal(count(), 0);
  made.remove('titles');
  await made.compile();
  assert.equal(count(), 4);
});

test('titles after the fiftieth are left out', async (t) => {
  const many = Object.fromEntries(Array.from({ length: 52 }, (_, index) => [`t${index + 10}`, { order: index }]));
  const made = new TestNewsroom(t, { ...site, ...titles(many), ...article('/2026/01/01/a') });
  const { problems } = await made.compile();
  const found = problems.filter(({ code }) => code === 'title-limit');
  assert.deepEqual(brief(found), ['titles/t60.yaml:1:1 title-limit', 'titles/t61.yaml:1:1 title-limit']);
  const count = (title: string): number => made.at(now, (edition) => edition.count('all', ''), title);
  assert.deepEqual(['t10', 't59', 't60'].map(count), [1, 1, 0]);
});
