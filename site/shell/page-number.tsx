import type { ReactNode } from 'react';
import { pageInWords } from '../words/labels.ts';
import { marked } from '../words/language.ts';
import type { Words } from '../words/words.ts';

/** After the title of a list: the number of this page if it has one. */
export function PageNumber({ number, words }: { number: number | undefined; words: Words }): ReactNode {
  if (number === undefined) return null;
  return (
    <span className="page-number" {...marked(words.lang, words.page)}>
      {pageInWords(words, number).page}
    </span>
  );
}
