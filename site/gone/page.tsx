import type { ReactNode } from 'react';
import { PlainPage } from '../shell/plain-page.tsx';
import type { GoneView } from './view.ts';

export function GonePage({ view }: { view: GoneView }): ReactNode {
  return <PlainPage title="This story was withdrawn" words={view.reason ?? 'It is no longer published.'} />;
}
