import type { ReactNode } from 'react';
import { describe } from '../json-ld/describe.ts';
import { escapeJsonLd } from '../json-ld/escape.ts';
import type { View } from '../views.ts';

/** What the page is, for machines: a block of data in the page, which nothing runs. */
export function StructuredData({ view }: { view: View }): ReactNode {
  const graph = describe(view);
  return graph && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: escapeJsonLd(graph) }} />;
}
