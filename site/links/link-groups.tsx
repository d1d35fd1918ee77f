import type { ReactNode } from 'react';
import { RelatedList } from '../shell/related-links.tsx';
import type { LinkGroup } from './groups.ts';

/** Groups of links, each under its title. */
export function LinkGroups({ groups, language }: { groups: readonly LinkGroup[]; language: string }): ReactNode {
  return groups.map(({ title, links }) => (
    <section key={title} className="link-group">
      <h2>{title}</h2>
      <RelatedList links={links} language={language} />
    </section>
  ));
}
