import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom, topics } from '../newsroom/testing.ts';
import { dateline } from './testing.ts';

test('check names packages that show nothing, and says where their stories are', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...topics({ sport: 'Sport', town: 'Town', sea: 'Sea' }),
    ...article('/2026/01/03/match', { topics: ['sport'] }),
    ...article('/2026/01/02/fair', { topics: ['town'] }),
    'front.yaml': 'packages:\n  - { topic: town }\n  - { topic: sport }\n  - { topic: sea }\n',
  });
  const { code, out } = dateline(newsroom, 'check');
  assert.equal(code, 1);
  assert.match(
    out,
    /front\.yaml:3:5 {2}content-left-out \(warning\) {2}The package of the topic “sport” .*\n.*stories: lead\./,
  );
  assert.match(out, /front\.yaml:4:5 .*“sea” is not on the front page\.\n.*no public story/);
  assert.doesNotMatch(out, /“town”/);
});

test('check warns about a logo that is lost on the paper of a scheme', async (t) => {
  const drawn = (fill: string, ground = ''): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40">${ground}<path fill="${fill}" d="M10 10h120v20H10z"/></svg>`;
  const logos: [name: string, svg: string, logo: string, ...expected: RegExp[]][] = [
    [
      'dark',
      drawn('#111'),
      'logo.svg',
      /dark scheme can hardly see the logo images\/logo\.svg[^]*light: logo\.svg, dark: …/,
    ],
    ['pale', drawn('#f4f4f4'), 'logo.svg', /light scheme can hardly see/],
    ['middle', drawn('#c02020'), 'logo.svg'],
    ['plate', drawn('#fff', '<path fill="#000" d="M0 0h200v40H0z"/>'), 'logo.svg'],
    ['two', drawn('#111'), '{ light: logo.svg, dark: other.svg }'],
    [
      'own',
      drawn('#111').replace('<path', '<style>@media (prefers-color-scheme: dark) { path { fill: #fff } }</style><path'),
      'logo.svg',
    ],
  ];
  const newsroom = new TestNewsroom(t, { 'images/other.svg': drawn('#eee') });
  for (const [name, svg, logo, ...expected] of logos) {
    newsroom.write({ 'images/logo.svg': svg, 'site.yaml': `${site['site.yaml']}logo: ${logo}\n` });
    const { out } = dateline(newsroom, 'check');
    assert.equal(out.match(/hardly/g)?.length ?? 0, expected.length, `${name}: ${out}`);
    for (const words of expected) assert.match(out, words, name);
  }
});
