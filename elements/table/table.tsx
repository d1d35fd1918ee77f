import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';
import { textOf, type Inline } from '../inline/inline.ts';
import { Inlines } from '../inline/inline.tsx';
import './table.css';

/**
 * On a narrow screen the table scrolls inside its own section, which a keyboard can reach; the page does not scroll
 * sideways. If the first cell of the head is empty, the first column holds the names of the rows.
 */
export function Table({ element, findPicture, words }: ElementProps<'table'>): ReactNode {
  const { caption, source, align, head, rows } = element;
  const cell = (index: number): { className?: string } => (align[index] ? { className: `to-${align[index]}` } : {});
  const isEmpty = (text: Inline[] | undefined): boolean => textOf(text ?? []).trim() === '';
  const named = !head.every(isEmpty);
  const rowsNamed = named && isEmpty(head[0]);
  const content = (text: Inline[]): ReactNode => <Inlines of={text} findPicture={findPicture} words={words} />;
  return (
    <figure className="table">
      <section tabIndex={0} aria-label={caption ?? words.table}>
        <table>
          {caption && <caption>{caption}</caption>}
          {named && (
            <thead>
              <tr>
                {head.map((text, index) =>
                  isEmpty(text) ? (
                    <td key={index}>{content(text)}</td>
                  ) : (
                    <th key={index} scope="col" {...cell(index)}>
                      {content(text)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((row, line) => (
              <tr key={line}>
                {row.map((text, index) =>
                  rowsNamed && index === 0 ? (
                    <th key={index} scope="row" {...cell(index)}>
                      {content(text)}
                    </th>
                  ) : (
                    <td key={index} {...cell(index)}>
                      {content(text)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {source && <figcaption>{words.source(source)}</figcaption>}
    </figure>
  );
}
