import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { PlainPage } from '../site/plain-page.tsx';
import { PageLayout } from '../site/page-layout.tsx';
import { answer, type Answer } from '../site/answer.ts';
import { headOf } from '../site/head.ts';
import { normalPath } from '../site/addresses/routes.ts';
import type { PageName, View, ViewOf } from '../site/pages.ts';
import { atPresent } from './edition.ts';

type Params = Record<string, string | string[] | undefined>;
interface Props {
  params: Promise<Params>;
}

/** Metadata and body ask for the same answer: the edition is read once a page. */
const answerAt = cache((path: string): Answer =>
  atPresent((edition) => answer(edition, normalPath(path) ?? '/not-found')),
);

/**
 * A route: its address from the parameters, the edition's answer, and the component of its kind of page. An address
 * with nothing at it gets a plain page; `delivery/` sends it with the status that the answer has.
 */
export function pageAt<P extends PageName>(
  pathFrom: (params: Record<string, string>) => string,
  kind: P,
  Component: (props: { view: ViewOf<P> }) => ReactNode,
): { Page: (props: Props) => Promise<ReactNode>; generateMetadata: (props: Props) => Promise<Metadata> } {
  const answered = async ({ params }: Props): Promise<Answer> => answerAt(pathFrom(single(await params)));
  return {
    async Page(props) {
      const found = await answered(props);
      if (found.status === 308) permanentRedirect(encodeURI(found.to));
      const { view, status } = found;
      return (
        <PageLayout view={view} status={status}>
          {isOf(view, kind) ? <Component view={view} /> : <PlainPage view={view} />}
        </PageLayout>
      );
    },
    async generateMetadata(props) {
      const found = await answered(props);
      return found.status === 308 ? {} : headOf(found.view);
    },
  };
}

function isOf<P extends PageName>(view: View, kind: P): view is ViewOf<P> {
  return view.page === kind;
}

/** No page is made at build time: the build is the same for any archive. */
export function onDemand(): [] {
  return [];
}

function single(params: Params): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : (value ?? '')]),
  );
}
