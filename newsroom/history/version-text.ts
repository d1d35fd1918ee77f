import type { Body } from '../../elements/body.ts';
import { figureForms } from '../../elements/figure/forms.ts';
import type { Article } from '../model/article.ts';
import { blockOf, BlockWriter } from '../model/text-blocks.ts';
import type { VersionText } from '../model/version.ts';

type Words = Pick<Article, 'headline' | 'standfirst' | 'lang' | 'corrections' | 'image' | 'sources'>;

/** The words of an article that a reader reads. Links lose their addresses: one could lead to something hidden. */
export function versionText(article: Words, body: Body): VersionText {
  const { headline, standfirst = '', lang, corrections, image, sources } = article;
  const writer = new BlockWriter('paragraph');
  return {
    headline,
    standfirst,
    ...(lang !== undefined && { lang }),
    corrections: corrections.length,
    blocks: [
      ...corrections.flatMap(({ at, text }) => blockOf('correction', text).map((each) => ({ ...each, at }))),
      ...(image ? figureForms.version({ ...image, type: 'figure' }, writer) : []),
      ...writer.elements(body.elements, 'paragraph'),
      ...body.footnotes.flatMap(({ children }) => writer.elements(children, 'note')),
      ...sources.flatMap(({ url, title, source }) =>
        blockOf('source', source === undefined ? title : `${title}, ${source}`).map((each) => ({ ...each, href: url })),
      ),
    ],
  };
}
