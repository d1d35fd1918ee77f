import { printInstant, type Instant } from '../model/instant.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import type { EditionOptions } from './context.ts';
import { Editions } from './open.ts';
import type { StoryState } from './public.ts';
import type { Visibility } from './visibility.ts';

/**
 * Editors also see articles that are set aside, scheduled or expired, at their addresses and with their state. A killed
 * article stays gone. The store of a preview has other gates, so that its lists hold more than the public's.
 */
const previewVisibility: Visibility = {
  shows: (article) => article['status'] !== 'killed',
  stateOf,
  showsAllPictures: true,
  showsDrafts: true,
  previewedAt: printInstant,
};

function stateOf({ status, published, embargo, expires }: StoredArticle, now: number): StoryState | undefined {
  if (status === 'draft' || status === 'withheld') return { kind: status };
  if (expires !== undefined && Date.parse(expires) <= now) return { kind: 'expired', at: expires };
  const ahead = (instant: Instant): boolean => Date.parse(instant) > now;
  if (embargo !== undefined && ahead(embargo) && Date.parse(embargo) >= Date.parse(published))
    return { kind: 'embargoed', at: embargo };
  return ahead(published) ? { kind: 'scheduled', at: published } : undefined;
}

/**
 * Editions for editors, from a store that was compiled for a preview. None is used twice: the states on its pages depend on
 * the exact instant. Throws `StoreMissing`.
 */
export function previewsIn(data: string, options: EditionOptions): Editions {
  return Editions.in(data, options, { audiences: ['preview', 'preview-all'], visibility: previewVisibility });
}
