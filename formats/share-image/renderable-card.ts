import type { CardPicture, ShareCard } from '../../site/share-card/card.ts';
import { shorten } from '../../newsroom/model/text.ts';
import { plainLine, type Typesetter } from './typesetter.ts';

/** A card whose texts can all be set with the fonts of this machine. */
export type RenderableCard =
  | {
      page: 'article';
      /** Missing if there is no font for its script. */
      headline?: string;
      lang: string;
      siteLang: string;
      direction: 'ltr' | 'rtl';
      label?: string;
      kicker?: string;
      /** `#rrggbb` */
      accent: string;
      name: string;
      notes: string[];
      picture?: CardPicture;
    }
  | { page: 'front'; siteLang: string; name: string; description?: string };

/** The largest number of characters of a text. Even in the smallest size a card has no space for more. */
const maxTextLength = 400;

/**
 * Removes the texts of a card for which there is no font, because Pango would draw boxes in place of letters. A card without
 * its headline still has the name of the site, the section, and the day in digits.
 */
export async function renderableCard(typesetter: Typesetter, card: ShareCard): Promise<RenderableCard> {
  const renderable = async (text: string | undefined): Promise<string | undefined> =>
    text === undefined ? undefined : typesetter.renderable(shorten(text, maxTextLength));
  const name = (await renderable(card.site.name)) || plainLine(card.site.host);
  const siteLang = card.site.lang;
  if (card.page === 'front') {
    const description = await renderable(card.description);
    return { page: 'front', siteLang, name, ...(description !== undefined && { description }) };
  }
  const { lang, direction, accent, picture } = card;
  const [headline, label, kicker] = await Promise.all([card.headline, card.label, card.kicker].map(renderable));
  const notes = await Promise.all((headline === undefined ? card.notes.slice(-1) : card.notes).map(renderable));
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
