import type { Nodes, Parents } from 'mdast';
import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm);

export function Markdown({ text }: { text: string }): ReactNode {
  return render(processor.parse(text));
}

const children = (node: Parents): ReactNode[] =>
  node.children.map((child, index) => <Fragment key={index}>{render(child)}</Fragment>);

function render(node: Nodes): ReactNode {
  switch (node.type) {
    case 'root':
      return children(node);
    case 'text':
      return node.value;
    case 'paragraph':
      return <p>{children(node)}</p>;
    case 'heading':
      return <h2>{children(node)}</h2>;
    case 'emphasis':
      return <em>{children(node)}</em>;
    case 'strong':
      return <strong>{children(node)}</strong>;
    case 'link':
      return <Link href={node.url}>{children(node)}</Link>;
    case 'list':
      return node.ordered ? <ol>{children(node)}</ol> : <ul>{children(node)}</ul>;
    case 'listItem':
      return <li>{children(node)}</li>;
    case 'blockquote':
      return <blockquote>{children(node)}</blockquote>;
    case 'table':
      return (
        <table>
          <tbody>{children(node)}</tbody>
        </table>
      );
    case 'tableRow':
      return <tr>{children(node)}</tr>;
    case 'tableCell':
      return <td>{children(node)}</td>;
    default:
      return null;
  }
}
