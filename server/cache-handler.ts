import { join } from 'node:path';
import { normalPath } from '../site/addresses/routes.ts';
import { finishDocument } from './document.ts';
import { htmlType } from './headers.ts';
import { keptIn, type Kept } from './kept.ts';
import { CachedPage } from './page-cache.ts';

/** A rendered page as Next hands it over (docs: cacheHandler). Its types are not exported by Next. */
interface AppPage {
  kind: 'APP_PAGE';
  html: string;
  rscData: unknown;
  segmentData: unknown;
  postponed: unknown;
  status: number | undefined;
  headers: Record<string, string> | undefined;
}

type Entry = AppPage | { kind: 'APP_ROUTE' | 'PAGES' | 'FETCH' | 'IMAGE' | 'REDIRECT' };

/**
 * Next's cache of responses, over our own pages. `set` is where a page becomes what is sent: Next serves the very value
 * that it hands over, so the first reader gets the finished document too. `get` knows a page only while it is right.
 */
export default class DatelineCacheHandler {
  readonly #dist: string;

  constructor({ serverDistDir }: { serverDistDir?: string }) {
    this.#dist = join(serverDistDir ?? '.next/server', '..');
  }

  async get(cacheKey: string): Promise<{ lastModified: number; value: AppPage } | null> {
    const path = pathIn(cacheKey);
    if (path === undefined) return null;
    const { pages, validity } = this.#kept();
    const page = pages.get(path);
    if (!page || !(validity.isKnown(page) || validity.look(path, page).fresh)) return null;
    return {
      lastModified: 0,
      value: {
        kind: 'APP_PAGE',
        html: page.form('identity').toString(),
        rscData: undefined,
        segmentData: undefined,
        postponed: undefined,
        status: page.head.status,
        headers: { 'content-security-policy': page.head.policy },
      },
    };
  }

  async set(_cacheKey: string, value: Entry | null): Promise<void> {
    if (value?.kind !== 'APP_PAGE') return;
    const document = finishDocument(value.html);
    if (!document) return;
    const { html, status, digest, path, policy } = document;
    value.html = html;
    value.status = status;
    value.headers = { 'content-security-policy': policy };
    value.rscData = undefined;
    value.segmentData = undefined;
    this.#kept().pages.put(CachedPage.from({ path, status, digest, policy, type: htmlType }, html));
  }

  async revalidateTag(): Promise<void> {
    // Nothing is purged: a page is right or wrong by its digest.
  }

  resetRequestCache(): void {
    // Nothing is held for one request.
  }

  #kept(): Kept {
    return keptIn(this.#dist);
  }
}

/** Next scopes a key by its route: `/route-cache/APP_PAGE/<hash>/$/2026/01/13/slug`. */
function pathIn(cacheKey: string): string | undefined {
  const start = cacheKey.indexOf('/$/');
  const path = start < 0 ? cacheKey : cacheKey.slice(start + 2);
  return normalPath(path === '/index' ? '/' : path === '/_not-found' ? '/not-found' : path);
}
