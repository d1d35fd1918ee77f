import type { BlockContent, DefinitionContent, PhrasingContent, Root, RootContent } from 'mdast';
import { cleanCharacters } from './clean-characters.ts';

type Block = BlockContent | DefinitionContent;

/**
 * Normalizes a Markdown tree that a converter made, so that its Markdown is read back as the same tree. Empty blocks are
 * removed, headings of the first level become crossheads, and no marked text begins or ends with a space.
 */
export function normalizeMarkdown(tree: Root): Root {
  return { type: 'root', children: normalizeBlocks(tree.children) };
}

function normalizeBlocks(nodes: readonly RootContent[]): Block[] {
  return nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case 'paragraph': {
        const children = trim(normalizePhrasing(node.children));
        return children.length === 0 ? [] : [{ type: 'paragraph', children }];
      }
      case 'heading': {
        const children = trim(normalizePhrasing(withoutBreaks(node.children)));
        return children.length === 0 ? [] : [{ type: 'heading', depth: node.depth === 1 ? 2 : node.depth, children }];
      }
      case 'list': {
        const items = node.children
          .map((item) => ({ ...item, children: normalizeBlocks(item.children) }))
          .filter((item) => item.children.length > 0);
        return items.length === 0 ? [] : [{ ...node, children: items }];
      }
      case 'blockquote':
      case 'footnoteDefinition': {
        const children = normalizeBlocks(node.children);
        return children.length === 0 ? [] : [{ ...node, children }];
      }
      case 'table':
        return [
          {
            ...node,
            children: node.children.map((row) => ({
              ...row,
              children: row.children.map((cell) => ({
                ...cell,
                children: trim(normalizePhrasing(withoutBreaks(cell.children))),
              })),
            })),
          },
        ];
      case 'code':
      case 'definition':
      case 'html':
      case 'thematicBreak':
        return [node];
      case 'listItem':
        return normalizeBlocks(node.children);
      case 'text':
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
      case 'linkReference':
      case 'image':
      case 'imageReference':
      case 'inlineCode':
      case 'footnoteReference':
      case 'break': {
        const children = trim(normalizePhrasing([node]));
        return children.length === 0 ? [] : [{ type: 'paragraph', children }];
      }
      case 'elementTag':
      case 'comment':
      case 'yaml':
      case 'tableRow':
      case 'tableCell':
        return [];
    }
  });
}

const withoutBreaks = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.map((node): PhrasingContent => {
    if (node.type === 'break') return { type: 'text', value: ' ' };
    return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete' || node.type === 'link'
      ? { ...node, children: withoutBreaks(node.children) }
      : node;
  });

type Marked = Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' | 'link' }>;

function normalizePhrasing(nodes: readonly PhrasingContent[], ancestors: readonly string[] = []): PhrasingContent[] {
  return merge(
    nodes.flatMap((node): PhrasingContent[] => {
      if (node.type === 'text')
        return [
          {
            type: 'text',
            value: cleanCharacters(node.value.replace(/[\u0000-\u001f\u007f-\u009f\u200b\ufeff]+/g, ' ')).replace(
              / {2,}/g,
              ' ',
            ),
          },
        ];
      if (node.type === 'image') return node.alt ? [{ type: 'text', value: node.alt }] : [];
      if (node.type !== 'emphasis' && node.type !== 'strong' && node.type !== 'delete' && node.type !== 'link')
        return [node];
      const children = normalizePhrasing(node.children, [...ancestors, node.type]);
      return ancestors.includes(node.type) ? children : moveEdgesOut(node, children);
    }),
  );
}

/** Moves spaces and line breaks from the edges of marked text to the outside: `**bold **` is not bold. */
function moveEdgesOut(node: Marked, children: PhrasingContent[]): PhrasingContent[] {
  const [before, inside, after] = [
    leadingSpace(children),
    [...children],
    leadingSpace(children.toReversed()).toReversed(),
  ];
  if (before.length === children.length) return children;
  inside.splice(0, before.length);
  inside.splice(inside.length - after.length);
  const [first, last] = [inside.at(0), inside.at(-1)];
  const lead = first?.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : '';
  if (first?.type === 'text') inside[0] = { type: 'text', value: first.value.slice(lead.length) };
  const end = last?.type === 'text' ? (/\s+$/.exec(last.value)?.[0] ?? '') : '';
  // After the first text was cut, it can be the last one too.
  const lastIndex = inside.length - 1;
  const lastNode = inside[lastIndex];
  if (lastNode?.type === 'text')
    inside[lastIndex] = { type: 'text', value: lastNode.value.slice(0, lastNode.value.length - end.length) };
  return [...before, ...spaces(lead), { ...node, children: inside }, ...spaces(end), ...after];
}

const spaces = (text: string): PhrasingContent[] => (text === '' ? [] : [{ type: 'text', value: text }]);
const isSpace = (node: PhrasingContent): boolean =>
  node.type === 'break' || (node.type === 'text' && node.value.trim() === '');

/** The line breaks and blank texts at the beginning of a run. */
function leadingSpace(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const end = nodes.findIndex((node) => !isSpace(node));
  return nodes.slice(0, end < 0 ? nodes.length : end);
}

/** Joins neighbours of the same kind: two bold texts side by side would be written with four stars between them. */
function merge(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = { type: 'text', value: (last.value + node.value).replace(/ {2,}/g, ' ') };
    else if ((node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') && last?.type === node.type)
      merged[merged.length - 1] = { ...last, children: merge([...last.children, ...node.children]) };
    else if (node.type !== 'text' || node.value !== '') merged.push(node);
  }
  return merged;
}

/** The text of a block without spaces and line breaks at its edges, and without spaces around its line breaks. */
function trim(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const start = leadingSpace(nodes).length;
  const end = nodes.length - leadingSpace(nodes.toReversed()).length;
  const inner = nodes.slice(start, Math.max(start, end));
  return inner
    .map((node, index): PhrasingContent => {
      if (node.type !== 'text') return node;
      let value = node.value;
      if (index === 0 || inner[index - 1]?.type === 'break') value = value.trimStart();
      if (index === inner.length - 1 || inner[index + 1]?.type === 'break') value = value.trimEnd();
      return { type: 'text', value };
    })
    .filter((node) => node.type !== 'text' || node.value !== '');
}
