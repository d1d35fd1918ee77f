import { Fragment, type ReactNode } from 'react';
import { feedFormats, feedPath } from '../addresses/feeds.ts';

/** Links to the three feeds of a page. */
export function FeedLinks({ of, base }: { of: string; base: string }): ReactNode {
  return (
    <p className="feeds">
      Follow {of}:{' '}
      {feedFormats.map((format, index) => (
        <Fragment key={format.name}>
          {index > 0 && ' · '}
          <a href={feedPath(base, format)} type={format.type}>
            {format.words}
          </a>
        </Fragment>
      ))}
    </p>
  );
}
