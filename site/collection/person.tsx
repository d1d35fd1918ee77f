import type { ReactNode } from 'react';
import type { CollectionView } from './view.ts';

/** How to reach an author: an e-mail address, and accounts elsewhere. */
export function Contact({ detail: { email, ...detail } }: Pick<CollectionView, 'detail'>): ReactNode {
  const accounts = detail.accounts ?? [];
  if (email === undefined && accounts.length === 0) return null;
  return (
    <ul className="contact">
      {email !== undefined && (
        <li>
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
      {accounts.map(({ href, title }) => (
        <li key={href}>
          <a href={href} rel="me">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
