import type { ReactNode } from 'react';

export function Rule(): ReactNode {
  return <hr />;
}
