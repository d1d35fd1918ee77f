import type { ReactNode } from 'react';
import type { RelatedLink } from '../related/links.ts';
import { marked } from '../words/language.ts';

/** Links, each with the reasons for it in small type below. */
export function RelatedList({ links, language }: { links: readonly RelatedLink[]; language: string }): ReactNode {
  return (
    <ul className="related">
      {links.map(({ href, title, reasons, external, lang }) => (
        <li key={href + title} {...(external && marked(lang ?? language, language))}>
          <a href={href} {...(external && { rel: 'external' })} {...(!external && marked(lang ?? language, language))}>
            {title}
          </a>
          <Reasons reasons={reasons} />
        </li>
      ))}
    </ul>
  );
}

/**
 * Why a link is there, in one line: a block, so that a browser without style does not join it to the link. Reasons are
 * parts of a sentence, but an editor’s note may be a full sentence.
 */
export function Reasons({ reasons }: { reasons: readonly string[] }): ReactNode {
  return reasons.length > 0 && <div className="reason">{reasons.join('; ').replace(/([.!?…。]); /g, '$1 ')}</div>;
}
