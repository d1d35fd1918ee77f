import type { ArticleFacts } from './article-data.ts';
import { writeMarkdown } from './markdown.ts';
import { writeNewsmlG2 } from './newsml-g2.ts';
import { writeNinjs } from './ninjs.ts';
import { writeNitf } from './nitf.ts';
import { writeText } from './text.ts';

/** The formats in which an article can leave the house: the ending of its file, and who writes it. */
export const articleFormats = {
  ninjs: { ending: '.json', write: writeNinjs },
  'newsml-g2': { ending: '.xml', write: writeNewsmlG2 },
  nitf: { ending: '.xml', write: writeNitf },
  text: { ending: '.txt', write: writeText },
  markdown: { ending: '.md', write: writeMarkdown },
} as const satisfies Record<string, { ending: string; write: (facts: ArticleFacts) => string }>;

export type ArticleFormat = keyof typeof articleFormats;

/** Whether a name is that of a format. */
export function isArticleFormat(name: string): name is ArticleFormat {
  return Object.hasOwn(articleFormats, name);
}
