import type { ElementWords } from '../../elements/element-words.ts';
import { fill } from './fill.ts';
import type { Words } from './words.ts';

/** The words of the page for the elements of a text. */
export function elementWords({ lang, article }: Words): ElementWords {
  const { keyPoints, timeline, table, gallery, closePicture, notes } = article;
  return {
    lang,
    keyPoints,
    timeline,
    table,
    gallery,
    closePicture,
    notes,
    source: (source) => fill(article.source, { source }),
    mark: (number) => fill(article.footnote, { number }),
    back: (number) => (number === undefined ? article.back : fill(article.backToPlace, { number })),
  };
}
