import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../../newsroom/intake/read-article.ts';
import { needing, sharedPath } from '../../newsroom/testing.ts';
import { formatFile } from '../article-file.ts';
import { findSources } from '../find-sources.ts';
import { visibleText } from './plain-text.ts';
import { indexPosts } from './post-index.ts';
import { readPost } from './post.ts';
import { htmlOf, readMarkdown } from './read.ts';
import { parseHtml } from './render-html.ts';
import { noSite } from './site.ts';

/**
 * Complete archives, if they are in the folder beside the repository: every post becomes an article that intake accepts,
 * and every character that a reader saw is still there. Words can be added (a box needs a title, a frame becomes a link).
 */
const corpora = [
  ['corpora/digitalgov', 2082],
  ['corpora/18f-blog', 509],
] as const;

function count(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.normalize('NFC').replace(/[\s\p{Cc}\u200b\ufeff]/gu, ''))
    counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** Every text in the body of an article. */
function texts(value: unknown, key = ''): string {
  if (typeof value === 'string') return ['text', 'title', 'by'].includes(key) ? value : '';
  if (Array.isArray(value)) return value.map((each) => texts(each, key)).join(' ');
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, each]) => texts(each, name))
        .join(' ')
    : '';
}

/** The text that a reader of the old site saw, without the marks of footnotes, which each site writes in its own way. */
const seenText = (html: string): string =>
  visibleText(
    parseHtml(html.replace(/<a [^>]*data-footnote-(?:back)?ref[^>]*>.*?<\/a>|<h2 id="footnote-label".*?<\/h2>/g, '')),
  );

for (const [corpus, expected] of corpora) {
  test(`every post of ${corpus}`, needing(corpus), () => {
    const { sources, collectionSources } = findSources([sharedPath(corpus)], new Set(['md']));
    const { results } = readMarkdown(sources, { date: null, collectionSources });
    const posts = sources.map((source) => readPost(source, noSite, null)).filter((post) => 'address' in post);
    const index = indexPosts(posts, new Set());
    const bySource = new Map(results.map((result) => [result.source, result]));
    assert.equal(results.filter(({ article }) => article !== null).length, expected);
    assert.ok(results.every(({ article, problems }) => article !== null || problems.length > 0));
    for (const post of posts) {
      const { article, log } = bySource.get(post.source) ?? {};
      assert.ok(article && log);
      const intake = readArticle(
        `articles${post.address}.mdx`,
        formatFile({ id: 'urn:x', ...article.fields }, article.body),
      );
      assert.deepEqual(
        intake.problems.filter(({ severity }) => severity === 'error'),
        [],
      );
      if (log.some(({ rule }) => rule.startsWith('body-from'))) continue;
      const present = count(texts(intake.article?.body));
      const lost = [...count(seenText(htmlOf(post, index, [])))].filter(
        ([character, times]) => (present.get(character) ?? 0) < times,
      );
      assert.deepEqual(lost, [], post.source);
    }
  });
}
