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

test('R1 and S8: robots.txt lets everybody read and names the sitemaps', async (t) => {
  const body = await editionOf(t, '2026-02-01T00:00:00Z', (edition) => bodyAt(edition, '/robots.txt'), ...files);
  assert.equal(body, 'User-agent: *\nAllow: /\n\nSitemap: https://test.example/sitemap.xml\n');
});
