import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, topics } from '../newsroom/testing.ts';
import { bodyAt, editionOf } from './testing.ts';

const files = [
  site,
  topics({
    news: { title: 'News [all] & more', standfirst: 'What *happens*.' },
    below: { title: 'Below', parent: 'news' },
    quiet: 'Quiet',
  }),
  article('/2026/01/01/one', { topics: ['below'] }),
];

test('O5: llms.txt has a name, a sentence and lists of links', async (t) => {
  const body = await editionOf(t, '2026-02-01T00:00:00Z', (edition) => bodyAt(edition, '/llms.txt') ?? '', ...files);
  const lines = body.split('\n');
  assert.equal(lines[0], '# The Test');
  assert.match(lines[2] ?? '', /^> /);
  assert.ok(lines.includes('- [News \\[all\\] & more](https://test.example/topics/news): What \\*happens\\*.'));
  assert.ok(lines.includes('- [Below](https://test.example/topics/below)'));
  assert.doesNotMatch(body, /Quiet/);
});

test('O5: llms.txt links the newest stories as Markdown, and its length does not grow with the archive', async (t) => {
  const many = Array.from({ length: 70 }, (_, index) => String(index).padStart(2, '0'));
  const body = await editionOf(
    t,
    '2026-02-01T00:00:00Z',
    (edition) => bodyAt(edition, '/llms.txt') ?? '',
    site,
    topics(Object.fromEntries(many.map((number) => [`root-${number}`, `Root ${number}`]))),
    topics(Object.fromEntries(many.map((number) => [`t-${number}`, { title: `Topic ${number}`, parent: 'root-00' }]))),
    ...many.map((number, index) =>
      article(`/2026/01/${String(1 + (index % 28)).padStart(2, '0')}/n-${number}`, {
        topics: [`t-${number}`, `root-${number}`, ...(index >= 65 ? [] : ['t-69'])],
        standfirst: `(Standfirst) of ${number}. ${'And so on. '.repeat(40)}`,
      }),
    ),
    article('/2026/01/30/elsewhere', { canonical: 'https://other.example/story' }),
    article('/2026/01/31/hidden', { embargo: '2026-03-01T00:00:00Z' }),
  );
  const under = (title: string): string[] =>
    (body.split(`## ${title}\n\n`)[1]?.split('\n\n')[0] ?? '').split('\n').filter(Boolean);
  assert.equal(under('Newest stories').length, 19, 'of the newest twenty, one belongs to another site');
  assert.match(
    under('Newest stories')[0] ?? '',
    /^- \[About n-\d\d\]\(https:\/\/test\.example\/2026\/01\/28\/n-\d\d\.md\): \(Standfirst\) of \d\d\. .{100,190}…$/,
  );
  assert.equal(under('Sections').length, 50);
  assert.equal(under('Topics').length, 50);
  assert.ok(
    under('Topics').some((line) => line.includes('/topics/t-69)')),
    'the one with the most stories',
  );
  assert.ok(body.length < 30_000);
  assert.doesNotMatch(body, /hidden/);
  assert.match(body, /## Optional\n/);
});

test('R1 and S8: robots.txt allows everything and names the sitemaps', async (t) => {
  const body = await editionOf(t, '2026-02-01T00:00:00Z', (edition) => bodyAt(edition, '/robots.txt'), ...files);
  assert.equal(body, 'User-agent: *\nAllow: /\n\nSitemap: https://test.example/sitemap.xml\n');
});
