import type { Correction } from '../model/article.ts';
import { numberOf, textOf, type Store } from '../store/store.ts';
import type { Story } from './public.ts';

/** A correction, with the public article that it stands in. */
export interface PublicCorrection extends Correction {
  story: Story;
  /** Permanent: the article's own id, the instant, and which of that instant's it is, where there are several. */
  id: string;
}

/** The corrections of one edition's public articles. One whose own instant lies ahead is as hidden as its article would be. */
export class Corrections {
  readonly #store: Store;
  readonly #now: number;
  readonly #story: (address: string) => Story | undefined;
  #count: number | undefined;

  constructor(store: Store, now: number, story: (address: string) => Story | undefined) {
    this.#store = store;
    this.#now = now;
    this.#story = story;
  }

  get count(): number {
    return (this.#count ??= numberOf(
      this.#store.get(`SELECT count(*) AS n FROM correction WHERE ${visible}`, this.#now, this.#now),
      'n',
    ));
  }

  /** By their position from the oldest; `offset` counts from 0. Oldest first. */
  fromOldest(offset: number, size: number): PublicCorrection[] {
    return this.#store
      .all(
        `SELECT correction.address, value, at, id, (
           SELECT count(*) FROM correction AS other
           WHERE other.article = correction.article AND other.at = correction.at AND other.number < correction.number
         ) AS before
         FROM (SELECT * FROM correction WHERE ${visible}) AS correction JOIN article ON article.key = correction.article
         ORDER BY at, correction.address, number LIMIT ? OFFSET ?`,
        this.#now,
        this.#now,
        size,
        offset,
      )
      .flatMap((row) => {
        const story = this.#story(textOf(row, 'address'));
        const correction: Correction = JSON.parse(textOf(row, 'value'));
        const before = numberOf(row, 'before');
        const parts = [
          textOf(row, 'id'),
          new Date(numberOf(row, 'at')).toISOString(),
          ...(before > 0 ? [before + 1] : []),
        ];
        return story ? [{ ...correction, story, id: parts.join(' ') }] : [];
      });
  }
}

/** The predicate of what may be seen, over `correction`: now, now. */
const visible = 'opens <= ? AND closes > ?';
