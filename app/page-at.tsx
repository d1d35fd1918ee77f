import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { pageContext, type PageContent } from '../server/page-context.ts';
import { normalPath } from '../site/addresses/routes.ts';
import { withSearch } from '../site/addresses/search.ts';
import { answer, type Answer } from '../site/answer.ts';
import { headOf } from '../site/head.ts';
import { PageLayout } from '../site/page-layout.tsx';
import type { PageName, View, ViewOf } from '../site/pages.ts';
import { UnaddressedPage } from '../site/unaddressed-page.tsx';
import { atPresent } from './present.ts';

type Params = Record<string, string | string[] | undefined>;
interface Props {
  params: Promise<Params>;
  searchParams: Promise<Params>;
}

/**
 * A route that shows one kind of page. Its view is the one that the server hands over in `pageContext`. Under `next dev`
 * and a plain `next start` there is none: then it is made from the path, which `pathFrom` builds from the parameters.
 */
export function pageAt<P extends PageName>(
  pathFrom: (params: Record<string, string>) => string,
  kind: P,
  Component: (props: { view: ViewOf<P> }) => ReactNode,
): { Page: (props: Props) => Promise<ReactNode>; generateMetadata: (props: Props) => Promise<Metadata> } {
  const viewFor = async ({ params, searchParams }: Props): Promise<View> => {
    const content =
      pageContext.getStore() ??
      contentAt((await headers()).get('host'), pathFrom(single(await params)), queryOf(await searchParams));
    return content.view;
  };
  return {
    async Page(props) {
      const view = await viewFor(props);
      return (
        <PageLayout view={view}>
          {isOf(view, kind) ? <Component view={view} /> : <UnaddressedPage view={view} />}
        </PageLayout>
      );
    },
    async generateMetadata(props) {
      return headOf(await viewFor(props));
    },
  };
}

/** Metadata and body ask for the same answer: it is made once a request. */
const answerAt = cache((host: string | null, path: string): Answer =>
  atPresent(host, (edition) => answer(edition, path)),
);

/** What an address shows. Next can send no other status for a page than 200 and 404, so what is gone gets a 404 here. */
function contentAt(host: string | null, asked: string, query: string): PageContent {
  const path = normalPath(asked);
  if (path === undefined) notFound();
  if (path !== asked && encodeURI(path) !== asked) permanentRedirect(encodeURI(path));
  const found = answerAt(host, withSearch(path, query));
  if (found.status === 308) permanentRedirect(encodeURI(found.to));
  if (found.status !== 200) notFound();
  return found;
}

/** A query string. Of several parameters with one name it has the first. */
function queryOf(parameters: Params): string {
  return new URLSearchParams(
    Object.entries(parameters).map(([name, value = '']) => [name, Array.isArray(value) ? (value[0] ?? '') : value]),
  ).toString();
}

function isOf<P extends PageName>(view: View, kind: P): view is ViewOf<P> {
  return view.page === kind;
}

function single(params: Params): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : (value ?? '')]),
  );
}
