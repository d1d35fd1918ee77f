import Link from 'next/link';
import type { ReactNode } from 'react';
import './globals.css';

const sections = ['security', 'diplomacy', 'energy', 'climate', 'space', 'technology', 'economy', 'health'];

export default function Layout({ children }: { children: ReactNode }): ReactNode {
  return (
    <html lang="en">
      <body>
        <header>
          <Link href="/">The Bench</Link>
          <nav>
            {sections.map((topic) => (
              <Link key={topic} href={`/topics/${topic}`}>
                {topic}
              </Link>
            ))}
          </nav>
        </header>
        <main>{children}</main>
        <footer>
          <p>The Bench, a newsroom to measure with.</p>
        </footer>
      </body>
    </html>
  );
}
