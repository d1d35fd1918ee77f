import type { Focus } from '../../elements/picture/renditions.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import type { FullStory } from '../../newsroom/edition/public.ts';
import type { Accent } from '../../newsroom/model/collection.ts';
import { dayOf } from '../../newsroom/model/instant.ts';
import { datelineOf } from '../words/dateline.ts';
import { dayInWords } from '../words/dates.ts';
import { directionOf } from '../words/language.ts';
import { labelOf } from '../words/labels.ts';
import { storyWords } from '../words/words-of.ts';
import { sharedPage } from '../addresses/routes.ts';
import { accentColour } from '../shell/look.ts';
import { layoutDataOf, type LayoutData } from '../shell/layout-data.ts';
import { picturePlace, type PicturePlace } from './size.ts';

/** Whether an address can be the address of a share image. */
export function isSharePath(path: string): boolean {
  return sharedPage(path) !== undefined;
}

/** A picture of the newsroom in a share image. The size and the time of its file change when the picture changes. */
export interface SharePicture {
  /** The path of its file in the content folder. */
  file: string;
  type: string;
  /** In bytes. */
  size: number;
  /** In milliseconds since 1970. */
  modified: number;
}

/** A picture with its place on a card, and what a crop of it must show where an editor has said so. */
export type CardPicture = SharePicture & { place: PicturePlace; focus?: Focus };

/** Everything that a share image shows: the digest of an image is the hash of its card. */
export type ShareCard =
  | {
      page: 'article';
      headline: string;
      lang: string;
      direction: 'ltr' | 'rtl';
      /** The type of work, unless it is a report. */
      label?: string;
      kicker?: string;
      /** The colour of the section: `#rrggbb`. */
      accent: string;
      site: ShareSite;
      /** The dateline, the day in words, the day in digits: the image shows the first that can be set and fits. */
      notes: string[];
      picture?: CardPicture;
    }
  | { page: 'front'; site: ShareSite; description?: string };

interface ShareSite {
  name: string;
  /** Shown instead of a name that cannot be set. */
  host: string;
  lang: string;
}

/** The card of an article, made from what its page shows and from the picture's file. */
export function articleCard(
  edition: Edition,
  { story, accent, layout }: { story: FullStory; accent: Accent; layout: LayoutData },
): ShareCard {
  const { headline, lang, picture } = story;
  const words = storyWords(layout.site, story);
  const label = labelOf(words, story.type);
  const kicker = story.kicker?.toLowerCase() === label?.toLowerCase() ? undefined : story.kicker;
  const day = dayOf(story.published);
  const dateline = datelineOf(story);
  const place = picture && picturePlace(picture);
  const file = picture && place && edition.picture(picture.src);
  return {
    page: 'article',
    headline,
    lang,
    direction: directionOf(lang),
    ...(label !== undefined && { label }),
    ...(kicker !== undefined && { kicker }),
    accent: accentColour(edition, accent),
    site: siteOf(layout.site),
    notes: [...(dateline === undefined ? [] : [dateline]), dayInWords(day, words.lang), day],
    ...(file && { picture: { ...file, place, ...(picture.focus && { focus: picture.focus }) } }),
  };
}

export function frontCard(edition: Edition): ShareCard {
  const { site } = layoutDataOf(edition);
  const { description } = site;
  return { page: 'front', site: siteOf(site), ...(description !== undefined && { description }) };
}

function siteOf({ name: title, url, language }: { name: string; url: string; language: string }): ShareSite {
  return { name: title, host: new URL(url).host, lang: language };
}
