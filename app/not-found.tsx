import type { ReactNode } from 'react';
import { PlainPage } from '../site/shell/plain-page.tsx';
import { Shell } from '../site/shell/shell.tsx';
import { notFound } from '../site/answer.ts';
import { atPresent } from './edition.ts';

/** What Next shows for an address that no route takes. */
export default function NotFound(): ReactNode {
  const { view } = atPresent(notFound);
  return (
    <Shell view={view} status={404}>
      <PlainPage view={view} />
    </Shell>
  );
}
