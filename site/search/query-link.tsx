import type { ReactNode } from 'react';
import type { SearchRequest } from '../../newsroom/edition/search.ts';
import { searchHref } from '../addresses/search.ts';

/** A link to a search. Crawlers do not follow it, because each search leads to others. */
export function QueryLink({
  request,
  children,
  rel,
}: {
  request: SearchRequest;
  children: ReactNode;
  rel?: 'prev' | 'next';
}): ReactNode {
  return (
    <a href={searchHref(request)} rel={rel === undefined ? 'nofollow' : `nofollow ${rel}`}>
      {children}
    </a>
  );
}
