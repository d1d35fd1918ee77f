import type { ReactNode } from 'react';
import type { Inline } from '../../newsroom/model/element.ts';
import { textOf } from '../../newsroom/model/text.ts';
import type { ElementProps } from './element-props.ts';
import { Inlines } from './inline.tsx';

/** A table. On a narrow screen it scrolls in its own frame, which a keyboard can reach, and the page stays put. */
export function Table({ element, pictures }: ElementProps<'table'>): ReactNode {
  const { caption, source, align, head, rows } = element;
  const cell = (index: number): { className?: string } => (align[index] ? { className: `to-${align[index]}` } : {});
  const named = head.some((text) => textOf(text).trim() !== '');
  const content = (text: Inline[]): ReactNode => <Inlines of={text} pictures={pictures} />;
  return (
    <figure className="table">
      <section tabIndex={0} aria-label={caption ?? 'Table'}>
        <table>
          {caption && <caption>{caption}</caption>}
          {named && (
            <thead>
              <tr>
                {head.map((text, index) => (
                  <th key={index} scope="col" {...cell(index)}>
                    {content(text)}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((row, line) => (
              <tr key={line}>
                {row.map((text, index) => (
                  <td key={index} {...cell(index)}>
                    {content(text)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {source && <figcaption>Source: {source}</figcaption>}
    </figure>
  );
}
