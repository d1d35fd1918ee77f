import type { ReactNode } from 'react';
import '../components/styles/base.css';
import { atPresent } from './edition.ts';

export default function Layout({ children }: { children: ReactNode }): ReactNode {
  return (
    <html lang={atPresent(({ site }) => site.language)}>
      <body>{children}</body>
    </html>
  );
}
