import type { Nodes } from 'mdast';
import type { Footnote } from '../../elements/body.ts';
import type { Element } from '../../elements/elements.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { leaveOutForbidden } from '../model/characters.ts';
import { readTopLevel } from './blocks.ts';
import { BodyReader, forbiddenWhy, type ReadBody } from './reader.ts';
import { excessIn } from './work.ts';

/** Ids that the page of an article uses itself. A crosshead with the same words gets a number. */
export const articleIds = ['related-links', 'corrections', 'sources', 'in-series'];

/**
 * Reads a body. `firstLine` is the line of the file on which it begins; `ids` are those that the page uses itself. All
 * problems are reported at once. What has a problem may be missing from `elements`: a file with errors must not be used.
 */
export function readBody(file: string, source: string, firstLine: number, ids: readonly string[] = []): ReadBody {
  const reader = new BodyReader(file, firstLine, ['content', 'footnotes', ...ids]);
  const excess = excessIn(source);
  if (excess) {
    reader.report(
      'body-too-complex',
      { line: firstLine + excess.line - 1, column: 1 },
      {
        message: excess.message,
        why: 'No page can show that, and reading it would hold up all other files. Most often a file is damaged, or is no story.',
        fix: 'Split the text into several articles, or take out the marks that have no meaning.',
      },
    );
    return { body: { elements: [], footnotes: [], words: 0 }, references: [], problems: reader.problems };
  }
  const { text, found } = leaveOutForbidden(source);
  for (const { line, column, name } of found) {
    reader.report(
      'character-invalid',
      { line: firstLine + line - 1, column },
      {
        message: `The line has ${name}. It is left out.`,
        why: forbiddenWhy,
        fix: 'Take it out. Most often it came with copied text.',
      },
    );
  }
  const root = parseMarkdown(text);
  collectDefinitions(reader, root);
  const elements = readTopLevel(reader, root.children);
  const footnotes = readFootnotes(reader);
  reportFragments(reader);
  return {
    body: { elements, footnotes, words: reader.words },
    references: reader.references,
    problems: reader.problems,
  };
}

/** Ids that pages of all kinds, and those of storylines and topics, have around a text. */
const idsAround: ReadonlySet<string> = new Set('top find people places background how running essential'.split(' '));

/** Reports links to places that the page does not have. */
function reportFragments(reader: BodyReader): void {
  for (const { id, position } of reader.fragments) {
    if (reader.hasId(id) || idsAround.has(id)) continue;
    reader.report('link-invalid', position, {
      message: `There is no place “#${id}” on this page.`,
      why: 'Readers who follow the link stay where they are.',
      fix: 'Write a crosshead in small letters with hyphens, such as `#the-way-there`, or remove the link.',
    });
  }
}

/** Collects the definitions of links and footnotes, which are valid in the full text. The first of each name counts. */
function collectDefinitions(reader: BodyReader, node: Nodes): void {
  if (node.type === 'definition' && !reader.definitions.has(node.identifier)) {
    reader.definitions.set(node.identifier, node);
  }
  if (node.type === 'footnoteDefinition') {
    if (reader.footnotes.has(node.identifier)) {
      reader.report('footnote-missing', reader.positionOf(node), {
        message: `There is a second footnote “${node.identifier}”.`,
        why: 'Only the first one is shown.',
        fix: 'Give this one another name, and use that name in the text.',
      });
    } else reader.footnotes.set(node.identifier, { node, number: 0, uses: 0 });
  }
  if ('children' in node) for (const child of node.children) collectDefinitions(reader, child);
}

function readFootnotes(reader: BodyReader): Footnote[] {
  const notes: { number: number; children: Element[] }[] = [];
  // A note may have the first reference to another note, which then follows it: `cited` grows here.
  for (const { node, number } of reader.cited) notes.push({ number, children: reader.blocks(node.children) });
  for (const [name, { node, number }] of reader.footnotes) {
    if (number > 0) continue;
    reader.report('footnote-missing', reader.positionOf(node), {
      message: `Nothing refers to the footnote “${name}”.`,
      why: 'It is not shown.',
      fix: `Put [^${name}] in the text where it belongs, or remove the footnote.`,
    });
  }
  return notes.map((note, index) => ({ ...note, uses: reader.cited[index]?.uses ?? 0 }));
}
