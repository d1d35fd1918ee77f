import type { StoredArticle } from '../store/stored-article.ts';
import { textOf, type Store } from '../store/store.ts';
import { visible } from '../store/visible.ts';
import { indexedText, type IndexedText } from './index-text.ts';
import { blocksOf } from '../model/article-blocks.ts';
import { scanArticle } from '../text-analysis/scan-article.ts';

/**
 * Rows of the index that a day has: rows ascend with the day, so that the newest hits are the last rows. It is far from any
 * power of two. FTS5 looks up whether a row was deleted in a table that takes the rows modulo a power of two: there, the
 * rows of all days would meet in a few places, and each hit would be compared with all rows that were ever edited.
 */
export const rowsOfDay = 5003;

/** Terms that are in memory until they are written. UTF-16 code units. */
const mostWaitingText = 4_000_000;
/** From so many new articles on, the parts that FTS5 has written are made one: each part costs every search. */
const manyAdded = 20_000;

/**
 * Writes the index. FTS5 writes what it has collected to the disk as soon as a statement on another table may have to be
 * taken back. So rows are collected here and written one after the other: that takes a third of the time, and makes fewer
 * parts to search.
 */
export class IndexWriter {
  readonly #store: Store;
  /** Rows of the table that are to be deleted. They are, before any is added. */
  readonly #deleted = new Set<number>();
  readonly #added = new Map<number, IndexedText>();
  #size = 0;
  #count = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Adds an article that is in no row, and gives its row, which must be in the table `article` before the next one is added.
   * `former` is the row that it had before.
   */
  add(text: IndexedText, former: number | undefined): number {
    const row = former !== undefined && isOfDay(former, text.day) ? former : freeRow(this.#store, text.day);
    this.#added.set(row, text);
    this.#size += text.text.length + text.marks.length;
    if (this.#size > mostWaitingText) this.flush();
    return row;
  }

  delete(row: number): void {
    if (!this.#added.delete(row)) this.#deleted.add(row);
  }

  /** Writes what was collected. Call it after the last article. */
  finish(): void {
    this.flush();
    if (this.#count >= manyAdded) this.#store.run("INSERT INTO search (search) VALUES ('optimize')");
  }

  /** Writes what was collected so far. */
  flush(): void {
    for (const row of this.#deleted) this.#store.run('DELETE FROM search WHERE rowid = ?', row);
    this.#deleted.clear();
    for (const [row, { text, marks }] of this.#added)
      this.#store.run('INSERT INTO search (rowid, text, marks) VALUES (?, ?, ?)', row, text, marks);
    this.#count += this.#added.size;
    this.#added.clear();
    this.#size = 0;
  }
}

function isOfDay(row: number, day: number): boolean {
  return Math.floor(row / rowsOfDay) === day;
}

/** A row of a day; of a later day, where more articles than a day has rows were published on one. */
function freeRow(store: Store, day: number): number {
  for (let later = 0; ; later += 1) {
    const first = (day + later) * rowsOfDay;
    const found = store.get(
      'SELECT max(search_row) AS last FROM article WHERE search_row >= ? AND search_row < ?',
      first,
      first + rowsOfDay,
    );
    const last = found?.['last'];
    const row = typeof last === 'number' ? last + 1 : first;
    if (row >= first + rowsOfDay) continue;
    if (later > daysLater(store))
      store.run("INSERT OR REPLACE INTO meta VALUES ('search_days_later', ?)", String(later));
    return row;
  }
}

/** How many days after its own day an article's row can be. */
export function daysLater(store: Store): number {
  return Number(store.meta('search_days_later') ?? 0);
}

/** Adds the words of the articles that have opened since this was last done. `now` in milliseconds. */
export function addOpenedWords(store: Store, words: WordWriter, now: number): void {
  for (const opened of openedWords(store, now)) words.add(opened);
  store.run("INSERT OR REPLACE INTO meta VALUES ('search_words_at', ?)", String(now));
}

/**
 * The words of the public articles that have opened since their words were last added, with spaces between those of one
 * article. Where there are more than `most` such articles, only the last to open count. `now` in milliseconds.
 */
export function* openedWords(store: Store, now: number, most = -1): Generator<string> {
  const from = Number(store.meta('search_words_at') ?? now);
  const sql = `SELECT detail, body FROM article JOIN body ON article = key
    WHERE opens > :from AND opens <= :now AND ${visible} ORDER BY opens DESC, address DESC LIMIT :most`;
  for (const row of store.all(sql, { from, now, most })) {
    const stored: StoredArticle = JSON.parse(textOf(row, 'detail'));
    const blocks = blocksOf(stored, JSON.parse(textOf(row, 'body')));
    yield indexedText(stored, scanArticle(stored, blocks), []).words;
  }
}

/** Words that are in memory at once. */
const mostWaiting = 50_000;

/** Adds words from which suggestions can be made: those of articles that are between their gates. */
export class WordWriter {
  readonly #store: Store;
  readonly #waiting = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** `words` with spaces between them. */
  add(words: string): void {
    if (words === '') return;
    for (const word of words.split(' ')) this.#waiting.add(word);
    if (this.#waiting.size > mostWaiting) this.flush();
  }

  /** Writes what was added. In the order of the alphabet, which is the fastest. */
  flush(): void {
    for (const word of [...this.#waiting].toSorted())
      this.#store.run('INSERT OR IGNORE INTO search_word VALUES (?, ?)', word, reversed(word));
    this.#waiting.clear();
  }
}

/** A word from its end to its beginning. */
export function reversed(word: string): string {
  return [...word].toReversed().join('');
}
