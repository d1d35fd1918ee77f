import type { Story } from '../../newsroom/edition/public.ts';
import type { SisterTitle } from '../../newsroom/edition/titles.ts';
import { absolute } from '../addresses/absolute.ts';

/** What says who owns a story. */
export type Owned = Pick<Story, 'address' | 'owner' | 'canonical'>;

/**
 * The other title that has published a story first, and the story's address there: the canonical one, and where links lead.
 * Nothing where this title owns the story, or where its file names another site as the owner.
 */
export function firstPublished({
  address,
  owner,
  canonical,
}: Owned): (Pick<SisterTitle, 'name' | 'href'> & { site: string; url: string }) | undefined {
  const url = owner && absolute(owner.url, address);
  return owner && url === canonical && url !== undefined
    ? { name: owner.name, site: owner.url, url, href: absolute(owner.href, address) }
    : undefined;
}
