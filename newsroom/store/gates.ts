import type { Article } from '../model/article.ts';
import { readInstant } from '../model/instant.ts';
import { never } from './schema.ts';

/** An article is public while `opens <= now < closes`. Milliseconds; `never` where it does not open or close. */
export interface Gates {
  opens: number;
  closes: number;
}

export type GatedFields = Pick<Article, 'published' | 'embargo' | 'expires' | 'status'>;

/** When an article begins and ends to be public. A draft and a withheld or killed article never begins. */
export function gatesOf(article: GatedFields): Gates {
  const { opens, closes } = timeGatesOf(article);
  return { opens: article.status === undefined ? opens : never, closes };
}

/** The same, from the instants alone, whatever the status is. */
export function timeGatesOf({ published, embargo, expires }: GatedFields): Gates {
  const opens = Math.max(milliseconds(published), embargo === undefined ? 0 : milliseconds(embargo));
  return { opens, closes: expires === undefined ? never : milliseconds(expires) };
}

/** Milliseconds of an instant that intake accepted. Throws where it is none, which is a fault of the program. */
export function milliseconds(instant: string): number {
  const found = readInstant(instant);
  if (found === undefined) throw new TypeError(`Intake accepted “${instant}” as an instant, but it is none.`);
  return found;
}
