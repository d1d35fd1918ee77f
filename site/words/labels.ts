import type { ArticleType } from '../../newsroom/model/article.ts';

/** The label of each type of work, so that readers know it before they read. A report has none. */
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
