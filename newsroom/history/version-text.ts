import type { Article } from '../model/article.ts';
import type { Body, Element, Inline, ListItem } from '../../elements/element.ts';
import { textOf } from '../model/text.ts';
import type { TextBlock, VersionText } from '../model/version.ts';

/** What a reader reads of an article, as plain text. Links lose their addresses: one could lead to what is hidden. */
export function versionText(article: Omit<Article, 'body'>, body: Body): VersionText {
  const { headline, standfirst = '', lang, corrections, image, sources } = article;
  return {
    headline,
    standfirst,
    ...(lang !== undefined && { lang }),
    corrections: corrections.length,
    blocks: [
      ...corrections.flatMap(({ at, text }) => block('correction', text).map((each) => ({ ...each, at }))),
      ...(image ? figure(image) : []),
      ...body.elements.flatMap((element) => blocksOf(element)),
      ...body.footnotes.flatMap(({ children }) => children.flatMap((child) => blocksOf(child, 'note'))),
      ...sources.flatMap(({ url, title, source }) =>
        block('source', source === undefined ? title : `${title}, ${source}`).map((each) => ({ ...each, href: url })),
      ),
    ],
  };
}

function blocksOf(element: Element, kind: TextBlock['kind'] = 'paragraph'): TextBlock[] {
  switch (element.type) {
    case 'paragraph':
      return run(kind, element.children);
    case 'crosshead':
      return run('crosshead', element.children);
    case 'list':
      return items(element.items);
    case 'key-points':
      return [...block('title', element.title), ...items(element.items)];
    case 'quote':
      return element.children.flatMap((child) => blocksOf(child, 'quote'));
    case 'pull-quote':
      return [...element.children.flatMap((child) => blocksOf(child, 'quote')), ...block('caption', element.by)];
    case 'fact-box':
      return [...block('title', element.title), ...element.children.flatMap((child) => blocksOf(child))];
    case 'timeline':
      return [
        ...block('title', element.title),
        ...element.events.flatMap(({ time, children }) => [
          ...run('title', time),
          ...children.flatMap((child) => blocksOf(child, 'item')),
        ]),
      ];
    case 'table':
      return [
        ...block('title', element.caption),
        ...[element.head, ...element.rows].flatMap((row) =>
          block(
            'row',
            row
              .map(textOf)
              .filter((cell) => cell.trim() !== '')
              .join(' | '),
          ),
        ),
        ...block('caption', element.source),
      ];
    case 'figure':
      return figure(element);
    case 'preformatted':
      return element.text === '' ? [] : [{ kind: 'preformatted', text: element.text }];
    case 'rule':
      return [];
  }
}

function items(list: readonly ListItem[]): TextBlock[] {
  return list.flatMap(({ children }) => children.flatMap((child) => blocksOf(child, 'item')));
}

function figure({ alt, caption, credit }: { alt: string; caption?: string; credit?: string }): TextBlock[] {
  return [
    ...block('picture', alt),
    ...block('caption', [caption, credit].filter((part) => part !== undefined).join(' · ')),
  ];
}

function run(kind: TextBlock['kind'], inlines: readonly Inline[]): TextBlock[] {
  return block(kind, textOf(inlines));
}

function block(kind: TextBlock['kind'], text: string | undefined): TextBlock[] {
  const plain = (text ?? '').replace(/\s+/g, ' ').trim();
  return plain === '' ? [] : [{ kind, text: plain }];
}
