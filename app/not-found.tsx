import type { ReactNode } from 'react';
import { NotFoundPage } from '../site/not-found/page.tsx';
import { PageLayout } from '../site/page-layout.tsx';
import { notFound } from '../site/answer.ts';
import { atPresent } from './edition.ts';

/** What Next shows for an address that no route takes. */
export default function NotFound(): ReactNode {
  const { view } = atPresent(notFound);
  return (
    <PageLayout view={view} status={404}>
      <NotFoundPage />
    </PageLayout>
  );
}
