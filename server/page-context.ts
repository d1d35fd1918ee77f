import { AsyncLocalStorage } from 'node:async_hooks';
import type { View } from '../site/pages.ts';

export type PageStatus = 200 | 404 | 410;

/** What a page shows, and the status with which it is sent. */
export interface PageContent {
  view: View;
  status: PageStatus;
}

declare global {
  var datelinePageContext: AsyncLocalStorage<PageContent> | undefined;
}

/**
 * Carries a view from `render.ts` through Next to the routes in `app/`. It has a value only while `render.ts` renders;
 * under `next dev` and a plain `next start` it has none. It is a global because Next bundles its own copy of this file,
 * and both copies must share one storage.
 */
export const pageContext: AsyncLocalStorage<PageContent> = (globalThis.datelinePageContext ??=
  new AsyncLocalStorage<PageContent>());
