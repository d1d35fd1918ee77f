import type { ReactNode } from 'react';
import { searchHref } from '../addresses/search.ts';
import type { Words } from '../words/words.ts';
import type { SearchExamples } from './examples.ts';

/** What can be typed: each with what it finds, and with an example, where the newsroom has one that finds something. */
const forms: readonly { example: keyof SearchExamples; form(words: Words['searchHelp']): string }[] = [
  { example: 'words', form: ({ exampleWords }) => exampleWords },
  { example: 'phrase', form: ({ examplePhrase }) => `"${examplePhrase}"` },
  { example: 'without', form: ({ exampleWords, exampleOther }) => `${exampleWords} -${exampleOther}` },
  { example: 'topic', form: ({ exampleName }) => `topic:${exampleName}` },
  { example: 'person', form: ({ exampleName }) => `person:${exampleName}` },
  { example: 'place', form: ({ exampleName }) => `place:${exampleName}` },
  { example: 'agency', form: ({ exampleName }) => `agency:${exampleName}` },
  { example: 'storyline', form: ({ exampleName }) => `storyline:${exampleName}` },
  { example: 'type', form: () => 'type:analysis' },
  { example: 'after', form: () => 'after:2026' },
];

/** An explanation of what can be typed into the search form. */
export function SearchHelp({ examples, words }: { examples: SearchExamples; words: Words }): ReactNode {
  const texts = words.searchHelp;
  return (
    <section className="search-help" aria-labelledby="search-help">
      <h2 id="search-help">{texts.title}</h2>
      <dl>
        {forms.map(({ example, form }) => {
          const query = examples[example];
          return (
            <div key={example}>
              <dt>
                {query === undefined ? (
                  <code>{form(texts)}</code>
                ) : (
                  <a href={searchHref({ query, order: 'relevance', page: 1 })} rel="nofollow">
                    <code dir="auto">{query}</code>
                  </a>
                )}
              </dt>
              <dd>{texts[example]}</dd>
            </div>
          );
        })}
      </dl>
      <p>{texts.combine}</p>
    </section>
  );
}
