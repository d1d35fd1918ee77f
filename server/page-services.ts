import type { PageCache } from './page-cache.ts';
import type { Validity } from './validity.ts';

/** The finished pages of a server, and what says whether they are valid. `serve` makes them once and hands them on. */
export interface PageServices {
  pages: PageCache;
  validity: Validity;
}
