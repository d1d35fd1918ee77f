import type { ReactNode } from 'react';
import type { Words } from '../words/words.ts';
import { FrameLinks } from './frame-links.tsx';
import type { FrameLink } from './layout-data.ts';

/** A row of links to other pages or to parts of this one. `label` names it for screen readers. */
export function Tags({ label, links, words }: { label: string; links: readonly FrameLink[]; words: Words }): ReactNode {
  if (links.length === 0) return null;
  return (
    <nav className="tags" aria-label={label}>
      <ul>
        <FrameLinks of={links} words={words} />
      </ul>
    </nav>
  );
}
