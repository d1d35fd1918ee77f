import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../../newsroom/intake/read-article.ts';
import { needing, sharedPath } from '../../newsroom/testing.ts';
import { formatFile } from '../article-file.ts';
import { gather } from '../sources.ts';
import { visibleText } from './plain.ts';
import { gatherPosts } from './post-set.ts';
import { readPost } from './post.ts';
import { htmlOf, readMarkdown } from './read.ts';
import { parseHtml } from './render.ts';

/**
 * Whole archives, where they lie beside the repository: every post becomes an article that intake accepts, and every
 * character that a reader saw is still there. Words may be added (a box needs a title, a frame becomes a link).
 */
const corpora = [
  ['corpora/digitalgov', 2082],
  ['corpora/18f-blog', 509],
] as const;

function count(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of text.normalize('NFC').replace(/[\s\p{Cc}\u200b\ufeff]/gu, ''))
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}

/** Every text that an article's body holds, wherever it stands. */
function texts(value: unknown, key = ''): string {
  if (typeof value === 'string') return ['text', 'title', 'by'].includes(key) ? value : '';
  if (Array.isArray(value)) return value.map((each) => texts(each, key)).join(' ');
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, each]) => texts(each, name))
        .join(' ')
    : '';
}

/** What a reader of the old site saw, but for the marks of footnotes, which every page sets itself. */
const seen = (html: string): string =>
  visibleText(
    parseHtml(html.replace(/<a [^>]*data-footnote-(?:back)?ref[^>]*>.*?<\/a>|<h2 id="footnote-label".*?<\/h2>/g, '')),
  );

for (const [corpus, expected] of corpora) {
  test(`every post of ${corpus}`, needing(corpus), () => {
    const { sources, companions } = gather([sharedPath(corpus)], new Set(['md']));
    const { readings } = readMarkdown(sources, { date: null, companions });
    const posts = sources.map((source) => readPost(source)).filter((post) => 'address' in post);
    const set = gatherPosts(posts, new Set());
    const read = new Map(readings.map((reading) => [reading.source, reading]));
    assert.equal(readings.filter(({ story }) => story !== null).length, expected);
    assert.ok(readings.every(({ story, problems }) => story !== null || problems.length > 0));
    for (const post of posts) {
      const { story, log } = read.get(post.source) ?? {};
      assert.ok(story && log);
      const intake = readArticle(
        `articles${post.address}.mdx`,
        formatFile({ id: 'urn:x', ...story.fields }, story.body),
      );
      assert.deepEqual(
        intake.problems.filter(({ severity }) => severity === 'error'),
        [],
      );
      if (log.some(({ rule }) => rule.startsWith('body-from'))) continue;
      const here = count(texts(intake.article?.body));
      const lost = [...count(seen(htmlOf(post, set, [])))].filter(([sign, times]) => (here.get(sign) ?? 0) < times);
      assert.deepEqual(lost, [], post.source);
    }
  });
}
