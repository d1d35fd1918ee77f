import type { ReactNode } from 'react';
import { Picture } from '../../elements/picture/picture.tsx';
import type { LinkedTeaser } from './linked-teaser.ts';
import type { RelatedLink } from '../related/links.ts';
import { marked } from '../words/language.ts';
import { Phrase } from '../words/phrase.tsx';
import type { Words } from '../words/words.ts';
import { Kicker } from './teaser.tsx';
import { LanguageMark, linkLanguage } from './language-mark.tsx';

/** Links, each with the reasons for it in small type below. `language` is that of the site. */
export function RelatedList({
  links,
  teasers,
  words,
  language,
}: {
  links: readonly RelatedLink[];
  /** What is shown of the stories among them, by address. */
  teasers: Readonly<Record<string, LinkedTeaser>>;
  words: Words;
  language: string;
}): ReactNode {
  return (
    <ul className="related">
      {links.map((link) => {
        const teaser = teasers[link.href];
        return (
          <RelatedItem
            key={link.href + link.title}
            link={link}
            words={words}
            language={language}
            className={teaser && `accent-${teaser.accent}`}
          >
            {teaser?.picture && <Picture picture={teaser.picture} alt="" place="thumb" />}
            {teaser && <Kicker story={teaser} words={words} />}
          </RelatedItem>
        );
      })}
    </ul>
  );
}

/** An item of a list of links. `children` are before the link. `language` is that of the site. */
export function RelatedItem({
  link,
  words,
  language,
  className,
  children,
}: {
  link: RelatedLink;
  words: Words;
  language: string;
  className?: string | undefined;
  children?: ReactNode;
}): ReactNode {
  const { href, title, at, reasons, external, lang = language, targetLang = words.page } = link;
  // What is elsewhere has its reasons in the language of its title.
  const own = marked(lang, words.lang);
  return (
    <li className={className} {...(external && own)}>
      {children}
      <a href={href} {...(external ? { rel: 'external' } : own)} {...linkLanguage(targetLang, words.page)}>
        {at ? <Phrase of={at.words} parts={{ learn: title, title: <bdi>{at.name}</bdi> }} /> : title}
      </a>
      <LanguageMark language={targetLang} pageLanguage={words.page} around={words.lang} />
      <Reasons reasons={reasons} words={words} />
    </li>
  );
}

/**
 * Why a link is there, in one line: a block, so that a browser without style does not join it to the link. Reasons are
 * parts of a sentence, but an editor’s note may be a full sentence.
 */
export function Reasons({ reasons, words }: { reasons: readonly string[]; words: Words }): ReactNode {
  if (reasons.length === 0) return null;
  const line = reasons.reduce(
    (before, next) => before + (/[.!?…。؟]$/.test(before) ? ' ' : words.parts.semicolon) + next,
  );
  return <div className="reason">{line}</div>;
}
