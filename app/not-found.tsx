import type { ReactNode } from 'react';
import { pageContext } from '../server/page-context.ts';
import { notFound } from '../site/answer.ts';
import { PlainPage } from '../site/shell/plain-page.tsx';
import { Shell } from '../site/shell/shell.tsx';
import { atPresent } from './present.ts';

/** What Next shows for addresses that no route takes, and under `next dev` and a plain `next start` where there is nothing. */
export default function NotFound(): ReactNode {
  const { view } = pageContext.getStore() ?? atPresent(notFound);
  return (
    <Shell view={view}>
      <PlainPage view={view} />
    </Shell>
  );
}
