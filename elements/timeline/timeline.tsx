import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';
import { Inlines } from '../inline.tsx';

/** Events in the order of time. */
export function Timeline({ element, pictures, nested }: ElementProps<'timeline'>): ReactNode {
  return (
    <section className="timeline" aria-label={element.title ?? 'Timeline'}>
      {element.title && <p className="box-title">{element.title}</p>}
      <ol>
        {element.events.map(({ time, children }, index) => (
          <li key={index}>
            <p className="event-time">
              <Inlines of={time} pictures={pictures} />
            </p>
            {nested(children)}
          </li>
        ))}
      </ol>
    </section>
  );
}
