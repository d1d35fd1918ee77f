import { deepEqual, equal, ok } from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { counted, cutAtHoles, fill } from './fill.ts';
import { listIn, numberIn } from './numbers.ts';
import { storyWords, tables, wordsOf } from './words-of.ts';

/** The texts of a table by their paths: `article.byline`, `parts.articles.one`. */
function textsOf(table: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(table)) {
    if (typeof value === 'string') found.set(path + key, value);
    else for (const [below, text] of textsOf(value, `${path}${key}.`)) found.set(below, text);
  }
  return found;
}

const categories = new Set<string>(['zero', 'one', 'two', 'few', 'many', 'other']);
const holesOf = (text: string): string[] =>
  cutAtHoles(text)
    .flatMap((piece) => ('hole' in piece ? [piece.hole] : []))
    .toSorted();
/** The path of a text without its plural category. */
const keyOf = (path: string): string => {
  const parts = path.split('.');
  return categories.has(parts.at(-1) ?? '') ? parts.slice(0, -1).join('.') : path;
};

const english = textsOf(tables.en);

for (const [language, table] of Object.entries(tables)) {
  const texts = textsOf(table);

  test(`${language}: every count has the forms of its plural rules, and no other`, () => {
    const own = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const forms = Map.groupBy(
      [...texts.keys()].filter((path) => keyOf(path) !== path),
      keyOf,
    );
    ok(forms.size > 10);
    for (const [key, paths] of forms)
      deepEqual(paths.map((path) => path.slice(key.length + 1)).toSorted(), own, `${language} ${key}`);
  });

  test(`${language}: every text has the holes of the English one, each once`, () => {
    for (const [path, text] of texts) {
      const other = english.get(path) ?? english.get(`${keyOf(path)}.other`) ?? '';
      const wanted = holesOf(other);
      const found = holesOf(text);
      // A form for one number may have it in a word.
      const isForm = keyOf(path) !== path && !path.endsWith('.other');
      const without = (holes: string[]): string[] => (isForm ? holes.filter((hole) => hole !== 'count') : holes);
      deepEqual(without(found), without(wanted), `${language} ${path}`);
      ok(!/[{}]/.test(text.replace(/\{\w+\}/g, '')), `${language} ${path}`);
    }
  });

  test(`${language}: no text is empty or has stray spaces`, () => {
    // These join other texts, or are the unseen start of one.
    const joined = /^parts\.(?:comma|semicolon)$|^version\.(?:before|after)|^search\.(?:remove|page)$/;
    for (const [path, text] of texts) {
      ok(text !== '', path);
      if (!joined.test(path)) equal(text.trim(), text, `${language} ${path}`);
      ok(!/ {2}/.test(text), `${language} ${path}`);
    }
  });
}

test('words are found by language and script, whatever the country', () => {
  const found = (language: string): string[] => {
    const { lang, page, frame } = wordsOf(language);
    return [lang, page, frame.about];
  };
  deepEqual(found('de-AT'), ['de-AT', 'de-AT', 'Über uns']);
  deepEqual(found('zh'), ['zh', 'zh', '关于我们']);
  deepEqual(found('zh-Hans-SG'), ['zh-Hans-SG', 'zh-Hans-SG', '关于我们']);
  deepEqual(found('pt-PT'), ['pt-PT', 'pt-PT', 'Quem somos']);
  // Other characters, or other languages: English words.
  for (const language of ['zh-TW', 'zh-Hant', 'fa', 'nl', 'sr-Latn'])
    deepEqual(found(language), ['en', language, 'About']);
});

test('a story’s own pages have words in its language, or else in that of the site', () => {
  const lang = (site: string, story: string): string => storyWords({ language: site }, { lang: story }).lang;
  equal(lang('en', 'ar'), 'ar');
  equal(lang('ja', 'en'), 'en');
  equal(lang('ja', 'ru'), 'ja');
  equal(lang('en-GB', 'en-US'), 'en-GB', 'a country is no other language');
  equal(lang('nl', 'ru'), 'en');
});

test('counts, lists and numbers are written as in their language', () => {
  const articles = (language: string, counts: number[]): string[] =>
    counts.map((count) => counted(wordsOf(language), wordsOf(language).parts.articles, count));
  deepEqual(articles('en', [0, 1, 2, 12_345]), ['0 stories', '1 story', '2 stories', '12,345 stories']);
  deepEqual(articles('fr', [0, 1, 2, 1_000_000]), [
    '0 article',
    '1 article',
    '2 articles',
    '1\u202f000\u202f000 d’articles',
  ]);
  deepEqual(articles('ar', [0, 1, 2, 3, 11, 100]), ['لا مقالات', 'مقال واحد', 'مقالان', '3 مقالات', '11 مقالًا', '100 مقال']);
  deepEqual(articles('ja', [1, 1234]), ['1本の記事', '1,234本の記事']);
  equal(listIn(wordsOf('en'), ['A', 'B', 'C']), 'A, B and C');
  equal(listIn(wordsOf('ja'), ['A', 'B', 'C']), 'A、B、C');
  equal(numberIn(wordsOf('de'), 12_345), '12.345');
});

test('what fills a hole is no template itself', () => {
  equal(
    fill(wordsOf('en').search.found, { stories: '{query}', query: '{page}$&', page: '' }),
    '{query} for “{page}$&”',
  );
});

/** Names that are the same in every language. */
const names = new Set(['RSS', 'topic:', 'person:', 'place:', 'agency:']);

/** The words that a component has in its source: in texts between tags, in attributes, and in strings with a capital. */
function wordsInSource(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  const patterns = [
    /\b(?:aria-label|title|alt|placeholder|label)="([^"]+)"/g,
    /\b(?:aria-label|title|alt|placeholder|label)=\{`([^`]*)`/g,
    /<\/?[A-Za-z][\w.]*(?:\s[^<>]*)?>([^<>{}]*)(?=[<{])/g,
    /\}([^<>{}\n]*)(?=[<{])/g,
    /^\s+(\p{L}[\p{L} ,.:’“”!?-]*)$/gmu,
    /'([A-Z][a-z]+(?: [^'\n]*)?)'/g,
  ];
  const found = patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, text = '']) => text.trim()));
  const isCode =
    /[;=()[\]|&]|^(?:from|else|as|satisfies|return|default|catch|finally)\b|,$|^[,:.?]|-\$$|\/|^[\w-]+-?$(?<![A-Z]\w*)|^[a-z]+[A-Z]\w*$/;
  return [...new Set(found)].filter((text) => /\p{L}{2}/u.test(text) && !isCode.test(text) && !names.has(text));
}

test('words in the source of a component are found', () => {
  deepEqual(
    wordsInSource(
      'const a = <p aria-label="All of it">{x} of the series <b>Read on</b> <i title={`Part ${n}`}>\n  Skip to the text\n</i>{y ? \'Previous\' : z}</p>;',
    ),
    ['All of it', 'Part ${n}', 'Read on', 'Skip to the text', 'of the series', 'Previous'],
  );
});

test('no component has words of a language in it', () => {
  const root = join(import.meta.dirname, '..', '..');
  const files = globSync('{site,elements,app}/**/*.tsx', { cwd: root });
  ok(files.length > 30);
  const found = files.flatMap((file) =>
    wordsInSource(readFileSync(join(root, file), 'utf8')).map((text) => `${file}: ${text}`),
  );
  deepEqual(found, []);
});
