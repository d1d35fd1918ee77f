import type { ReactNode } from 'react';
import './rule.css';

export function Rule(): ReactNode {
  return <hr />;
}
