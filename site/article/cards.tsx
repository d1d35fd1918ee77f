import type { ReactNode } from 'react';
import { Picture } from '../../elements/picture/picture.tsx';
import { LanguageMark, linkLanguage } from '../shell/language-mark.tsx';
import { Reasons } from '../shell/related-links.tsx';
import { Kicker } from '../shell/teaser.tsx';
import { marked } from '../words/language.ts';
import type { Words } from '../words/words.ts';
import type { Card } from './choose-cards.ts';

/** What to read next, each with the reason for it. `language` is that of the site. */
export function Cards({
  cards,
  words,
  language,
}: {
  cards: readonly Card[];
  words: Words;
  language: string;
}): ReactNode {
  return (
    <ul className="cards">
      {cards.map(({ link, story }) => {
        const { href, title, reasons, external, lang = language, targetLang = words.page } = link;
        return (
          <li
            key={href + title}
            className={story && `accent-${story.accent}`}
            {...(external && marked(lang, words.lang))}
          >
            {story?.picture && <Picture picture={story.picture} alt="" place="end" />}
            {story && <Kicker story={story} words={words} />}
            <a
              href={href}
              {...(external ? { rel: 'external' } : marked(lang, words.lang))}
              {...linkLanguage(targetLang, words.page)}
            >
              {title}
            </a>
            <LanguageMark language={targetLang} pageLanguage={words.page} around={words.lang} />
            <Reasons reasons={reasons} words={words} />
          </li>
        );
      })}
    </ul>
  );
}
