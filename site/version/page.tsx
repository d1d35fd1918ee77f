import type { ReactNode } from 'react';
import type { BlockDifference, Piece } from '../../newsroom/history/difference.ts';
import { Crumbs } from '../shell/crumbs.tsx';
import { directionOf } from '../words/language.ts';
import { Moment } from '../shell/time.tsx';
import { changeInWords } from '../words/changes.ts';
import type { VersionView } from './view.ts';
import '../shell/list.css';
import './page.css';

/** One version of a story, with what it changed. */
export function VersionPage({ view }: { view: VersionView }): ReactNode {
  const { story, accent, crumbs, version, before, partial, difference } = view;
  const { language } = view.layout.site;
  return (
    <div className={`wrap index history accent-${accent}`}>
      <header className="index-head">
        <Crumbs crumbs={crumbs} />
        <h1>
          Version {version.number}: {changeInWords(version.change, partial)}
        </h1>
        <p className="standfirst">
          <Moment of={version.at} language={language} />
          {before && (
            <>
              , compared with <a href={`${story.address}/history/${before.number}`}>version {before.number}</a> of{' '}
              <Moment of={before.at} language={language} />
            </>
          )}
          .
        </p>
        {before && (
          <p className="legend">
            <span>
              <ins>{words(difference.added)} added</ins>
            </span>{' '}
            <span>
              <del>{words(difference.removed)} taken out</del>
            </span>
          </p>
        )}
        <p className="ways">
          <a href={`${story.address}/history`}>All versions</a> <a href={story.address}>The story as it is now</a>
        </p>
      </header>
      <article className="then" lang={story.lang} dir={directionOf(story.lang)}>
        <h2>
          <Pieces pieces={difference.headline} language={language} />
        </h2>
        {difference.standfirst.length > 0 && (
          <p className="standfirst">
            <Pieces pieces={difference.standfirst} language={language} />
          </p>
        )}
        {difference.blocks.map((block, index) => (
          <Block key={index} block={block} language={language} />
        ))}
      </article>
    </div>
  );
}

/** Blocks have little style: this is a record of the words, not the page as it was. */
function Block({ block: { kind, pieces }, language }: { block: BlockDifference; language: string }): ReactNode {
  const content = <Pieces pieces={pieces} language={language} />;
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
          <b lang={language}>{blockWords[kind]}:</b> {content}
        </p>
      );
  }
}

const blockWords = { correction: 'Correction', picture: 'Picture', note: 'Note', source: 'Source' } as const;

/** Words say what was added and what was taken out, for readers who listen to the page. */
function Pieces({ pieces, language }: { pieces: readonly Piece[]; language: string }): ReactNode {
  return pieces.map(({ text, change }, index) => {
    if (change === undefined) return text;
    const [open, end] =
      change === 'added' ? ['added: ', ' end of addition '] : ['taken out: ', ' end of what was taken out '];
    const Mark = change === 'added' ? 'ins' : 'del';
    return (
      <Mark key={index}>
        <span className="unseen" lang={language}>
          {open}
        </span>
        {text}
        <span className="unseen" lang={language}>
          {end}
        </span>
      </Mark>
    );
  });
}

function words(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'word' : 'words'}`;
}
