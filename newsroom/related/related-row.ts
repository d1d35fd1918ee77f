import type { Body } from '../../elements/body.ts';
import type { Article } from '../model/article.ts';
import type { RelatedRow } from './key-terms-writer.ts';
import type { ScannedText } from '../text-analysis/runs.ts';
import { scanArticle, type ScannedArticle } from '../text-analysis/scan-article.ts';
import { keyTermsOf, readTerms, termsIn, type TextTerms } from './key-terms.ts';
import { packKeyTerms } from './packing.ts';
import { packTerms } from './stored-terms.ts';

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
export function relatedRow(
  article: Pick<Article, 'topics' | 'storyline' | 'body'>,
  scanned: ScannedArticle,
): RelatedRow {
  const text = readTerms(textsIn(scanned));
  const credits = pictureCredits(article.body);
  return {
    length: text.length,
    topics: article.topics.join(' '),
    storyline: article.storyline ?? '',
    terms: packKeyTerms(keyTermsOf(text.uses)),
    allTerms: packTerms(text),
    credits: credits.length === 0 ? '' : JSON.stringify(credits),
  };
}

/** The credits of the pictures in a body. */
export function pictureCredits({ elements }: Pick<Body, 'elements'>): string[] {
  const pictures = elements.flatMap((each) =>
    each.type === 'figure' ? [each] : each.type === 'gallery' ? each.pictures : [],
  );
  return [...new Set(pictures.flatMap(({ credit }) => credit ?? []))];
}
