import type { SearchResult } from '../../newsroom/edition/search.ts';
import { articleTypes } from '../../newsroom/model/article.ts';
import { filterKinds } from '../../newsroom/search/query.ts';
import { counted, fill } from './fill.ts';
import { numberIn } from './numbers.ts';
import type { Words } from './words.ts';

type SearchNote = SearchResult['notes'][number];

/** How many stories were found: `1 story`, `1,240 stories`, `More than 10,000 stories`. */
export function storiesFound(words: Words, { total, atLeast }: { total: number; atLeast: boolean }): string {
  const stories = counted(words, words.parts.stories, total);
  return atLeast ? fill(words.search.moreThan, { stories }) : stories;
}

/** What was not understood in a query, or had to be cut, in a sentence. */
export function noteInWords(words: Words, note: SearchNote): string {
  const { searchNotes: texts, parts } = words;
  switch (note.kind) {
    case 'nothing':
      return texts.nothing;
    case 'nothing-left':
      return texts.nothingLeft;
    case 'only-excluded':
      return texts.onlyExcluded;
    case 'unbalanced-quote':
      return texts.unbalancedQuote;
    case 'no-value':
      return fill(texts.noValue, { name: note.name });
    case 'unknown-filter':
      return fill(texts.unknownFilter, { name: note.name, filters: filterKinds.join(parts.comma) });
    case 'needless-and':
      return texts.needlessAnd;
    case 'unused-or':
      return texts.unusedOr;
    case 'operator-as-word':
      return fill(texts.operatorAsWord, { word: note.word, instead: texts[instead[note.word]] });
    case 'unknown-date':
      return fill(texts.unknownDate, { operator: note.operator, value: note.value });
    case 'unknown-type': {
      const text = note.excluded ? texts.unknownTypeExcluded : texts.unknownType;
      return fill(text, { value: note.value, types: articleTypes.join(parts.comma) });
    }
    case 'no-such':
      return fill(texts[noSuch[note.operator]], { value: note.value });
    case 'no-day':
      return texts.noDay;
    case 'too-long':
      return fill(texts.tooLong, { most: note.most });
    case 'too-many-words':
      return fill(texts.tooManyWords, { most: note.most });
    case 'too-many-filters':
      return fill(texts.tooManyFilters, { most: note.most });
    case 'counted-newest':
      return fill(texts.countedNewest, { most: numberIn(words, note.most) });
  }
}

/** What to write in place of a word that is no operator. */
const instead = {
  and: 'insteadOfAnd',
  or: 'insteadOfOr',
  NOT: 'insteadOfNot',
} as const satisfies Record<Extract<SearchNote, { kind: 'operator-as-word' }>['word'], string>;

const noSuch = {
  topic: 'noTopic',
  person: 'noPerson',
  place: 'noPlace',
  agency: 'noAgency',
  storyline: 'noStoryline',
  type: 'noType',
} as const satisfies Record<Extract<SearchNote, { kind: 'no-such' }>['operator'], string>;
