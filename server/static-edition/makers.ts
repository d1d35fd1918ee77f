import { CachedPage } from '../cached-page.ts';
import type { Icons } from '../icons.ts';
import type { Outputs } from '../outputs.ts';
import type { Pages } from '../pages.ts';
import type { ShareImages } from '../share-images.ts';
import type { Source } from './addresses.ts';

/** What makes the answers of addresses. */
export interface Makers {
  pages: Pages;
  outputs: Outputs;
  images: ShareImages;
  icons: Icons;
}

/** What is at an address at present, if it is no redirect; a search has no results, because nobody has asked for any. */
export async function current(path: string, source: Source, makers: Makers): Promise<CachedPage | undefined> {
  const found = await answerOf(path, source, makers);
  return found instanceof CachedPage ? found : undefined;
}

async function answerOf(
  path: string,
  source: Source,
  { pages, outputs, images, icons }: Makers,
): Promise<CachedPage | { to: string } | undefined> {
  switch (source) {
    case 'page':
      return pages.current(path);
    case 'output':
      return outputs.current(path);
    case 'icon':
      return icons.current(path);
    case 'share-image': {
      const found = await images.current(path);
      if (found instanceof CachedPage) return found;
      return found.status === 410 ? pages.current(found.page) : undefined;
    }
  }
}
