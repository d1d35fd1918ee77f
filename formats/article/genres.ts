import type { ArticleType } from '../../newsroom/model/article.ts';

/** A type of work as the IPTC formats name it. */
export interface Genre {
  name: string;
  /** The code with the same meaning in the IPTC genre NewsCodes, if there is one. */
  code?: string;
}

/** The genre of each type of work (https://cv.iptc.org/newscodes/genre/). Sponsored content is not a press release; it has no code. */
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

/** The URI of the genre of a type of work; undefined if it has no code. */
export function genreUri(type: ArticleType): string | undefined {
  const genre: Genre = genres[type];
  return genre.code === undefined ? undefined : `http://cv.iptc.org/newscodes/genre/${genre.code}`;
}
