import type { Accent } from '../../newsroom/model/collection.ts';
import type { ShareCard, SharePicture } from '../../site/share-card/card.ts';
import type { PicturePlace } from '../../site/share-card/size.ts';
import { shorten } from '../../newsroom/model/text.ts';
import { plain, type Typesetter } from './typesetter.ts';

/** A card of which everything can be set on this machine. */
export type ReadyCard =
  | {
      page: 'article';
      /** None where it is in a script for which there is no font. */
      headline?: string;
      lang: string;
      siteLang: string;
      direction: 'ltr' | 'rtl';
      label?: string;
      kicker?: string;
      accent: Accent;
      name: string;
      notes: string[];
      picture?: SharePicture & { place: PicturePlace };
    }
  | { page: 'front'; siteLang: string; name: string; description?: string };

/** Characters that a card has room for, in the smallest type; more would be set for nothing. */
const longest = 400;

/**
 * Leaves out what would be boxes with numbers in them. Without its headline a card says whose story it is, from which
 * section, and of which day, in digits.
 */
export async function readyCard(typesetter: Typesetter, card: ShareCard): Promise<ReadyCard> {
  const settable = async (text: string | undefined): Promise<string | undefined> =>
    text === undefined ? undefined : typesetter.settable(shorten(text, longest));
  const name = (await settable(card.site.name)) || plain(card.site.host);
  const siteLang = card.site.lang;
  if (card.page === 'front') {
    const description = await settable(card.description);
    return { page: 'front', siteLang, name, ...(description !== undefined && { description }) };
  }
  const { lang, direction, accent, picture } = card;
  const [headline, label, kicker] = await Promise.all([card.headline, card.label, card.kicker].map(settable));
  const notes = await Promise.all((headline === undefined ? card.notes.slice(-1) : card.notes).map(settable));
  return {
    page: 'article',
    ...(headline !== undefined && { headline }),
    lang,
    siteLang,
    direction,
    ...(label !== undefined && { label }),
    ...(kicker !== undefined && { kicker }),
    accent,
    name,
    notes: notes.filter((note) => note !== undefined),
    ...(picture && { picture }),
  };
}
