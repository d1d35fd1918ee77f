import type { ReactNode } from 'react';
import type { ListPage } from '../site/paging.ts';

/** Plain links to a list's neighbours. Pages count from the oldest, which is page 1. */
export function Pager({ list, base }: { list: ListPage; base: string }): ReactNode {
  const { number, older, newer } = list;
  if (older === undefined && newer === undefined) return null;
  return (
    <nav className="pager" aria-label="Pages">
      {newer !== undefined && <a href={newer === 'newest' ? base : `${base}/page/${newer}`}>Newer stories</a>}
      {older !== undefined && <a href={`${base}/page/${older}`}>Older stories</a>}
      {number !== undefined && newer !== 'newest' && <a href={base}>The newest</a>}
      {older !== undefined && older > 1 && <a href={`${base}/page/1`}>The oldest</a>}
    </nav>
  );
}
