import type { Redirect } from '../formats/output.ts';
import { answer, digestOf } from '../site/answer.ts';
import { CachedPage, type KeptTexts, type PageReading } from './cached-page.ts';
import { finishDocument } from './document.ts';
import { htmlType } from './headers.ts';
import type { PageStatus } from './page-context.ts';
import type { Render } from './render.ts';
import type { Validity } from './validity.ts';

/** The path of the one page that all addresses with nothing at them show. */
export const notFoundPath = '/not-found';

/** Which page is wanted, and what the server has of it. */
export interface PageRequest {
  /** In its normal form; that of a search has its query. */
  path: string;
  /** The digests and the status of the cached pages, of which one may be valid. */
  known: readonly { digest: string; status: PageStatus }[];
}

/** What is at a path. */
export type Made =
  | { type: 'page'; page: CachedPage }
  /** The cached page with this digest is valid. */
  | { type: 'unchanged'; digest: string; reading: PageReading | undefined }
  /** Nothing: the page of `notFoundPath` is the answer. */
  | { type: 'nothing' }
  | { type: 'redirect'; redirect: Redirect };

/** Makes the page of a path, unless the cached one is valid. Throws `Unavailable`. */
export type MakePage = (request: PageRequest) => Promise<Made>;

/** Makes pages in this thread: the view is made from the present edition, and rendered if its digest is another one. */
export function pageMaker(validity: Pick<Validity, 'read'>, render: Render, texts: KeptTexts = 'compressed'): MakePage {
  return async ({ path, known }) => {
    const { value: found, reading } = validity.read((edition) => answer(edition, path));
    if (found.status === 308) return { type: 'redirect', redirect: found };
    if (found.status === 404 && path !== notFoundPath) return { type: 'nothing' };
    const { view, status } = found;
    const digest = digestOf(view);
    if (known.some((each) => each.digest === digest && each.status === status))
      return { type: 'unchanged', digest, reading };
    const { html, policy } = finishDocument(await render(view, status), view.layout);
    const page = await CachedPage.from({ path, status, digest, policy, type: htmlType }, html, texts);
    page.reading = reading;
    return { type: 'page', page };
  };
}
