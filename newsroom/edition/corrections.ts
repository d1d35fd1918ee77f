import type { Correction } from '../model/article.ts';
import { numberOf, textOf } from '../store/store.ts';
import { visible } from '../store/visible.ts';
import type { EditionContext } from './context.ts';
import type { Story } from './public.ts';
import { storyAt } from './stories.ts';

/** A correction, with the public article that it belongs to. */
export interface PublicCorrection extends Correction {
  story: Story;
  /** Permanent: the article's own id, the instant, and which of that instant's it is, where there are several. */
  id: string;
}

/** The corrections of public articles. One whose own instant lies ahead is hidden, as an article would be. */
export class Corrections {
  readonly #context: EditionContext;

  constructor(context: EditionContext) {
    this.#context = context;
  }

  get count(): number {
    const { store, now, cache, dependencies } = this.#context;
    const sql = `SELECT count(*) AS n FROM correction WHERE ${visible}`;
    dependencies.add('corrections');
    return cache.corrections.get('count', () => numberOf(store.get(sql, { now }), 'n'));
  }

  /** By their position from the oldest; `offset` counts from 0. Oldest first. */
  fromOldest(offset: number, size: number): PublicCorrection[] {
    const { store, now, dependencies } = this.#context;
    dependencies.add('corrections');
    return store
      .all(
        `SELECT correction.address, value, at, id, (
           SELECT count(*) FROM correction AS other
           WHERE other.article = correction.article AND other.at = correction.at AND other.number < correction.number
         ) AS before
         FROM (SELECT * FROM correction WHERE ${visible}) AS correction JOIN article ON article.key = correction.article
         ORDER BY at, correction.address, number LIMIT :size OFFSET :offset`,
        { now, size, offset },
      )
      .flatMap((row) => {
        const story = storyAt(this.#context, textOf(row, 'address'));
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
