import type { Article, ExternalLink } from '../newsroom/model/article.ts';
import type { FoundPicture } from './reader.ts';

/** What the readers of all formats return: articles, orders to withdraw one, and files of topics, people and storylines. */

/** A byline entry that has its own name and needs no file under `people/`. */
export interface BylineName {
  name: string;
  role?: string;
  place?: string;
  kind?: 'organization';
}

type SharedFields =
  | 'seoTitle'
  | 'socialTitle'
  | 'kicker'
  | 'standfirst'
  | 'type'
  | 'urgency'
  | 'agency'
  | 'dateline'
  | 'updated'
  | 'embargo'
  | 'expires'
  | 'topics'
  | 'storyline'
  | 'series'
  | 'lang'
  | 'translationOf'
  | 'aliases'
  | 'canonical'
  | 'image'
  | 'sources'
  | 'corrections';

/** A picked link as a file has it: an address of this site, which may have a note, or a link to another site. */
export type RelatedField = string | { url: string; note: string } | ExternalLink;

/** The front matter that a reader can set. `id` is not in it: it is part of the imported article, or is made when the file is written. */
export interface ImportedFields extends Partial<Pick<Article, SharedFields>> {
  headline: string;
  published: string;
  status?: 'draft' | 'withheld';
  /** Slugs of files under `people/`, or names. */
  byline?: (string | BylineName)[];
  related?: RelatedField[];
}

/** One article as its source has it, before it has a file in the newsroom. */
export interface ImportedArticle {
  slug: string;
  fields: ImportedFields;
  body: string;
  /** The permanent id, if the source gives one. A later version finds its article by it. */
  id?: string;
  /** The path of its file at the source, in the folder that is imported, if the source gives no id. Another import finds the article by it. */
  origin?: string;
  /** The day of the article's address, `YYYY-MM-DD`, if it is known to differ from the day of publication. */
  day?: string;
  /** Slugs of topics of the newsroom to which its source leads. They come after those that the article has already. */
  linkedTopics?: readonly string[];
  /** The pictures of the article. They are copied when its file is written. */
  pictures?: readonly FoundPicture[];
  /** Whether it says that it is a later version of a story. That story can be here under another headline. */
  revises?: boolean;
  /** When this version was made, if known. An older version never replaces a newer one. */
  version?: string;
}

/** An order to withdraw an article that its source knows by a permanent id. */
export interface Withdrawal {
  id: string;
  action: 'kill' | 'hold';
}

/** A topic, a person or a storyline that imported articles name and that needs a file. */
export interface CollectionFile {
  folder: 'topics' | 'people' | 'storylines';
  slug: string;
  fields: Record<string, unknown>;
  body: string;
}
