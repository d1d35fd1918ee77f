import type { ReactNode } from 'react';
import { notFound } from '../site/answer.ts';
import { PlainPage } from '../site/shell/plain-page.tsx';
import { Shell } from '../site/shell/shell.tsx';
import { atPresent } from './present.ts';

/** What Next shows under `next dev` and a plain `next start` for addresses with nothing at them. */
export default function NotFound(): ReactNode {
  const { view } = atPresent(notFound);
  return (
    <Shell view={view}>
      <PlainPage view={view} />
    </Shell>
  );
}
