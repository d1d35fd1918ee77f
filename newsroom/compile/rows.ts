import type { Article, ArticleType } from '../model/article.ts';
import { changesLast } from '../model/changed.ts';
import { seriesKey } from '../model/series.ts';
import { placeSlug, slugify } from '../model/slug.ts';
import { leadOf } from '../model/text.ts';
import type { ListKind } from '../model/collection.ts';
import { gatesOf, milliseconds, timeGatesOf, type GatedFields, type Gates } from '../store/gates.ts';
import { never } from '../store/schema.ts';
import { relatedRow } from '../related/related-row.ts';
import type { RelatedRow } from '../related/key-terms-writer.ts';
import { indexedText, type IndexedText } from '../search/index-text.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { blocksOf } from '../model/article-blocks.ts';
import { scanArticle } from '../text-analysis/scan-article.ts';

/** An article as the store's tables take it. Instants are milliseconds. */
export interface ArticleRow {
  address: string;
  id: string;
  /** The line of the file that holds the id, for a problem when another file has the same one. */
  idLine: number;
  published: number;
  status: string | null;
  opens: number;
  closes: number;
  /** From then on its address answers that it was killed; null where it never does. */
  goneFrom: number | null;
  /** When its substance changes for the last time, by its own dates; git may know better. */
  changed: number;
  /** JSON of `StoredArticle`. */
  detail: string;
  /** JSON of `Body`. */
  body: string;
  /** In their normal form. */
  aliases: string[];
  /** The instant of each correction, and the JSON of `Correction`. */
  corrections: { at: number; value: string }[];
  /** The lists that the article names itself; a place by the spelling of the article. */
  lists: { kind: ListKind; slug: string }[];
  type: ArticleType;
  search: IndexedText;
  /** The country of its dateline, which says what place a spelling means; null where there is none. */
  country: string | null;
  /** How much it explains, as in the table `membership`. */
  background: 0 | 1 | 2;
  /** The series of which the article is a part, as `seriesKey` has it. */
  series?: { key: string; part: number };
  related: RelatedRow;
}

/** The row of an article with all that follows from its text. `idLine`: the line of its id in the file. */
export function articleRow(article: Article, idLine: number): ArticleRow {
  const series = seriesKey(article);
  const { body, ...rest } = article;
  const lists = listsOf(article);
  const scanned = scanArticle(article, blocksOf(article, body));
  const stored: StoredArticle = { ...rest, words: body.words, lead: leadOf(body) };
  return {
    address: article.address,
    id: article.id,
    idLine,
    published: milliseconds(article.published),
    status: article.status ?? null,
    ...gatesOf(article),
    goneFrom: goneFrom(article),
    changed: changesLast(article),
    detail: JSON.stringify(stored),
    body: JSON.stringify(body),
    aliases: article.aliases,
    corrections: article.corrections.map((each) => ({ at: milliseconds(each.at), value: JSON.stringify(each) })),
    lists,
    type: article.type,
    search: indexedText(article, scanned, lists),
    background: article.type === 'explainer' ? 2 : article.type === 'analysis' ? 1 : 0,
    country: article.dateline?.country ?? null,
    ...(article.series && series !== undefined && { series: { key: series, part: article.series.part } }),
    related: relatedRow(article, scanned),
  };
}

/** What was killed before it opened, or would have opened after its expiry, was never public: its address answers 404. */
function goneFrom(article: GatedFields): number | null {
  const { opens, closes } = timeGatesOf(article);
  return article.status === 'killed' && opens < closes ? opens : null;
}

/** An article's gates in a store that is made for a preview; what was killed is hidden there too. */
export function previewGates(row: ArticleRow, audience: 'preview' | 'preview-all'): Gates {
  const article: GatedFields = JSON.parse(row.detail);
  if (article.status === 'killed') return { opens: never, closes: row.closes };
  return audience === 'preview-all' ? { opens: 0, closes: never } : timeGatesOf(article);
}

function listsOf(article: Article): ArticleRow['lists'] {
  const { topics, byline, dateline, agency, storyline, lang } = article;
  const found: ArticleRow['lists'] = [
    { kind: 'all', slug: '' },
    { kind: 'day', slug: article.address.slice(1, 11) },
    { kind: 'language', slug: lang?.toLowerCase() ?? '' },
    ...topics.map((slug) => ({ kind: 'topic' as const, slug })),
  ];
  for (const entry of byline) if ('person' in entry) found.push({ kind: 'person', slug: entry.person });
  const place = placeSlug(dateline);
  if (place) found.push({ kind: 'place', slug: place });
  if (agency && slugify(agency)) found.push({ kind: 'agency', slug: slugify(agency) });
  if (storyline) found.push({ kind: 'storyline', slug: storyline });
  return found;
}
