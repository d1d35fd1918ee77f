import type { Article } from '../model/article.ts';
import { readInstant } from '../model/instant.ts';
import { placeSlug, slugify } from '../model/slug.ts';
import { firstParagraph, shorten } from '../model/text.ts';
import type { Gathering } from '../model/hub.ts';
import { never } from '../store/schema.ts';
import type { StoredArticle } from '../store/stored-article.ts';

/** An article as the store's tables take it. */
export interface ArticleRow {
  address: string;
  id: string;
  /** The line of the file that holds the id, for the day when another file has the same. */
  idLine: number;
  published: number;
  status: string | null;
  opens: number;
  closes: number;
  /** JSON of `StoredArticle`. */
  detail: string;
  /** JSON of `Body`. */
  body: string;
  aliases: string[];
  gatherings: { kind: Gathering; slug: string }[];
}

export function articleRow(article: Article, idLine: number): ArticleRow {
  const { body, ...rest } = article;
  const stored: StoredArticle = { ...rest, words: body.words, lead: shorten(firstParagraph(body), 220) };
  return {
    address: article.address,
    id: article.id,
    idLine,
    published: instantOf(article.published),
    status: article.status ?? null,
    ...gatesOf(article),
    detail: JSON.stringify(stored),
    body: JSON.stringify(body),
    aliases: article.aliases,
    gatherings: gatheringsOf(article),
  };
}

/** When an article begins and ends to be public. What an editor has set aside never begins. */
function gatesOf(article: Article): { opens: number; closes: number } {
  const closes = article.expires === undefined ? never : instantOf(article.expires);
  if (article.status !== undefined) return { opens: never, closes };
  const embargo = article.embargo === undefined ? 0 : instantOf(article.embargo);
  return { opens: Math.max(instantOf(article.published), embargo), closes };
}

function gatheringsOf(article: Article): ArticleRow['gatherings'] {
  const { topics, byline, dateline, agency, storyline } = article;
  const found: ArticleRow['gatherings'] = [
    { kind: 'all', slug: '' },
    { kind: 'day', slug: article.address.slice(1, 11) },
    ...topics.map((slug) => ({ kind: 'topic' as const, slug })),
  ];
  for (const entry of byline) if ('person' in entry) found.push({ kind: 'person', slug: entry.person });
  const place = placeSlug(dateline);
  if (place) found.push({ kind: 'place', slug: place });
  if (agency && slugify(agency)) found.push({ kind: 'agency', slug: slugify(agency) });
  if (storyline) found.push({ kind: 'storyline', slug: storyline });
  return found;
}

function instantOf(text: string): number {
  const milliseconds = readInstant(text);
  if (milliseconds === undefined) throw new TypeError(`“${text}” came through intake as an instant, but is none.`);
  return milliseconds;
}
