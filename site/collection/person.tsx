import type { ReactNode } from 'react';
import { Picture } from '../../elements/picture/picture.tsx';
import { shownPicture } from '../shell/find-picture.ts';
import type { CollectionView } from './view.ts';

/** The portrait of an author; nothing where there is none. */
export function Portrait({ detail: { portrait } }: Pick<CollectionView, 'detail'>): ReactNode {
  if (!portrait) return null;
  return (
    <figure className="profile">
      <Picture picture={shownPicture(portrait)} alt={portrait.alt} place="profile" eager />
      {portrait.credit !== undefined && <figcaption>{portrait.credit}</figcaption>}
    </figure>
  );
}

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
