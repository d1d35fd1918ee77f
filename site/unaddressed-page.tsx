import type { ReactNode } from 'react';
import { EmptyPage } from './empty/page.tsx';
import { GonePage } from './gone/page.tsx';
import { NotFoundPage } from './not-found/page.tsx';
import type { UnaddressedKind, View, ViewOf } from './pages.ts';

const components: { [P in UnaddressedKind]: (props: { view: ViewOf<P> }) => ReactNode } = {
  empty: EmptyPage,
  gone: GonePage,
  'not-found': NotFoundPage,
};

/**
 * The page of a kind without an address, which every address can answer. A view of another kind is a fault of the route
 * that shows it: it throws a TypeError.
 */
export function UnaddressedPage({ view }: { view: View }): ReactNode {
  if (!isUnaddressed(view)) throw new TypeError(`The view of a page “${view.page}” came to a route of another kind.`);
  return <Unaddressed view={view} />;
}

function isUnaddressed(view: View): view is ViewOf<UnaddressedKind> {
  return Object.hasOwn(components, view.page);
}

function Unaddressed<P extends UnaddressedKind>({ view }: { view: ViewOf<P> }): ReactNode {
  const Component: (props: { view: ViewOf<P> }) => ReactNode = components[view.page];
  return <Component view={view} />;
}
