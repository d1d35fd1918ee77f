import type { ReactNode } from 'react';
import { upperFirst } from '../../newsroom/model/text.ts';
import { Crumbs } from '../shell/crumbs.tsx';
import type { Masthead } from '../shell/layout-data.ts';
import { RichText } from '../shell/rich-text.tsx';
import { fill } from '../words/fill.ts';
import { marked } from '../words/language.ts';
import { siteWords } from '../words/words-of.ts';
import type { Words } from '../words/words.ts';
import type { StaticPageView } from './view.ts';
import '../shell/list.css';
import './page.css';

/** A page that the newsroom has written. The page about the newsroom also shows who publishes it, and its policies. */
export function StaticPage({ view }: { view: StaticPageView }): ReactNode {
  const { richText, title, description, crumbs, masthead, contact } = view;
  const { language } = view.layout.site;
  const words = siteWords(view.layout.site);
  const own = marked(language, words.lang);
  return (
    <div className="wrap index static-page">
      <header className="index-head">
        <Crumbs crumbs={crumbs} words={words} language={language} />
        <h1 {...own}>{title}</h1>
        {description && (
          <p className="standfirst" {...own}>
            {description}
          </p>
        )}
        {richText && <RichText richText={richText} words={words} language={language} />}
      </header>
      {contact && <Contact of={contact} title={masthead && words.frame.contact} />}
      {masthead && <Publisher of={masthead} words={words} />}
    </div>
  );
}

/** How to reach the newsroom. It has a title on the page about the newsroom, which has other parts too. */
function Contact({
  of: { email, telephone },
  title,
}: {
  of: NonNullable<StaticPageView['contact']>;
  title: string | undefined;
}): ReactNode {
  return (
    <section className="link-group">
      {title !== undefined && <h2>{title}</h2>}
      {email !== undefined && (
        <p>
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
      {telephone !== undefined && (
        <p>
          <a href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>{telephone}</a>
        </p>
      )}
    </section>
  );
}

function Publisher({ of: { publisher, policies }, words }: { of: Masthead; words: Words }): ReactNode {
  const texts = words.about;
  return (
    <>
      {publisher && (
        <section className="link-group">
          <h2>{texts.publisher}</h2>
          <p>{publisher.url ? <a href={publisher.url}>{publisher.name}</a> : publisher.name}</p>
          {publisher.founded && <p>{fill(texts.founded, { year: publisher.founded })}</p>}
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
          <h2>{texts.policies}</h2>
          <ul className="related">
            {Object.entries(policies).map(([name, address]) => (
              <li key={name}>
                <a href={address}>{policyName(words, name)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** The name of a policy in words. A name that the table of words does not have is shown as the newsroom wrote it. */
function policyName({ policies }: Words, name: string): string {
  return Object.entries(policies).find(([known]) => known === name)?.[1] ?? upperFirst(name.replaceAll('-', ' '));
}
