import type { ReactNode } from 'react';
import { NotFoundPage } from '../site/not-found/page.tsx';
import { PageLayout } from '../site/page-layout.tsx';
import { notFound } from '../site/answer.ts';
import { atPresent } from './present.ts';

/** What Next shows under `next dev` and a plain `next start` for addresses with nothing at them. */
export default function NotFound(): ReactNode {
  const { view } = atPresent(notFound);
  return (
    <PageLayout view={view}>
      <NotFoundPage />
    </PageLayout>
  );
}
