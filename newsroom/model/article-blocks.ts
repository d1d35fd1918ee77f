import type { Body } from '../../elements/body.ts';
import { figureForms } from '../../elements/figure/forms.ts';
import type { Article } from './article.ts';
import { BlockWriter } from './text-blocks.ts';

/** The words of an article that readers see on its page, in order, without its headline and standfirst. */
export function blocksOf({ image }: Pick<Article, 'image'>, { elements, footnotes }: Omit<Body, 'words'>): string[] {
  const writer = new BlockWriter('paragraph');
  return [
    ...writer.elements(elements, 'paragraph'),
    ...(image ? figureForms.version({ ...image, type: 'figure' }, writer) : []),
    ...footnotes.flatMap(({ children }) => writer.elements(children, 'note')),
  ].map(({ text }) => text);
}
