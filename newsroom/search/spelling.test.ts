import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyStore } from '../store/store.ts';
import { mistakesBetween, similarWords } from './spelling.ts';
import { daysLater, IndexWriter, rowsOfDay, WordWriter } from './write.ts';

test('mistakes are counted by letters', () => {
  for (const [a, b, count] of [
    ['garden', 'garden', 0],
    ['gadren', 'garden', 1],
    ['graden', 'garden', 1],
    ['gardn', 'garden', 1],
    ['gardden', 'garden', 1],
    ['gerden', 'garden', 1],
    ['gerdan', 'garden', 2],
    ['nedrag', 'garden', 3],
    ['g', 'garden', 3],
    ['𝒳𝒴', '𝒴𝒳', 1],
  ] as const) {
    assert.equal(mistakesBetween([...a], [...b], 2), count, `${a} ${b}`);
    assert.equal(mistakesBetween([...b], [...a], 2), count, `${b} ${a}`);
  }
});

test('words are similar that begin or end alike', () => {
  const store = emptyStore();
  const words = new WordWriter(store);
  words.add('garden gardens warden pardon garment election elation żaba');
  words.flush();
  const found = (word: string): string[] =>
    similarWords(store, word)
      .map((each) => `${each.word} ${each.mistakes}`)
      .toSorted();
  assert.deepEqual(found('gardan'), ['garden 1', 'gardens 2']);
  assert.deepEqual(found('electoin'), ['election 1']);
  assert.deepEqual(found('xlection'), ['election 1']);
  assert.deepEqual(
    found('garden'),
    ['gardens 1', 'garment 2'],
    'not the word itself, nor one with another first letter',
  );
  assert.deepEqual(found('xlectoin'), [], 'the first letter and another mistake');
  assert.deepEqual(similarWords(store, 'zebar', new Set(['zebra', 'okapi'])), [{ word: 'zebra', mistakes: 1 }]);
  for (const none of ['gar', 'x', '', 'g'.repeat(30), '%', 'zzzzzz']) assert.deepEqual(found(none), []);
  store.close();
});

test('a day with more articles than it has rows takes those of the next day', () => {
  const store = emptyStore();
  const index = new IndexWriter(store);
  const text = { text: 'a', marks: 'x:all', words: '', day: 20_000 };
  const first = 20_000 * rowsOfDay;
  const put = (row: number): void => {
    store.run(
      `INSERT INTO main.article (file, address, id, id_line, published, opens, closes, written_opens, changed, search_row, day, type, detail)
       VALUES (?, '', '', 1, 0, 0, 0, 0, 0, ?, 20000, 'news', '')`,
      String(row),
      row,
    );
  };
  assert.equal(index.add(text, undefined), first);
  put(first);
  assert.equal(index.add(text, undefined), first + 1);
  put(first + rowsOfDay - 1);
  assert.equal(daysLater(store), 0);
  assert.equal(index.add(text, undefined), first + rowsOfDay);
  assert.equal(daysLater(store), 1);
  store.close();
});

test('what is deleted before it is written is in no row, and a row can be used again', () => {
  const store = emptyStore();
  const textOf = (word: string) => ({ text: word, marks: 'x:all', words: '', day: 20_000 });
  const found = (word: string): unknown[] =>
    store.all('SELECT rowid FROM search WHERE search MATCH ?', word).map(({ rowid }) => rowid);
  const index = new IndexWriter(store);
  const row = index.add(textOf('first'), undefined);
  index.delete(row);
  index.add(textOf('second'), row);
  assert.deepEqual(found('second'), [], 'nothing is written before it is flushed');
  index.flush();
  assert.deepEqual([found('first'), found('second')], [[], [row]]);
  index.delete(row);
  index.add(textOf('third'), row);
  index.flush();
  assert.deepEqual([found('second'), found('third')], [[], [row]]);
  index.delete(row);
  index.flush();
  assert.deepEqual(found('third'), []);
  store.close();
});
