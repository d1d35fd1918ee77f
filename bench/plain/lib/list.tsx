import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Article } from './articles';

export function List({ articles }: { articles: Article[] }): ReactNode {
  return (
    <ul className="list">
      {articles.map(({ path, headline, standfirst, published }) => (
        <li key={path}>
          <Link href={path}>{headline}</Link>
          <p>{standfirst}</p>
          <time dateTime={published}>{published.slice(0, 10)}</time>
        </li>
      ))}
    </ul>
  );
}
