import type { Instant } from '../model/instant.ts';
import { openStore } from '../store/store.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { Edition } from './edition.ts';
import { Editions } from './open.ts';
import type { StoryState } from './public.ts';

/**
 * The newsroom as the desk may see it: what is set aside, yet to come or over can be seen, and says so. What was killed
 * stays gone. It changes nothing in what the public may see: it reads a store that was compiled for a preview and holds
 * gates of its own, and nothing but `previewsIn` makes one.
 */
class PreviewEdition extends Edition {
  override get previewedAt(): Instant {
    return new Date(this.now).toISOString().replace(/\.\d+/, '');
  }

  protected override sees(row: Record<string, unknown>): boolean {
    return row['status'] !== 'killed';
  }

  protected override shows(): boolean {
    return true;
  }

  protected override stateOf({ status, published, embargo, expires }: StoredArticle): StoryState | undefined {
    if (status === 'draft' || status === 'withheld') return { kind: status };
    if (expires !== undefined && Date.parse(expires) <= this.now) return { kind: 'expired', at: expires };
    const ahead = (instant: Instant): boolean => Date.parse(instant) > this.now;
    if (embargo !== undefined && ahead(embargo) && Date.parse(embargo) >= Date.parse(published))
      return { kind: 'embargoed', at: embargo };
    return ahead(published) ? { kind: 'scheduled', at: published } : undefined;
  }
}

/** Editions for a preview, each made anew: its states depend on the very instant. Throws `StoreMissing`. */
export function previewsIn(data: string, siteUrl?: string): Editions {
  const store = openStore(data, ['preview', 'preview-all']);
  return new Editions(store, siteUrl, (now) => new PreviewEdition(store, now, siteUrl));
}
