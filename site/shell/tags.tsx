import type { ReactNode } from 'react';
import { marked } from '../words/language.ts';
import type { Words } from '../words/words.ts';
import type { FrameLink } from './layout-data.ts';

/**
 * A row of links to other pages or to parts of this one. `label` names it for screen readers. `last` is a link of another kind
 * at its end.
 */
export function Tags({
  label,
  links,
  last,
  words,
}: {
  label: string;
  links: readonly FrameLink[];
  last?: FrameLink;
  words: Words;
}): ReactNode {
  const all = last ? [...links, last] : links;
  if (all.length === 0) return null;
  return (
    <nav className="tags" aria-label={label}>
      <ul>
        {all.map(({ href, title, lang = words.page }) => (
          <li key={href} className={href === last?.href ? 'last' : undefined}>
            <a href={href} {...marked(lang, words.lang)}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
