import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { pageContext } from '../server/page-context.ts';
import { NotFoundPage } from '../site/not-found/page.tsx';
import { PageLayout } from '../site/page-layout.tsx';
import { notFound } from '../site/answer.ts';
import { atPresent } from './present.ts';

/** What Next shows for addresses that no route takes, and under `next dev` and a plain `next start` where there is nothing. */
export default async function NotFound(): Promise<ReactNode> {
  const { view } = pageContext.getStore() ?? atPresent((await headers()).get('host'), notFound);
  return (
    <PageLayout view={view}>
      <NotFoundPage view={view} />
    </PageLayout>
  );
}
