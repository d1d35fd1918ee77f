import type { ReactNode } from 'react';
import type { BlockDifference, Piece } from '../../newsroom/history/difference.ts';
import { Crumbs } from '../shell/crumbs.tsx';
import { directionOf, marked } from '../words/language.ts';
import { counted, fill } from '../words/fill.ts';
import { Phrase } from '../words/phrase.tsx';
import { storyWords } from '../words/words-of.ts';
import type { Words } from '../words/words.ts';
import { Moment } from '../shell/time.tsx';
import { changeInWords } from '../words/changes.ts';
import type { VersionView } from './view.ts';
import '../shell/list.css';
import './page.css';

/** One version of a story, with what it changed. */
export function VersionPage({ view }: { view: VersionView }): ReactNode {
  const { story, accent, crumbs, version, before, partial, difference } = view;
  const { language } = view.layout.site;
  const words = storyWords(view.layout.site, story);
  const texts = words.version;
  const time = <Moment of={version.at} dayOnly={version.dayOnly} words={words} />;
  return (
    <div className={`wrap index history accent-${accent}`} {...marked(words.page, language)}>
      <header className="index-head">
        <Crumbs crumbs={crumbs} words={words} language={language} />
        <h1>
          {fill(words.history.version, {
            number: version.number,
            change: changeInWords(words, version.change, partial),
          })}
        </h1>
        <p className="standfirst">
          {before ? (
            <Phrase
              of={texts.compared}
              parts={{
                time,
                version: (
                  <a href={`${story.address}/history/${before.number}`}>
                    {fill(texts.earlier, { number: before.number })}
                  </a>
                ),
                earlier: <Moment of={before.at} dayOnly={before.dayOnly} words={words} />,
              }}
            />
          ) : (
            <Phrase of={texts.alone} parts={{ time }} />
          )}
        </p>
        {before && (
          <p className="legend">
            <span>
              <ins>{counted(words, texts.added, difference.added)}</ins>
            </span>{' '}
            <span>
              <del>{counted(words, texts.removed, difference.removed)}</del>
            </span>
          </p>
        )}
        <p className="ways">
          <a href={`${story.address}/history`}>{texts.all}</a> <a href={story.address}>{texts.now}</a>
        </p>
      </header>
      <article className="then" lang={story.lang} dir={directionOf(story.lang)}>
        <h2>
          <Pieces pieces={difference.headline} words={words} />
        </h2>
        {difference.standfirst.length > 0 && (
          <p className="standfirst">
            <Pieces pieces={difference.standfirst} words={words} />
          </p>
        )}
        {difference.blocks.map((block, index) => (
          <Block key={index} block={block} words={words} />
        ))}
      </article>
    </div>
  );
}

/** Blocks have little style: this is a record of the words, not the page as it was. */
function Block({ block: { kind, pieces }, words }: { block: BlockDifference; words: Words }): ReactNode {
  const content = <Pieces pieces={pieces} words={words} />;
  switch (kind) {
    case 'crosshead':
      return <h3>{content}</h3>;
    case 'quote':
      return <blockquote>{content}</blockquote>;
    case 'preformatted':
      return <pre>{content}</pre>;
    case 'paragraph':
      return <p>{content}</p>;
    case 'item':
    case 'title':
    case 'caption':
    case 'row':
      return <p className={kind}>{content}</p>;
    case 'correction':
    case 'picture':
    case 'note':
    case 'source':
      return (
        <p className={kind}>
          <b lang={words.lang}>{words.version[kind]}</b> {content}
        </p>
      );
  }
}

/** Words say what was added and what was taken out, for readers who listen to the page. */
function Pieces({ pieces, words: { lang, version } }: { pieces: readonly Piece[]; words: Words }): ReactNode {
  return pieces.map(({ text, change }, index) => {
    if (change === undefined) return text;
    const [open, end] =
      change === 'added' ? [version.beforeAdded, version.afterAdded] : [version.beforeRemoved, version.afterRemoved];
    const Mark = change === 'added' ? 'ins' : 'del';
    return (
      <Mark key={index}>
        <span className="unseen" lang={lang}>
          {open}
        </span>
        {text}
        <span className="unseen" lang={lang}>
          {end}
        </span>
      </Mark>
    );
  });
}
