import type { WordTable } from '../../newsroom/model/words/word-table.ts';

/** The words for a page or a part of a page. */
export interface Words extends WordTable {
  /** The language of the words, as a BCP 47 tag. Dates and numbers beside them are in it, too: `de-AT` has its own. */
  readonly lang: string;
  /** The language of the page that they are for. Another one than `lang` where there are no words in it. */
  readonly page: string;
}
