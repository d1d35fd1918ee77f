import type { ReactNode } from 'react';
import type { AboutView } from './view.ts';
import { RichText } from '../shell/rich-text.tsx';
import '../shell/list.css';
import './page.css';

/** What the newsroom says about itself, who publishes it, how to reach it, and its policies. */
export function AboutPage({ view }: { view: AboutView }): ReactNode {
  const { richText, title, publisher, policies } = view;
  const { description, language } = view.layout.site;
  return (
    <div className="wrap index about">
      <header className="index-head">
        <h1>{title}</h1>
        {description && <p className="standfirst">{description}</p>}
        {richText && <RichText richText={richText} language={language} />}
      </header>
      {publisher && (
        <section className="link-group">
          <h2>Publisher</h2>
          <p>{publisher.url ? <a href={publisher.url}>{publisher.name}</a> : publisher.name}</p>
          {publisher.founded && <p>Founded {publisher.founded}</p>}
          {publisher.address && <p>{publisher.address}</p>}
          {publisher.email && (
            <p>
              <a href={`mailto:${publisher.email}`}>{publisher.email}</a>
            </p>
          )}
        </section>
      )}
      {Object.keys(policies).length > 0 && (
        <section className="link-group">
          <h2>Policies</h2>
          <ul className="related">
            {Object.entries(policies).map(([name, address]) => (
              <li key={name}>
                <a href={address}>{name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
