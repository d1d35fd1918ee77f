import type { ArticleType } from '../../newsroom/model/article.ts';

/** A type of work as the trade's formats name it. */
export interface Genre {
  name: string;
  /** Its code in the IPTC's genre NewsCodes, where they have one that means the same. */
  code?: string;
}

/** The genres (https://cv.iptc.org/newscodes/genre/). A press release that was paid for is another thing, and has no code. */
export const genres = {
  news: { name: 'News', code: 'Current' },
  analysis: { name: 'Analysis', code: 'Analysis' },
  opinion: { name: 'Opinion', code: 'Opinion' },
  explainer: { name: 'Explainer', code: 'Background' },
  interview: { name: 'Interview', code: 'Interview' },
  live: { name: 'Live' },
  'press-release': { name: 'Press release', code: 'Press_Release' },
  sponsored: { name: 'Sponsored' },
  review: { name: 'Review', code: 'Review' },
  obituary: { name: 'Obituary', code: 'Obituary' },
} as const satisfies Record<ArticleType, Genre>;

/** The whole name of a genre's code. */
export function genreUri(type: ArticleType): string | undefined {
  const genre: Genre = genres[type];
  return genre.code === undefined ? undefined : `http://cv.iptc.org/newscodes/genre/${genre.code}`;
}
