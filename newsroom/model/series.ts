import type { Article } from './article.ts';
import { slugify } from './slug.ts';

/**
 * What the parts of one series have in common: its name, however its letters are written. The translations of a series are
 * a series of their own in each language. `undefined` for an article that is no part of a series.
 */
export function seriesKey({
  series,
  translationOf,
  lang,
}: Pick<Article, 'series' | 'translationOf' | 'lang'>): string | undefined {
  if (!series) return undefined;
  const name = slugify(series.name) || series.name;
  return translationOf === undefined ? name : `${name} ${lang ?? ''}`;
}
