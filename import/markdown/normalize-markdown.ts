import type { BlockContent, DefinitionContent, PhrasingContent, Root, RootContent } from 'mdast';

/** Markdown trees as converters leave them, made such that they print to what they say. */

type Block = BlockContent | DefinitionContent;

/** The tree without empty blocks, with crossheads below the headline, and with clean edges everywhere. */
export function tidy(tree: Root): Root {
  return { type: 'root', children: tidyBlocks(tree.children) };
}

function tidyBlocks(nodes: readonly RootContent[]): Block[] {
  return nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case 'paragraph': {
        const children = trim(tidyPhrasing(node.children));
        return children.length === 0 ? [] : [{ type: 'paragraph', children }];
      }
      case 'heading': {
        const children = trim(tidyPhrasing(withoutBreaks(node.children)));
        return children.length === 0 ? [] : [{ type: 'heading', depth: node.depth === 1 ? 2 : node.depth, children }];
      }
      case 'list': {
        const items = node.children
          .map((item) => ({ ...item, children: tidyBlocks(item.children) }))
          .filter((item) => item.children.length > 0);
        return items.length === 0 ? [] : [{ ...node, children: items }];
      }
      case 'blockquote':
      case 'footnoteDefinition': {
        const children = tidyBlocks(node.children);
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
                children: trim(tidyPhrasing(withoutBreaks(cell.children))),
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
        return tidyBlocks(node.children);
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
        const children = trim(tidyPhrasing([node]));
        return children.length === 0 ? [] : [{ type: 'paragraph', children }];
      }
      default:
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

function tidyPhrasing(nodes: readonly PhrasingContent[], around: readonly string[] = []): PhrasingContent[] {
  return merge(
    nodes.flatMap((node): PhrasingContent[] => {
      if (node.type === 'text')
        return [
          {
            type: 'text',
            value: node.value.replace(/[\u0000-\u001f\u007f-\u009f\u200b\ufeff]+/g, ' ').replace(/ {2,}/g, ' '),
          },
        ];
      if (node.type === 'image') return node.alt ? [{ type: 'text', value: node.alt }] : [];
      if (node.type !== 'emphasis' && node.type !== 'strong' && node.type !== 'delete' && node.type !== 'link')
        return [node];
      const children = tidyPhrasing(node.children, [...around, node.type]);
      return around.includes(node.type) ? children : outside(node, children);
    }),
  );
}

/** Spaces and line breaks at the edges of marked text belong outside: `**bold **` is not bold. */
function outside(node: Marked, children: PhrasingContent[]): PhrasingContent[] {
  const [before, inside, after] = [edge(children), [...children], edge(children.toReversed()).toReversed()];
  if (before.length === children.length) return children;
  inside.splice(0, before.length);
  inside.splice(inside.length - after.length);
  const [first, last] = [inside.at(0), inside.at(-1)];
  const lead = first?.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : '';
  if (first?.type === 'text') inside[0] = { type: 'text', value: first.value.slice(lead.length) };
  const end = last?.type === 'text' ? (/\s+$/.exec(last.value)?.[0] ?? '') : '';
  const at = inside.length - 1;
  const now = inside[at];
  if (now?.type === 'text') inside[at] = { type: 'text', value: now.value.slice(0, now.value.length - end.length) };
  return [...before, ...spaces(lead), { ...node, children: inside }, ...spaces(end), ...after];
}

const spaces = (text: string): PhrasingContent[] => (text === '' ? [] : [{ type: 'text', value: text }]);
const isSpace = (node: PhrasingContent): boolean =>
  node.type === 'break' || (node.type === 'text' && node.value.trim() === '');

/** The breaks and blank texts with which a run begins. */
function edge(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const end = nodes.findIndex((node) => !isSpace(node));
  return nodes.slice(0, end < 0 ? nodes.length : end);
}

/** Neighbours of a kind are one: two runs of bold side by side would print four stars. */
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

/** A block's text without spaces and breaks at its edges and around its breaks. */
function trim(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const start = edge(nodes).length;
  const end = nodes.length - edge(nodes.toReversed()).length;
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
