import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold } from './fold.ts';
import { scan } from './runs.ts';
import { tokensOf, type Token } from './tokens.ts';

function wordsOf(text: string): readonly Token[] {
  return tokensOf(scan(text));
}

test('words are folded, in every script', () => {
  for (const [word, folded] of [
    ['Élysée', 'elysee'],
    ['ŁÓDŹ', 'lodz'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Søren', 'soren'],
    ['Ærø', 'aero'],
    ['œuvre', 'oeuvre'],
    ['Đà', 'da'],
    ['İstanbul', 'istanbul'],
    ['ısı', 'isi'],
    ['ＡＢＣ１２', 'abc12'],
    ['ﬁn', 'fin'],
    ['Ελλάδα', 'ελλαδα'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['ёлка', 'елка'],
    ['Николай', 'николай'],
    ['Київ', 'киів'],
    ['الْعَرَبِيَّة', 'العربيه'],
    ['أحمد', 'احمد'],
    ['إبراهيم', 'ابراهيم'],
    ['آمنة', 'امنه'],
    ['مصطفى', 'مصطفي'],
    ['كتـــاب', 'كتاب'],
    ['کتابی', 'كتابي'],
    ['١٢٣', '123'],
    ['שָׁלוֹם', 'שלום'],
    ['हिन्दी', 'हिन्दी'],
    ['ประเทศไทย', 'ประเทศไทย'],
    ['が', 'が'],
    ['ｶﾞ', 'ガ'],
    ['한국어', '한국어'],
    ["O'Brien", 'obrien'],
    ['co\u00ADoperate', 'cooperate'],
    ['\u0301', ''],
  ] as const) {
    assert.equal(fold(word), folded, word);
    assert.equal(fold(word.normalize('NFD')), folded, `${word}, decomposed`);
    assert.equal(fold(folded), folded, `${word}, folded again`);
  }
});

test('a text is cut into words', () => {
  for (const [text, ...words] of [
    ['Takaichi’s well-known visit', 'takaichi', 'well', 'known', 'visit'],
    ["the U.S.-led talks, J.K. Rowling's", 'the', 'us', 'led', 'talks', 'jk', 'rowling'],
    ['It ended. A new one began.', 'it', 'ended', 'a', 'new', 'one', 'began'],
    ['l’Élysée, d’Arcy, dell’arte, don’t', 'l', 'elysee', 'd', 'arcy', 'dell', 'arte', 'dont'],
    ['1,000 in 3.5 %', '1', '000', 'in', '3', '5'],
    ['“quoted” – dash—dash…', 'quoted', 'dash', 'dash'],
    ['צה״ל, צה"ל', 'צהל', 'צהל'],
    ['می‌خواهم', 'ميخواهم'],
    ['東京の首相', '東京', 'の', '首相'],
    ['コリガン・メイド、サン゠テグ 弗拉・普京·', 'コリガン', 'メイド', 'サン', 'テグ', '弗', '拉', '普', '京'],
    ['iPhone発売', 'iphone', '発売'],
    ['ประเทศไทยเป็นประเทศ', 'ประเทศไทย', 'เป็น', 'ประเทศ'],
  ] as const)
    assert.deepEqual(
      wordsOf(text).map(({ forms }) => forms.folded),
      words,
      text,
    );
  for (const text of ['', '… — "\' \u0301 👍']) assert.deepEqual(wordsOf(text), []);
});

test('each word has its place, its stem, and its form without the ending of the possessive', () => {
  const text = 'Élections: “the ministers’ Łódź”, 東京の elected';
  for (const { forms, start, end } of wordsOf(text)) assert.equal(text.slice(start, end), forms.word);
  const found = wordsOf('Elections elected Takaichi’s').map(({ forms: { english, base } }) => [english, base]);
  assert.deepEqual(found, [
    ['elect', 'Elections'],
    ['elect', 'elected'],
    ['takaichi', 'Takaichi'],
  ]);
});

test('a word is the same whatever was read before it', () => {
  const first = wordsOf('unrepeatable');
  wordsOf(Array.from({ length: 40_000 }, (_, index) => `word${index}`).join(' '));
  assert.deepEqual(wordsOf('unrepeatable'), first);
});

test('hostile texts have words, or none', () => {
  for (const [text, count] of [
    ['a'.repeat(200_000), 1],
    ['a.'.repeat(100_000), 1],
    ["a'".repeat(100_000), 1],
    ["l'".repeat(100_000), 2],
    ['東'.repeat(50_000), undefined],
    ['a\u0301'.repeat(100_000), 1],
    ['\u0301'.repeat(100_000), 0],
    ['א"'.repeat(100_000), 1],
    ['\uD800'.repeat(100_000), 0],
    [`${'yyyz'.repeat(9)} `.repeat(5_000), 5_000],
  ] as const) {
    const found = wordsOf(text);
    if (count !== undefined) assert.equal(found.length, count, text.slice(0, 8));
    for (const { forms } of found) assert.ok(forms.folded.length > 0 && forms.folded.length <= 60);
  }
});

test('frequent words do not share a stem with words of another meaning', () => {
  const stemOf = (word: string): string | undefined => wordsOf(word)[0]?.forms.english;
  for (const [word, ...others] of [
    ['US', 'use', 'used', 'useful'],
    ['U.S.', 'using', 'uses'],
    ['on', 'one', 'ones'],
    ['new', 'news'],
    ['units', 'United', 'unite'],
    ['busy', 'business'],
    ['miners', 'minerals'],
    ['generation', 'general'],
    ['offices', 'officers'],
    ['even', 'evening'],
  ] as const)
    for (const other of others) assert.notEqual(stemOf(word), stemOf(other), `${word}, ${other}`);
  for (const [word, ...others] of [
    ['US', 'U.S.', 'us'],
    ['use', 'used', 'USING', 'uses'],
    ['united', 'unite'],
    ['units', 'unit'],
    ['department', 'departments', 'departmental'],
    ['experiment', 'experimentation', 'experiments'],
  ] as const)
    for (const other of others) assert.equal(stemOf(word), stemOf(other), `${word}, ${other}`);
});
