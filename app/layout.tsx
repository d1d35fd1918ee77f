import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { directionOf } from '../site/language.ts';
import '../components/styles/base.css';
import { paper } from '../site/head.ts';
import { atPresent } from './edition.ts';

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: paper.light },
    { media: '(prefers-color-scheme: dark)', color: paper.dark },
  ],
};

export default function Layout({ children }: { children: ReactNode }): ReactNode {
  const language = atPresent(({ site }) => site.language);
  return (
    <html lang={language} dir={directionOf(language)}>
      <body>{children}</body>
    </html>
  );
}
