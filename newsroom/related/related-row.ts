import type { Article } from '../model/article.ts';
import type { RelatedRow } from './key-terms-writer.ts';
import type { ScannedText } from '../text-analysis/runs.ts';
import { scanArticle, type ScannedArticle } from '../text-analysis/scan-article.ts';
import { keyTermsIn, termsIn, type TextTerms } from './key-terms.ts';
import { packKeyTerms } from './packing.ts';

/** The terms of an article: of its headline, its standfirst and its body. `blocks`: the words of the body (`blocksOf`). */
export function termsOfArticle(
  article: Pick<Article, 'headline' | 'standfirst'>,
  blocks: readonly string[],
): TextTerms {
  return termsIn(textsIn(scanArticle(article, blocks)));
}

function textsIn({ headline, standfirst, blocks }: ScannedArticle): ScannedText[] {
  return [headline, standfirst, ...blocks];
}

/** What the store holds of an article so that related stories are found. */
export function relatedRow(article: Pick<Article, 'topics' | 'storyline'>, scanned: ScannedArticle): RelatedRow {
  const { terms, length } = keyTermsIn(textsIn(scanned));
  return {
    length,
    topics: article.topics.join(' '),
    storyline: article.storyline ?? '',
    terms: packKeyTerms(terms),
  };
}
