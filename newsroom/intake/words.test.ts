import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { en } from '../model/words/en.ts';
import { readEntity } from './read-entity.ts';

/** The problems of a file of words that has the English texts, and these in their place. */
function problemsWith(language: string, changed: object): string[] {
  const { problems } = readEntity('words', `words/${language}.yaml`, stringify({ ...en, ...changed }));
  return problems.map(({ field, message }) => `${field}: ${message}`);
}

test('a complete file of words is read', () => {
  const { entity, problems } = readEntity('words', 'words/nl.yaml', stringify(en));
  deepEqual(problems, []);
  ok(entity?.kind === 'words');
  deepEqual(entity.value, { slug: 'nl', table: en });
});

test('a missing key, an unknown one and a wrong hole are problems with their place, and the file is not used', () => {
  const { skip, ...frame } = en.frame;
  ok(skip);
  const text = stringify({
    ...en,
    frame: { ...frame, serch: 'Zoek' },
    article: { ...en.article, byline: 'Door {naam}' },
  });
  const { entity, problems } = readEntity('words', 'words/nl.yaml', text);
  deepEqual(entity, undefined);
  const lines = text.split('\n');
  deepEqual(
    problems.map(({ message, line }) => [message, lines[(line ?? 1) - 1]?.trim()]),
    [
      ['“frame.skip”: expected text, found nothing.', 'preview: "Preview as of {time}: not public"'],
      ['“frame” has no part “serch”.', 'serch: Zoek'],
      ['“article.byline”: expected a text with {authors}, each once, and with no other {hole}.', 'byline: Door {naam}'],
    ],
  );
  ok(problems.every(({ fix }) => fix !== ''));
});

test('a count has the forms of the language', () => {
  const parts = (articles: object): object => ({ parts: { ...en.parts, articles } });
  // Polish has one, few, many and other.
  const missing = problemsWith('pl', {});
  ok(missing.includes('parts.articles.few: “parts.articles.few”: expected text, found nothing.'), missing.join('\n'));
  deepEqual(problemsWith('nl', parts({ one: 'één artikel', other: '{count} artikelen' })), []);
  deepEqual(problemsWith('nl', parts({ one: 'één artikel', other: 'artikelen' })), [
    'parts.articles.other: “parts.articles.other”: expected a text with {count}, each once, and with no other {hole}.',
  ]);
  deepEqual(problemsWith('nl', parts({ one: '', few: 'x', other: '{count} artikelen' })), [
    'parts.articles.one: “parts.articles.one” is empty.',
    'parts.articles: “parts.articles” has no part “few”.',
  ]);
});

test('the name of the file is the tag of a language', () => {
  const messages = (file: string): string[] =>
    readEntity('words', file, stringify(en)).problems.map(({ message }) => message);
  deepEqual(messages('words/dutch words.yaml'), ['“dutch words” is no tag of a language.']);
  deepEqual(messages('words/NL.yaml'), ['“NL” is no tag of a language.']);
  deepEqual(messages('words/nl-BE.yaml'), []);
});
