import type { Article } from '../model/article.ts';

/** An article in the store: all but its body, which only its own page needs. */
export interface StoredArticle extends Omit<Article, 'body'> {
  words: number;
  /** The beginning of its text, for lists, where it has no standfirst. */
  lead: string;
}
