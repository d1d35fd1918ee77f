import type { ReactNode } from 'react';
import type { SearchRequest } from '../../newsroom/edition/search.ts';
import { searchHref } from '../addresses/search.ts';

/** A link to a search. No crawler follows it: there is no end of searches. */
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
