import type { ReactNode } from 'react';
import './divider.css';

export function Divider(): ReactNode {
  return <hr />;
}
