import type { ReactNode } from 'react';
import { collectionPath, pathOf, type IndexedKind } from '../addresses/routes.ts';
import { Picture } from '../../elements/picture/picture.tsx';
import { shownPicture } from '../shell/find-picture.ts';
import { PageNumber } from '../shell/page-number.tsx';
import { Tags } from '../shell/tags.tsx';
import { Day } from '../shell/time.tsx';
import { countryName } from '../words/dates.ts';
import { counted } from '../words/fill.ts';
import { indexTitle } from '../words/labels.ts';
import { marked } from '../words/language.ts';
import { Phrase } from '../words/phrase.tsx';
import { siteWords } from '../words/words-of.ts';
import type { Words } from '../words/words.ts';
import { initialOf } from './initial.ts';
import type { CollectionsView, IndexEntry } from './view.ts';
import '../shell/list.css';
import './page.css';

/** All authors, places, agencies or storylines. */
export function CollectionsPage({ view }: { view: CollectionsView }): ReactNode {
  const { kind, number, pages, entries } = view;
  const words = siteWords(view.layout.site);
  const closed = entries.filter(({ storyline }) => storyline?.status === 'closed');
  const others = entries.filter((entry) => !closed.includes(entry));
  return (
    <div className="wrap index">
      <header className="index-head">
        <h1>
          {indexTitle(words, kind)}
          <PageNumber number={number === 1 ? undefined : number} words={words} />
        </h1>
      </header>
      {kind === 'storyline' ? (
        <>
          <Part title={words.collection.runningNow} kind={kind} entries={others} words={words} />
          <Part title={words.collection.closedStorylines} kind={kind} entries={closed} words={words} />
        </>
      ) : (
        <Letters kind={kind} entries={entries} words={words} />
      )}
      {pages > 1 && (
        <nav className="pager" aria-label={words.list.pages}>
          {number > 1 && <a href={pageAddress(kind, number - 1)}>{words.search.previous}</a>}
          {number < pages && <a href={pageAddress(kind, number + 1)}>{words.search.next}</a>}
        </nav>
      )}
    </div>
  );
}

function pageAddress(kind: IndexedKind, number: number): string {
  return pathOf({ page: 'collections', kind, ...(number > 1 && { number }) });
}

interface EntriesProps {
  kind: IndexedKind;
  entries: readonly IndexEntry[];
  words: Words;
}

/** Storylines of one status, with a title. */
function Part({ title, ...rest }: EntriesProps & { title: string }): ReactNode {
  if (rest.entries.length === 0) return null;
  return (
    <section className="link-group periods-part">
      <h2>{title}</h2>
      <Entries {...rest} level="h3" />
    </section>
  );
}

/** The most names in one list. More names are listed letter by letter. */
const fewNames = 24;

function Letters(props: EntriesProps): ReactNode {
  const { entries, words } = props;
  const letters = [...Map.groupBy(entries, ({ title }) => initialOf(title, words.page))];
  if (entries.length <= fewNames || letters.length < 2) return <Entries {...props} level="h2" />;
  return (
    <>
      <Tags
        label={indexTitle(words, props.kind)}
        links={letters.map(([letter], index) => ({ href: `#letter-${index + 1}`, title: letter }))}
        words={words}
      />
      {letters.map(([letter, of], index) => (
        <section key={letter} id={`letter-${index + 1}`} className="link-group periods-part">
          <h2 {...marked(words.page, words.lang)}>{letter}</h2>
          <Entries {...props} entries={of} level="h3" />
        </section>
      ))}
    </>
  );
}

function Entries({ kind, entries, words, level: Heading }: EntriesProps & { level: 'h2' | 'h3' }): ReactNode {
  const own = marked(words.page, words.lang);
  return (
    <ul className={kind === 'storyline' ? 'periods lines' : 'periods'}>
      {entries.map(({ slug, title, role, portrait, country, count, storyline }) => {
        const articles = counted(words, words.parts.articles, count);
        const countryInWords = country === undefined ? undefined : countryName(country, words.lang);
        return (
          <li
            key={slug}
            className={portrait ? 'with-portrait' : storyline?.picture ? 'with-portrait with-picture' : undefined}
          >
            {storyline?.picture && <Picture picture={shownPicture(storyline.picture)} alt="" place="thumb" />}
            {portrait && <Picture picture={shownPicture(portrait)} alt="" place="portrait" />}
            <Heading>
              <a href={collectionPath(kind, slug)} {...own}>
                {title}
              </a>
            </Heading>
            {storyline?.opening !== undefined && (
              <p className="standfirst" {...own}>
                {storyline.opening}
              </p>
            )}
            {role !== undefined && (
              <p className="reason" {...own}>
                {role}
              </p>
            )}
            {countryInWords !== undefined && !title.endsWith(countryInWords) && (
              <p className="reason">{countryInWords}</p>
            )}
            <p className="reason">
              {storyline ? (
                <Phrase
                  of={words.collection.newestOn}
                  parts={{ articles, day: <Day of={storyline.newest} words={words} /> }}
                />
              ) : (
                articles
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
