import type { RootContent } from 'mdast';
import { nodeSyntaxes, type Element } from '../../elements/elements.ts';
import type { BodyReader } from './reader.ts';
import { makeElement, readElementTag, type OpenTag } from './tags.ts';

/** Reads the top level of a body: blocks of Markdown, and elements from their opening tag to their closing tag. */
export function readTopLevel(reader: BodyReader, nodes: readonly RootContent[]): Element[] {
  const top: Element[] = [];
  let open: (OpenTag & { content: Element[] }) | undefined;
  for (const node of nodes) {
    if (node.type !== 'elementTag') {
      (open?.content ?? top).push(...readBlock(reader, node));
      continue;
    }
    const found = readElementTag(reader, node);
    if (!found) continue;
    const { tag, syntax } = found;
    if (tag.kind === 'close') {
      if (open?.syntax === syntax) {
        top.push(...makeElement(reader, open, open.content));
        open = undefined;
      } else {
        reader.report('element-unopened', reader.positionOf(node), {
          message: `</${syntax.name}> closes an element that is not open.`,
          why: 'Each closing tag belongs to the opening tag before it. An element cannot be inside another one.',
          fix: open
            ? `Close <${open.syntax.name}> first, or remove this line.`
            : 'Remove this line, or add the opening tag.',
        });
      }
    } else if (open) {
      reader.report('element-place', reader.positionOf(node), {
        message: `<${syntax.name}> is inside <${open.syntax.name}>, which is still open.`,
        why: 'An element cannot be inside another one.',
        fix: `Write </${open.syntax.name}> on its own line before it.`,
      });
      if (tag.kind === 'open') {
        reportUnclosed(reader, open);
        open = { ...found, node, content: [] };
      }
    } else if (tag.kind === 'empty') {
      top.push(...makeElement(reader, { ...found, node }, []));
    } else {
      open = { ...found, node, content: [] };
    }
  }
  if (open) reportUnclosed(reader, open);
  return top;
}

function reportUnclosed(reader: BodyReader, { node, syntax }: OpenTag): void {
  reader.report('element-unclosed', reader.positionOf(node), {
    message: `<${syntax.name}> is not closed.`,
    why: 'Without its end it is not clear what belongs to it.',
    fix: syntax.holds === null ? 'End it with “/>”.' : `Write </${syntax.name}> on its own line after the content.`,
  });
}

/** Reads the blocks inside lists, quotations and footnotes. A tag is reported and left out. */
export function readNestedBlocks(reader: BodyReader, nodes: readonly RootContent[]): Element[] {
  return reader.within(nodes, () =>
    nodes.flatMap((node) => {
      if (node.type !== 'elementTag') return readBlock(reader, node);
      reader.report('element-place', reader.positionOf(node), {
        message: 'An element is inside a list, a quotation or a footnote.',
        why: 'Elements are allowed on the top level of the body only.',
        fix: 'Move it out, to the beginning of a line, with a blank line before it.',
      });
      return [];
    }),
  );
}

/** Reads one block. Comments are not shown. Definitions are no elements either: `body.ts` reads them for the full text. */
function readBlock(reader: BodyReader, node: RootContent): Element[] {
  if (node.type === 'comment') return reader.comment(node);
  return nodeSyntaxes.get(node.type)?.read(node, reader) ?? [];
}
