import type { ReactNode } from 'react';
import type { PagePlace } from './paging.ts';

/** Links to the neighbours of a list page. The oldest page is number 1. */
export function Pager({ list, base, of = 'stories' }: { list: PagePlace; base: string; of?: string }): ReactNode {
  const { number, older, newer } = list;
  if (older === undefined && newer === undefined) return null;
  return (
    <nav className="pager" aria-label="Pages">
      {newer !== undefined && <a href={newer === 'newest' ? base : `${base}/page/${newer}`}>Newer {of}</a>}
      {older !== undefined && <a href={`${base}/page/${older}`}>Older {of}</a>}
      {number !== undefined && newer !== 'newest' && <a href={base}>The newest</a>}
      {older !== undefined && older > 1 && <a href={`${base}/page/1`}>The oldest</a>}
    </nav>
  );
}
