import { Fragment, type ReactNode } from 'react';
import { feedFormats, feedPath, languageBase } from '../addresses/feeds.ts';
import { searchPath } from '../addresses/search.ts';
import { collectionPath, pathOf, pictureUrl } from '../addresses/routes.ts';
import { FrameLinks } from './frame-links.tsx';
import { linkInWords, type FrameLink, type LayoutData } from './layout-data.ts';
import type { PageView } from './page-view.ts';
import { marked, nameOf } from '../words/language.ts';
import { fill } from '../words/fill.ts';
import { indexTitle } from '../words/labels.ts';
import { Phrase } from '../words/phrase.tsx';
import type { Words } from '../words/words.ts';
import { siteWords } from '../words/words-of.ts';
import { Moment } from './time.tsx';

/** A name with more characters is set smaller, or it would fill the screen of a phone. */
const longName = 18;

/** What is around the content of every page: the link past the navigation, the name, the sections, and the footer. */
export function Shell({
  view,
  front,
  structuredData,
  children,
}: {
  view: PageView;
  /** Whether it is the front page, on which the name is large. */
  front: boolean;
  structuredData: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { site, sections, previewedAt, logo, menu } = view.layout;
  const current = currentSection(view);
  const words = siteWords(site);
  const { frame } = words;
  // Without words in the language of the site, the frame is in English and marked as English. What the newsroom wrote is
  // marked in it as in the language of the site.
  const lang = words.lang === words.page ? {} : { lang: words.lang };
  const own = marked(site.language, words.lang);
  return (
    <>
      <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculation }} />
      <a className="skip" href="#content" {...lang}>
        {frame.skip}
      </a>
      <header {...lang} className={front ? 'masthead masthead-front' : 'masthead'}>
        {previewedAt !== undefined && (
          <p className="preview">
            <Phrase of={frame.preview} parts={{ time: <Moment of={previewedAt} words={words} /> }} />
          </p>
        )}
        <div className="wrap">
          <a className={site.name.length > longName ? 'name name-long' : 'name'} href="/" {...own}>
            {logo ? <LogoPicture of={logo} name={site.name} /> : site.name}
          </a>{' '}
          {view.path !== searchPath && (
            <>
              <a className="to-search" href={searchPath}>
                {frame.search}
              </a>
              <search className="find" aria-label={frame.theSite}>
                <FindForm id="find" site={site} />
              </search>
            </>
          )}
        </div>
        <nav className="sections" aria-label={frame.sections}>
          <ul className="wrap">
            {sections.map(({ slug, title, accent }) => (
              <li key={slug} className={`accent-${accent}`}>
                <a
                  href={collectionPath('topic', slug)}
                  {...own}
                  {...(slug === current && { 'aria-current': 'true' as const })}
                >
                  {title}
                </a>
              </li>
            ))}
            {sections.length > 0 && (
              <li>
                <a href="/topics" {...(view.path === '/topics' && { 'aria-current': 'page' as const })}>
                  {frame.allTopics}
                </a>
              </li>
            )}
            {menu.map(({ href, title, lang: of = site.language }) => (
              <li key={href}>
                <a
                  href={href}
                  {...marked(of, words.lang)}
                  {...(href === view.path && { 'aria-current': 'page' as const })}
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main {...lang} id="content">
        {children}
      </main>
      {structuredData}
      <Footer layout={view.layout} words={words} path={view.path} />
    </>
  );
}

/** The field and the button of a search of the site. `id` is that of the field, which has a label. */
function FindForm({ id, site, className }: { id: string; site: LayoutData['site']; className?: string }): ReactNode {
  const { frame } = siteWords(site);
  return (
    <form className={className} action={searchPath}>
      <label className="unseen" htmlFor={id}>
        {fill(frame.searchSite, { site: site.name })}
      </label>
      <input id={id} name="q" type="search" dir="auto" enterKeyHint="search" />
      <button>{frame.search}</button>
    </form>
  );
}

/** The foot of every page: what the newspaper is, a search, and links to what there is, in columns. */
function Footer({ layout, words, path }: { layout: LayoutData; words: Words; path: string }): ReactNode {
  const { site, feeds, languages, foot, counter } = layout;
  const { frame } = words;
  const own = marked(site.language, words.lang);
  return (
    <footer {...(words.lang !== words.page && { lang: words.lang })} className="foot">
      <div className="wrap">
        <div className="foot-about">
          <p className="foot-name">
            <a href="/" {...own}>
              {site.name}
            </a>
          </p>
          {site.description && <p {...own}>{site.description}</p>}
          <FindForm id="find-below" site={site} className="find" />
        </div>
        <nav aria-label={frame.theSite}>
          {columnsOf(layout, words).map(
            ({ title, links }) =>
              links.length > 0 && (
                <Column key={title} title={title} many={links.length > 8}>
                  <FrameLinks of={links} words={words} />
                </Column>
              ),
          )}
          {(feeds || foot.social.length > 0 || foot.newsletter !== undefined) && (
            <Column title={frame.follow}>
              {foot.newsletter !== undefined && (
                <FrameLinks of={[linkInWords(words, frame.newsletter, foot.newsletter)]} words={words} />
              )}
              <FrameLinks of={foot.social} words={words} rel="me" />
              {feeds &&
                feedFormats.map((format) => (
                  <li key={format.name}>
                    <a href={feedPath('/', format)} type={format.type}>
                      {format.words}
                    </a>
                  </li>
                ))}
            </Column>
          )}
          {languages.length > 0 && <Languages of={languages} site={site} words={words} path={path} />}
        </nav>
        {foot.titles && (
          <div className="titles">
            <h2>{frame.otherTitles}</h2>
            <ul>
              <FrameLinks of={foot.titles} words={words} />
            </ul>
          </div>
        )}
        {foot.imprint.length > 0 && (
          <p className="imprint" {...own}>
            {foot.imprint.map((part, index) => (
              <Fragment key={part}>
                {index > 0 && ' · '}
                <bdi>{part}</bdi>
              </Fragment>
            ))}
          </p>
        )}
        {counter !== undefined && (
          <img className="counter" src={counter} alt="" width={1} height={1} fetchPriority="low" />
        )}
      </div>
    </footer>
  );
}

/** The columns of links at the foot that say what the site has. */
function columnsOf(
  { sections, feeds, indexes, corrections, foot }: LayoutData,
  words: Words,
): { title: string; links: FrameLink[] }[] {
  const { frame } = words;
  const fixed = (title: string, href: string): FrameLink => linkInWords(words, title, href);
  return [
    {
      title: frame.sections,
      links: sections.map(({ slug, title }) => ({ href: collectionPath('topic', slug), title })),
    },
    {
      title: frame.read,
      links: [
        ...(feeds ? [fixed(words.latest.title, '/latest'), fixed(frame.archive, '/archive')] : []),
        ...indexes.map((kind) => fixed(indexTitle(words, kind), pathOf({ page: 'collections', kind }))),
        ...(sections.length > 0 ? [fixed(frame.allTopics, '/topics')] : []),
        fixed(frame.search, searchPath),
      ],
    },
    {
      title: frame.thePaper,
      links: [
        fixed(frame.about, '/about'),
        ...foot.paper,
        ...(corrections ? [fixed(frame.corrections, '/corrections')] : []),
        ...(foot.tips === undefined ? [] : [fixed(frame.tip, foot.tips)]),
      ],
    },
  ];
}

/** Links to the stories in each language; those in the language of the site are the site itself. */
function Languages({
  of,
  site,
  words,
  path,
}: {
  of: readonly string[];
  site: LayoutData['site'];
  words: Words;
  path: string;
}): ReactNode {
  return (
    <Column title={words.frame.languages}>
      {[site.language, ...of].map((language) => {
        const href = language === site.language ? '/' : languageBase(language);
        return (
          <li key={language}>
            <a
              href={href}
              hrefLang={language}
              {...marked(language, words.lang)}
              {...(href === path && { 'aria-current': 'page' as const })}
            >
              {nameOf(language)}
            </a>
          </li>
        );
      })}
    </Column>
  );
}

function Column({ title, many, children }: { title: string; many?: boolean; children: ReactNode }): ReactNode {
  return (
    <div className={many ? 'foot-many' : undefined}>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </div>
  );
}

function LogoPicture({ of: { light, dark }, name }: { of: NonNullable<LayoutData['logo']>; name: string }): ReactNode {
  const { src, width, height } = light;
  return (
    <picture>
      {dark && (
        <source
          media="(prefers-color-scheme: dark)"
          srcSet={pictureUrl(dark.src)}
          width={dark.width}
          height={dark.height}
        />
      )}
      <img className="logo" src={pictureUrl(src)} alt={name} width={width} height={height} />
    </picture>
  );
}

/**
 * Lets the browser fetch the pages behind links before a reader follows them, and prepare one that a reader is about to
 * open. The browser does this without a script. A link with a type does not lead to a page. A search costs the server
 * more than a page that is cached, so it is not begun before a reader asks for it.
 */
const pages = {
  and: [
    { href_matches: '/*' },
    { not: { selector_matches: `[type],[href="${searchPath}"],[href^="${searchPath}?"]` } },
  ],
};
const speculation = JSON.stringify({
  prefetch: [{ where: pages, eagerness: 'moderate' }],
  prerender: [{ where: pages, eagerness: 'conservative' }],
});

function currentSection({ crumbs, path: own }: PageView): string | undefined {
  const path = crumbs?.[0]?.path ?? own;
  return path.startsWith('/topics/') ? path.slice('/topics/'.length) : undefined;
}
