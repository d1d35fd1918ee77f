import type { ReactNode } from 'react';
import type { Words } from '../words/words.ts';
import { FrameLinks } from './frame-links.tsx';
import type { FrameLink } from './layout-data.ts';

/**
 * A row of links to other pages or to parts of this one. `label` names it for screen readers; with an `id`, the label is also
 * a title above it. `last` is a link of another kind at its end.
 */
export function Tags({
  id,
  label,
  links,
  last,
  words,
}: {
  id?: string;
  label: string;
  links: readonly FrameLink[];
  last?: FrameLink;
  words: Words;
}): ReactNode {
  if (links.length === 0 && !last) return null;
  return (
    <nav className="tags" {...(id === undefined ? { 'aria-label': label } : { 'aria-labelledby': id })}>
      {id !== undefined && <h2 id={id}>{label}</h2>}
      <ul>
        <FrameLinks of={links} words={words} />
        {last && <FrameLinks of={[last]} words={words} className="last" />}
      </ul>
    </nav>
  );
}
