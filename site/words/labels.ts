import type { ArticleType } from '../../newsroom/model/article.ts';

/** What a piece is, where it is anything but a report: readers are told before they read. */
const labels = {
  news: undefined,
  analysis: 'Analysis',
  opinion: 'Opinion',
  explainer: 'Explainer',
  interview: 'Interview',
  live: 'Live',
  'press-release': 'Press release',
  sponsored: 'Sponsored',
  review: 'Review',
  obituary: 'Obituary',
} as const satisfies Record<ArticleType, string | undefined>;

export function labelOf(type: ArticleType): string | undefined {
  return labels[type];
}
