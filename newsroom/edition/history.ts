import type { Instant } from '../model/instant.ts';
import { changes, type Change, type VersionEntry, type VersionText } from '../model/version.ts';
import { shownAt } from '../history/published.ts';
import { versionText } from '../history/version-text.ts';
import { numberOf, textOf, type Store } from '../store/store.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { changedAt } from '../model/changed.ts';

/** A row of `article` that the edition has found to be public. */
type PublicRow = Record<string, unknown>;

/**
 * The published versions of a public article. Only an edition makes one. What versions there are was settled when
 * content was compiled (`newsroom/history/`): none of them was hidden while it was the newest.
 */
export class History {
  /** Oldest first; empty where nothing is known of earlier ones, as without git. */
  readonly versions: readonly VersionEntry[];
  readonly #store: Store;
  readonly #article: PublicRow;
  readonly #now: number;
  readonly #leads: (href: string) => boolean;

  /** `leads` tells whether a link leads to something that may be seen. */
  constructor(store: Store, article: PublicRow, now: number, leads: (href: string) => boolean) {
    this.#store = store;
    this.#article = article;
    this.#now = now;
    this.#leads = leads;
    const file = textOf(article, 'file');
    const rows = store.all('SELECT number, at, change FROM version WHERE file = ? ORDER BY number', file);
    const versions = rows.length > 0 ? rows.map(entryFrom) : this.#only(file);
    // One that differs by a correction to come is none before.
    const sql = 'SELECT at FROM correction WHERE article = ? AND at > ?';
    const ahead = new Set(store.all(sql, numberOf(article, 'key'), now).map((row) => numberOf(row, 'at')));
    this.versions = versions.filter(({ at }) => !ahead.has(Date.parse(at)));
  }

  /** What a reader read of a version. */
  text(number: number): VersionText | undefined {
    if (!this.versions.some((version) => version.number === number)) return undefined;
    const text = this.#stored(number) ?? this.#present();
    const { blocks, ...shown } = shownAt(text, this.#now);
    return { ...shown, blocks: blocks.filter(({ href }) => href === undefined || this.#leads(href)) };
  }

  #stored(number: number): VersionText | undefined {
    const sql = 'SELECT text FROM revision WHERE key = (SELECT revision FROM version WHERE file = ? AND number = ?)';
    const row = this.#store.get(sql, textOf(this.#article, 'file'), number);
    return row && JSON.parse(textOf(row, 'text'));
  }

  #present(): VersionText {
    const body = this.#store.get('SELECT body FROM body WHERE article = ?', numberOf(this.#article, 'key'));
    const detail: StoredArticle = JSON.parse(textOf(this.#article, 'detail'));
    return versionText(detail, JSON.parse(textOf(body, 'body')));
  }

  /** An article that git knows, and knows of no other version of, has one: the present. */
  #only(file: string): VersionEntry[] {
    const [first, second] = this.#store.all('SELECT at FROM revision WHERE file = ? LIMIT 2', file);
    if (!first || second) return [];
    const at = textOf(first, 'at');
    const { published, embargo }: StoredArticle = JSON.parse(textOf(this.#article, 'detail'));
    const gate = embargo !== undefined && Date.parse(embargo) > Date.parse(published) ? embargo : published;
    return [{ number: 1, at: Date.parse(at) > Date.parse(gate) ? at : gate, change: 'first' }];
  }
}

/**
 * When what a public article tells last changed: by its history, where there is one, for a typo moves no date. Else by
 * what the file says of itself.
 */
export function substanceOf(store: Store, file: string, detail: StoredArticle, now: number): Instant {
  const row = store.get('SELECT substance FROM history WHERE file = ?', file);
  if (!row) return changedAt(detail, now);
  const substance = textOf(row, 'substance');
  const known = Date.parse(substance) <= now ? substance : detail.published;
  // A correction that was dated ahead of its version counts from its own instant on.
  return changedAt({ published: known, corrections: detail.corrections }, now);
}

function entryFrom(row: Record<string, unknown>): VersionEntry {
  return { number: numberOf(row, 'number'), at: textOf(row, 'at'), change: changeFrom(textOf(row, 'change')) };
}

function changeFrom(text: string): Change {
  const change = changes.find((each) => each === text);
  if (change === undefined) throw new TypeError(`The store holds a change “${text}”.`);
  return change;
}
