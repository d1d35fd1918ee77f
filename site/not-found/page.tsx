import type { ReactNode } from 'react';
import { PlainPage } from '../shell/plain-page.tsx';

export function NotFoundPage(): ReactNode {
  return (
    <PlainPage
      title="There is no page at this address"
      words="It may have been mistyped, or the link that led here may be wrong."
    />
  );
}
