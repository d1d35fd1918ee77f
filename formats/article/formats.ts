import type { ArticleData } from './article-data.ts';
import { writeMarkdown } from './markdown.ts';
import { writeNewsmlG2 } from './newsml-g2.ts';
import { writeNinjs } from './ninjs.ts';
import { writeNitf } from './nitf.ts';
import { writeText } from './text.ts';

/** All export formats: the extension of the file, and the function that writes it. */
export const articleFormats = {
  ninjs: { ending: '.json', write: writeNinjs },
  'newsml-g2': { ending: '.xml', write: writeNewsmlG2 },
  nitf: { ending: '.xml', write: writeNitf },
  text: { ending: '.txt', write: writeText },
  markdown: { ending: '.md', write: writeMarkdown },
} as const satisfies Record<string, { ending: string; write: (article: ArticleData) => string }>;

export type ArticleFormat = keyof typeof articleFormats;

/** Whether a name is the name of an export format. */
export function isArticleFormat(name: string): name is ArticleFormat {
  return Object.hasOwn(articleFormats, name);
}
