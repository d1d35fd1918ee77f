import type { Crumb, LayoutData } from './layout-data.ts';

/**
 * What the views of all kinds of pages have in common. A view holds everything that its page shows: a page depends on
 * its view and on the build that renders it, and on nothing else. So the digest of the view says whether a cached page
 * is still right.
 */
export interface PageView {
  /** The kind of page. */
  page: string;
  /** The address of the page: its path in the normal form, not encoded. */
  path: string;
  layout: LayoutData;
  /** The way down to the page, from the top. The page itself is not in it. */
  crumbs?: readonly Crumb[];
}
