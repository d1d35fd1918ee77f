import { precedence } from '../store/schema.ts';
import { textOf } from '../store/store.ts';
import { hiddenArticles, wasPublic } from '../store/visible.ts';
import type { EditionContext } from './context.ts';
import { fullStoryFrom } from './full-story.ts';
import type { FullStory } from './public.ts';
import { redirectFrom } from './redirects.ts';
import { storedIn } from './stories.ts';
import { storyElsewhere, type StoryElsewhere } from './titles.ts';

/** What an article's address answers at the instant of the edition. */
export type Lookup =
  | { state: 'public'; story: FullStory }
  /** It was public and is not any more: 410. */
  | { state: 'gone'; reason?: string }
  /** It is an old address of an article: 308. */
  | { state: 'redirect'; to: string }
  /** Other titles carry the article, and this one does not: 308 to its address on the title that owns it. */
  | ({ state: 'elsewhere' } & StoryElsewhere)
  | { state: 'none' };

/** Looks an article's address up. */
export function lookUp(context: EditionContext, address: string): Lookup {
  const { store, now, visibility, dependencies } = context;
  dependencies.add(`article ${address}`);
  const row = store.get(`SELECT * FROM article WHERE address = ? ${precedence} LIMIT 1`, address);
  if (!row) {
    const to = redirectFrom(context, address);
    if (to !== undefined) return { state: 'redirect', to };
    const other = storyElsewhere(context, address);
    return other ? { state: 'elsewhere', ...other } : { state: 'none' };
  }
  if (visibility.shows(row, now)) return { state: 'public', story: fullStoryFrom(context, row) };
  if (!wasPublic(row, now)) return { state: 'none' };
  const reason = row['status'] === 'killed' ? storedIn(row).reason : undefined;
  return { state: 'gone', ...(reason && { reason }) };
}

/** The addresses of all articles that were public and are not any more. */
export function goneAddresses(context: EditionContext): string[] {
  const { store, now } = context;
  const rows = store.all(`SELECT DISTINCT address FROM article WHERE key IN (${hiddenArticles}) ORDER BY address`, {
    now,
  });
  return rows.map((row) => textOf(row, 'address')).filter((address) => lookUp(context, address).state === 'gone');
}
