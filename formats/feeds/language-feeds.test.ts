import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site } from '../../newsroom/testing.ts';
import { headOf } from '../../site/head.ts';
import { viewAt } from '../../site/testing.ts';
import { bodyAt, editionOf, textsOf } from '../testing.ts';

const now = '2026-02-01T00:00:00Z';
const many = Array.from({ length: 32 }, (_, index) => {
  const day = String((index % 28) + 1).padStart(2, '0');
  return article(`/2025/1${index < 28 ? 1 : 2}/${day}/fr-${index}`, { lang: 'fr', headline: `Récit ${index}` });
});

test('each language has a feed of its newest stories, and of nothing hidden', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const titles = (path: string): string[] => {
        const parsed: { items: { title: string }[] } = JSON.parse(bodyAt(edition, path) ?? '{"items":[]}');
        return parsed.items.map(({ title }) => title);
      };
      assert.deepEqual(titles('/languages/ja/feed.json'), ['奈良']);
      // Stories of the site's language, whether they say so or not.
      assert.deepEqual(titles('/languages/en/feed.json').toSorted(), ['Another', 'Plain']);
      const french = titles('/languages/fr/feed.json');
      assert.equal(french.length, 30);
      assert.ok(french.includes('Récit 31') && !french.includes('Récit 0'));
      const rss = bodyAt(edition, '/languages/ja/feed.xml') ?? '';
      assert.deepEqual(textsOf(rss, 'language'), ['ja']);
      assert.equal(textsOf(rss, 'title')[0], 'The Test (日本語)');
      assert.ok(bodyAt(edition, '/languages/ja/atom.xml')?.includes('xml:lang="ja"'));
      for (const path of [
        '/languages/ko/feed.xml',
        '/languages/feed.xml',
        '/languages/ja/page/1/feed.xml',
        '/languages/x/feed.xml',
      ])
        assert.equal(bodyAt(edition, path), undefined, path);
      assert.equal(
        JSON.stringify(headOf(viewAt(edition, '/2026/01/02/ja', 'article')).alternates).includes(
          '/languages/ja/feed.xml',
        ),
        true,
      );
      assert.equal(
        JSON.stringify(headOf(viewAt(edition, '/2026/01/01/plain', 'article')).alternates).includes('/languages/'),
        false,
      );
    },
    site,
    article('/2026/01/01/plain', { headline: 'Plain' }),
    article('/2026/01/01/other', { headline: 'Another', lang: 'en' }),
    article('/2026/01/02/ja', { headline: '奈良', lang: 'ja' }),
    article('/2026/01/03/draft', { headline: '下書き', lang: 'ja', status: 'draft' }),
    article('/2026/01/04/later', { headline: '解禁', lang: 'ko', published: '2026-03-01T00:00:00Z' }),
    ...many,
  );
});

test('what a feed adds to a text is in the language of the story', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const html = bodyAt(edition, '/languages/ja/feed.json') ?? '';
      for (const words of ['解説', '要点', '訂正（2026年1月3日）：', '出典：市', '出典</strong>'])
        assert.ok(html.includes(words), `${words} in ${html}`);
      assert.doesNotMatch(html, /Key points|Correction|Source/);
    },
    site,
    article(
      '/2026/01/02/ja',
      {
        headline: '奈良',
        lang: 'ja',
        type: 'explainer',
        corrections: [{ at: '2026-01-03T09:00:00Z', text: '数字を直した。' }],
        sources: [{ title: '統計', url: 'https://example.org/' }],
      },
      '本文。\n\n<KeyPoints>\n\n- 一つ\n\n</KeyPoints>\n\n<Table caption="人口" source="市">\n\n| 年 | 数 |\n|---|---|\n| 2026 | 1 |\n\n</Table>\n',
    ),
  );
});
