import type { ReactNode } from 'react';
import type { Crumb } from './layout-data.ts';

/** The way down to this page. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }): ReactNode {
  if (crumbs.length === 0) return null;
  return (
    <nav className="crumbs" aria-label="Breadcrumb">
      <ol>
        {crumbs.map(({ title, path }) => (
          <li key={path}>
            <a href={path}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
