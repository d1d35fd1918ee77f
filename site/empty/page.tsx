import type { ReactNode } from 'react';
import { PlainPage } from '../shell/plain-page.tsx';
import type { EmptyView } from './view.ts';

export function EmptyPage({ view }: { view: EmptyView }): ReactNode {
  return <PlainPage title={view.layout.site.name} words="Nothing has been published here yet." />;
}
