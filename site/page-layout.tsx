import type { ReactNode } from 'react';
import { describe } from './describe.ts';
import { escapeJsonLd } from './json-ld/escape.ts';
import type { View } from './pages.ts';
import { Shell } from './shell/shell.tsx';

/** A page of any kind: what is around its content, and what it says to machines, as data that no browser runs. */
export function PageLayout({ view, children }: { view: View; children: ReactNode }): ReactNode {
  const graph = describe(view);
  return (
    <Shell
      view={view}
      front={view.page === 'front'}
      structuredData={
        graph && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: escapeJsonLd(graph) }} />
      }
    >
      {children}
    </Shell>
  );
}
