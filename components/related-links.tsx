import type { ReactNode } from 'react';
import type { RelatedLink } from '../newsroom/edition/related.ts';
import { directionOf } from '../site/language.ts';

/** Links with the reason why each is there set small under it. */
export function RelatedList({ links, language }: { links: readonly RelatedLink[]; language: string }): ReactNode {
  return (
    <ul className="related">
      {links.map(({ href, title, reasons, external, lang }) => (
        <li key={href + title}>
          <a
            href={href}
            {...(external && { rel: 'external' })}
            {...(lang !== undefined && lang !== language && { lang, dir: directionOf(lang) })}
          >
            {title}
          </a>
          {reasons.length > 0 && <span className="reason">{reasons.join('; ')}</span>}
        </li>
      ))}
    </ul>
  );
}
