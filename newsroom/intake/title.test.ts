import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brief } from '../testing.ts';
import { readEntity } from './read-entity.ts';

const start = 'name: Space\nurl: https://space.example/\n';

/** Lines after the name and the address; what the title then has of them, or nothing if the file is refused; problems. */
const cases: [lines: string, value: Record<string, unknown> | undefined, ...problems: string[]][] = [
  ['menu: []\nsocial: []', { menu: [], social: [] }],
  ['carries: { sections: [space], languages: [pt-BR] }', { carries: { sections: ['space'], languages: ['pt-BR'] } }],
  [
    'order: first\naccent: pink\nmenu: [{ title: A }]',
    { menu: [] },
    '3:8 field-invalid order',
    '4:9 field-invalid accent',
    '5:8 field-invalid menu.0.url',
  ],
  // Such a title would carry everything.
  ['carries:', undefined, '3:1 field-invalid carries'],
  ['carries: {}', undefined, '3:10 field-invalid carries'],
  ['carries: { topics: [] }', undefined, '3:20 field-invalid carries.topics'],
  ['carries: { topics: [], languages: [en] }', undefined, '3:20 field-invalid carries.topics'],
  ['carries: space', undefined, '3:10 field-invalid carries'],
  ['carries: { topics: [Space War] }', undefined, '3:21 field-invalid carries.topics.0'],
  ['carries: { languages: [English] }', undefined, '3:24 field-invalid carries.languages.0'],
  ['carries: { section: [space] }', undefined, '3:21 field-invalid carries'],
  ['carrys: { sections: [space] }', undefined, '3:9 field-misspelt carrys'],
  // What is the same for all titles, or belongs elsewhere.
  ['timezone: UTC', {}, '3:11 field-invalid timezone'],
  ['related: { section: 1 }\nreleased: [/a]', {}, '3:10 field-invalid related', '4:11 field-invalid released'],
  ['sections: [space]', {}, '3:11 field-invalid sections'],
  ['nmae: Space', {}, '3:7 field-unknown nmae'],
  ['license: { offers: [] }', undefined, '3:10 field-invalid license'],
  [
    'front: { lead: /2026/01/01/a, seconds: [no, /2026/01/01/a] }',
    { front: { lead: '/2026/01/01/a', numbers: [] } },
    '3:41 field-invalid front.seconds.0',
    '3:45 field-invalid front.seconds.1',
  ],
  ['front: { seconds: [] }', { front: { seconds: [], numbers: [] } }],
];
for (const [lines, value, ...problems] of cases)
  test(`a title: ${lines.replaceAll('\n', '; ')}`, () => {
    const { entity, problems: found } = readEntity('title', 'titles/space.yaml', start + lines);
    const usual = { name: 'Space', url: 'https://space.example', slug: 'space', palette: {}, policies: {} };
    assert.deepEqual(entity?.value, value && { ...usual, ...value });
    assert.deepEqual(
      brief(found),
      problems.map((each) => `titles/space.yaml:${each}`),
    );
    assert.ok(problems.every((each) => !/timezone|released/.test(each)) || found[0]?.fix.includes('site.yaml'));
  });

test('a title has a name that can be a host, and site.yaml says where titles are written', () => {
  for (const slug of ['www', 'localhost', 'Space War', 'ä'])
    assert.deepEqual(brief(readEntity('title', `titles/${slug}.yaml`, start).problems), [
      `titles/${slug}.yaml:1:1 file-slug`,
    ]);
  const site = readEntity('site', 'site.yaml', `${start}language: en\ntimezone: UTC\ntitles: [space]\n`);
  assert.equal(site.entity?.kind, 'site');
  assert.deepEqual(brief(site.problems), ['site.yaml:5:9 field-invalid titles']);
  assert.match(site.problems[0]?.fix ?? '', /titles\/NAME\.yaml/);
});
