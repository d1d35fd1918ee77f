import type { ReactNode } from 'react';
import { collectionPath } from '../addresses/routes.ts';
import { LinkGroups } from '../links/link-groups.tsx';
import { Crumbs } from '../shell/crumbs.tsx';
import { fill } from '../words/fill.ts';
import { marked } from '../words/language.ts';
import { Phrase } from '../words/phrase.tsx';
import { siteWords } from '../words/words-of.ts';
import type { TopicLinksView } from './view.ts';
import '../shell/list.css';

/** The page of links on a topic. */
export function TopicLinksPage({ view }: { view: TopicLinksView }): ReactNode {
  const { topic, accent, crumbs, groups, teasers } = view;
  const { language } = view.layout.site;
  const words = siteWords(view.layout.site);
  const texts = words.links;
  return (
    <div className={`wrap index accent-${accent}`}>
      <header className="index-head">
        <Crumbs crumbs={crumbs} words={words} language={language} />
        <p className="kicker">{texts.kicker}</p>
        <h1 {...marked(language, words.lang)}>{topic.learn}</h1>
        <p className="standfirst">
          <Phrase
            of={texts.lead}
            parts={{
              all: <a href={collectionPath('topic', topic.slug)}>{fill(texts.allOnTopic, { topic: topic.title })}</a>,
            }}
          />
        </p>
      </header>
      <LinkGroups groups={groups} teasers={teasers} words={words} language={language} />
    </div>
  );
}
