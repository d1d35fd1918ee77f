import type { Body } from '../../elements/body.ts';
import type { VersionBlock, VersionWriter } from '../../elements/element-forms.ts';
import { formsOf, type Element } from '../../elements/elements.ts';
import { figureForms } from '../../elements/figure/forms.ts';
import type { Article } from '../model/article.ts';
import type { TextBlock, VersionText } from '../model/version.ts';

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
      ...corrections.flatMap(({ at, text }) => block('correction', text).map((each) => ({ ...each, at }))),
      ...(image ? figureForms.version({ ...image, type: 'figure' }, writer) : []),
      ...writer.elements(body.elements, 'paragraph'),
      ...body.footnotes.flatMap(({ children }) => writer.elements(children, 'note')),
      ...sources.flatMap(({ url, title, source }) =>
        block('source', source === undefined ? title : `${title}, ${source}`).map((each) => ({ ...each, href: url })),
      ),
    ],
  };
}

class BlockWriter implements VersionWriter {
  readonly paragraph: VersionBlock['kind'];

  constructor(paragraph: VersionBlock['kind']) {
    this.paragraph = paragraph;
  }

  block(kind: VersionBlock['kind'], text: string | undefined): VersionBlock[] {
    return block(kind, text);
  }

  elements(elements: readonly Element[], paragraph: VersionBlock['kind']): VersionBlock[] {
    const writer = paragraph === this.paragraph ? this : new BlockWriter(paragraph);
    return elements.flatMap((each) => formsOf(each).version(each, writer));
  }
}

function block<K extends TextBlock['kind']>(kind: K, text: string | undefined): { kind: K; text: string }[] {
  const plain = (text ?? '').replace(/\s+/g, ' ').trim();
  return plain === '' ? [] : [{ kind, text: plain }];
}
