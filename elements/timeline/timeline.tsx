import type { ReactNode } from 'react';
import { BoxTitle } from '../box-title/box-title.tsx';
import type { ElementProps } from '../element-props.ts';
import { Inlines } from '../inline/inline.tsx';
import './timeline.css';

export function Timeline({ element, findPicture, nested, words }: ElementProps<'timeline'>): ReactNode {
  return (
    <section className="timeline" aria-label={element.title ?? words.timeline}>
      {element.title && <BoxTitle>{element.title}</BoxTitle>}
      <ol>
        {element.events.map(({ time, children }, index) => (
          <li key={index}>
            <p className="event-time">
              <Inlines of={time} findPicture={findPicture} words={words} />
            </p>
            {nested(children)}
          </li>
        ))}
      </ol>
    </section>
  );
}
