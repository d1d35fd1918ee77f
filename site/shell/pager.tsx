import type { ReactNode } from 'react';
import type { Words } from '../words/words.ts';
import type { PagePlace } from './paging.ts';

/** Links to the neighbours of a list page. The oldest page is number 1. */
export function Pager({
  list,
  base,
  words,
  of = 'stories',
}: {
  list: PagePlace;
  base: string;
  words: Words;
  of?: 'stories' | 'corrections';
}): ReactNode {
  const { number, older, newer } = list;
  if (older === undefined && newer === undefined) return null;
  const texts = words.list;
  const [newerOnes, olderOnes] =
    of === 'stories' ? [texts.newerStories, texts.olderStories] : [texts.newerCorrections, texts.olderCorrections];
  return (
    <nav className="pager" aria-label={texts.pages}>
      {newer !== undefined && <a href={newer === 'newest' ? base : `${base}/page/${newer}`}>{newerOnes}</a>}
      {older !== undefined && <a href={`${base}/page/${older}`}>{olderOnes}</a>}
      {number !== undefined && newer !== 'newest' && <a href={base}>{texts.newest}</a>}
      {older !== undefined && older > 1 && <a href={`${base}/page/1`}>{texts.oldest}</a>}
    </nav>
  );
}
