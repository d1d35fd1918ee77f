import type { VersionBlock, VersionWriter } from '../../elements/element-forms.ts';
import { formsOf, type Element } from '../../elements/elements.ts';
import type { TextBlock } from './version.ts';

/** Writes elements as blocks of plain text, as a version of an article has them. `paragraph` is the kind of a paragraph. */
export class BlockWriter implements VersionWriter {
  readonly paragraph: VersionBlock['kind'];

  constructor(paragraph: VersionBlock['kind']) {
    this.paragraph = paragraph;
  }

  block(kind: VersionBlock['kind'], text: string | undefined): VersionBlock[] {
    return blockOf(kind, text);
  }

  elements(elements: readonly Element[], paragraph: VersionBlock['kind']): VersionBlock[] {
    const writer = paragraph === this.paragraph ? this : new BlockWriter(paragraph);
    return elements.flatMap((each) => formsOf(each).version(each, writer));
  }
}

/** Whether a text has white space that is not one plain space between two words. */
function isSpaced(text: string): boolean {
  return text.startsWith(' ') || text.endsWith(' ') || text.includes('  ') || /[^\S ]/.test(text);
}

/** A block of one kind; none if there is no text. */
export function blockOf<K extends TextBlock['kind']>(kind: K, text: string | undefined): { kind: K; text: string }[] {
  const written = text ?? '';
  const plain = isSpaced(written) ? written.replace(/\s+/g, ' ').trim() : written;
  return plain === '' ? [] : [{ kind, text: plain }];
}
