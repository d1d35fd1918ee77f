import { scan, type ScannedText } from './runs.ts';

/** What readers see of an article, scanned for words. `blocks`: see `blocksOf`. */
export interface ScannedArticle {
  headline: ScannedText;
  /** Empty where the article has none. */
  standfirst: ScannedText;
  blocks: readonly ScannedText[];
}

/** Scans an article once for all that reads its words: search and related stories. */
export function scanArticle(
  { headline, standfirst = '' }: { headline: string; standfirst?: string | undefined },
  blocks: readonly string[],
): ScannedArticle {
  return { headline: scan(headline), standfirst: scan(standfirst), blocks: blocks.map(scan) };
}
